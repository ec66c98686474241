using System.Diagnostics;
using System.Text.Json;
using ArtisansCorner.Accounts;
using ArtisansCorner.Analytics;
using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Sales;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Bench;

/// <summary>
/// A hundred shops with two years of sales, a few of them large and most small, kept from run to run. Owners register through the product;
/// the rows go in by the product's own services in this process, and its own rebuilding makes the roll-ups.
/// </summary>
public static class Seed
{
    /// <summary>How many shops there are.</summary>
    public const int Shops = 100;

    private const string Done = "owners.json";
    private const int SalesAtOnce = 50_000;

    // The second shop has 3/4 of the sales of the first, the hundredth 3/102: the first has about 9 % of all.
    private static readonly double[] Weights = [.. Enumerable.Range(3, Shops).Select(rank => 1.0 / rank)];

    /// <summary>The seed: what settings reach it, and who owns its shops.</summary>
    public static async Task<(Dictionary<string, string> Settings, IReadOnlyList<Owner> Owners)> OpenAsync(Setting setting, int sales)
    {
        // A seed of older tables is of no use.
        var tables = typeof(AppDb).Assembly.GetTypes()
            .Select(type => type.GetCustomAttributes(typeof(MigrationAttribute), false).Cast<MigrationAttribute>().FirstOrDefault()?.Id).OfType<string>().Max();
        var folder = Path.Combine(Setting.Kept, $"seed-{(setting.OnPostgres ? "postgres" : "sqlite")}-{sales}-{tables}");
        var settings = await setting.In(folder);
        var file = Path.Combine(folder, Done);
        if (!File.Exists(file)) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(await MakeAsync(setting, settings, sales)));
        return (settings, JsonSerializer.Deserialize<List<Owner>>(await File.ReadAllTextAsync(file))!);
    }

    /// <summary>How many of all sales this shop has.</summary>
    public static int SalesOf(int shop, int sales) => (int)(sales * Weights[shop] / Weights.Sum());

    private static async Task<List<Owner>> MakeAsync(Setting setting, Dictionary<string, string> settings, int sales)
    {
        var owners = new List<Owner>();
        await using (var product = await setting.StartAsync(settings))
        {
            for (var i = 0; i < Shops; i++) owners.Add(await Owner.RegisterAsync(product.Address, i));
        }

        await using var services = Services(settings);
        var clock = Stopwatch.StartNew();
        foreach (var (i, owner) in owners.Index())
        {
            await using var scope = (await services.GetRequiredService<ShopScopes>().OpenAsync(owner.ShopId, Actor.System, default))!.Value;
            await FillAsync(scope.ServiceProvider, new Random(i), SalesOf(i, sales));
            Console.Error.Write($"\rSeeding: {i + 1} of {Shops} shops, {clock.Elapsed.TotalSeconds:0} s ");
        }

        await using (var scope = services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            await db.Engine.AnalyzeAsync(db, default);
        }

        Console.Error.WriteLine();
        return owners;
    }

    /// <summary>The product's own services in this process, with these settings.</summary>
    public static ServiceProvider Services(Dictionary<string, string> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key.Replace("__", ":", StringComparison.Ordinal), one => (string?)one.Value)).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddPlatform(configuration).AddWeb().AddAccounts(configuration).AddShops().AddCatalog().AddInventory().AddSales(configuration).AddAnalytics().BuildServiceProvider();
    }

    private static async Task FillAsync(IServiceProvider services, Random random, int sales)
    {
        var (db, shop) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CurrentShop>());
        var rows = new SeedRows(shop.Facts, TimeProvider.System.GetUtcNow(), random, sales);
        await using (var write = await db.BeginWriteAsync(default))
        {
            await db.Engine.InsertAsync(db, rows.Channels, default);
            await db.Engine.InsertAsync(db, rows.Products, default);
            await db.Engine.InsertAsync(db, rows.Variants, default);
            await db.Engine.InsertAsync(db, rows.Levels, default);
            await db.Engine.InsertAsync(db, rows.Customers, default);
            await write.CommitAsync(default);
        }

        for (var left = sales; left > 0; left -= SalesAtOnce)
        {
            rows.Sell(Math.Min(left, SalesAtOnce));
            await using var write = await db.BeginWriteAsync(default);
            await db.Engine.InsertAsync(db, rows.Sales, default);
            await db.Engine.InsertAsync(db, rows.Lines, default);
            await db.Engine.InsertAsync(db, rows.Fees, default);
            await db.Engine.InsertAsync(db, rows.Refunds, default);
            await db.Engine.InsertAsync(db, rows.RefundLines, default);
            await write.CommitAsync(default);
        }

        await services.GetRequiredService<RebuildDay>().RunAsync(rows.Days, default);
    }
}
