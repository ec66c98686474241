using System.Diagnostics;
using ArtisansCorner.Inventory;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Bench;

/// <summary>A shop with 100,000 variants and 5,000,000 movements: its list, search and an item; a recount of every level, and what it was worth on a day.</summary>
public static class StockBench
{
    private const int Variants = 100_000;
    private const int MovementsEach = 50;
    private const int VariantsAtOnce = 5_000;

    // More than are sent, so that none is answered from memory because it was asked before.
    private const int RequestsEach = 20_000;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(4);

    // Warm is: compiled. The runtime compiles anew what was called often; an item page is not at its speed before some two hundred of them.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    /// <summary>Runs it.</summary>
    public static async Task RunAsync(Setting setting)
    {
        var settings = await setting.EmptyAsync("stock");
        Owner owner;
        await using (var product = await setting.StartAsync(settings)) owner = await Owner.RegisterAsync(product.Address, 0);
        await using var services = Seed.Services(settings);
        await using var scope = (await services.GetRequiredService<ShopScopes>().OpenAsync(owner.ShopId, Actor.System, default))!.Value;
        var products = await FillAsync(scope.ServiceProvider);
        await PagesAsync(setting, settings, owner, products);
        await RecountAsync(scope.ServiceProvider);
    }

    private static async Task<List<Guid>> FillAsync(IServiceProvider services)
    {
        var (db, shop) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CurrentShop>());
        List<Guid> products = [];
        Guid place;
        await using (var write = await db.BeginWriteAsync(default))
        {
            place = await services.GetRequiredService<DefaultPlace>().IdAsync(default);
            await write.CommitAsync(default);
        }

        var clock = Stopwatch.StartNew();
        for (var done = 0; done < Variants; done += VariantsAtOnce)
        {
            var rows = new StockRows(shop.Facts, place, TimeProvider.System.GetUtcNow(), done, VariantsAtOnce, MovementsEach);
            await using var write = await db.BeginWriteAsync(default);
            await db.Engine.InsertAsync(db, rows.Products, default);
            await db.Engine.InsertAsync(db, rows.Tags, default);
            await db.Engine.InsertAsync(db, rows.Variants, default);
            await db.Engine.InsertAsync(db, rows.Movements, default);
            await db.Engine.InsertAsync(db, rows.Levels, default);
            await db.Engine.InsertAsync(db, rows.Places, default);
            await write.CommitAsync(default);
            products.AddRange(rows.Products.Select(product => product.Id));
            Console.Error.Write($"\rFilling: {done + VariantsAtOnce:N0} variants, {clock.Elapsed.TotalSeconds:0} s ");
        }

        Console.Error.WriteLine();
        await db.Engine.AnalyzeAsync(db, default);
        return products;
    }

    private static async Task PagesAsync(Setting setting, Dictionary<string, string> settings, Owner owner, List<Guid> products)
    {
        await using var product = await setting.StartAsync(settings);
        var random = new Random(1);
        (string Name, Func<string> Path)[] asked =
        [
            ("bare: /healthz/live", () => "/healthz/live"),
            ("stock, the first 50", () => owner.Api("stock")),
            ("stock, search by code", () => owner.Api($"stock?q=S-{random.Next(Variants)}")),
            ("stock, search by name", () => owner.Api($"stock?q=number+{random.Next(Variants)}")),
            ("stock, what is low", () => owner.Api("stock?show=low")),
            ("list page", () => $"/{owner.Slug}/inventory"),
            ("item page", () => $"/{owner.Slug}/inventory/{products[random.Next(products.Count)]}"),
        ];
        var requests = asked.Select(one => Enumerable.Range(0, RequestsEach).Select(_ => Connection.Request("GET", one.Path(), owner.Cookie)).ToList()).ToList();
        foreach (var some in requests) Load.Run(product, 1, WarmUp, some);
        var loads = requests.Select(some => Load.Run(product, 1, Time, some)).ToList();
        Report.Note($"{Variants:N0} variants and {Variants * MovementsEach:N0} movements in one shop.");
        Report.Table("1 client", "p50 ms", "p95", "p99", "per s", "× bare");
        foreach (var (one, load) in asked.Zip(loads)) Report.Row(one.Name, load.Under(0.5), load.Under(0.95), load.Under(0.99), load.PerSecond, load.Under(0.5) / loads[0].Under(0.5));
    }

    private static async Task RecountAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<AppDb>();
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var floor = await SecondsAsync(() => db.StockMovements.GroupBy(row => row.VariantId).Select(variant => variant.Sum(row => row.Quantity)).CountAsync());
        var wrong = -1;
        var recount = await SecondsAsync(async () => wrong = await services.GetRequiredService<RecountStock>().RunAsync(default));
        var average = await SecondsAsync(() => services.GetRequiredService<ValuationQuery>().RunAsync(today.AddDays(-30), CostMethod.Average, default));
        var fifo = await SecondsAsync(() => services.GetRequiredService<ValuationQuery>().RunAsync(today.AddDays(-30), CostMethod.Fifo, default));
        Report.Table("all movements", "seconds", "× one sum per variant");
        Report.Row("one sum per variant by the database", floor, 1);
        Report.Row($"recount of every level and place ({wrong} wrong)", recount, recount / floor);
        Report.Row("value on a past day, average", average, average / floor);
        Report.Row("value on a past day, first in first out", fifo, fifo / floor);
    }

    private static async Task<double> SecondsAsync(Func<Task> run)
    {
        var clock = Stopwatch.StartNew();
        await run();
        return clock.Elapsed.TotalSeconds;
    }
}
