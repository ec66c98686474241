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
/// A hundred shops with two years of 10,000 sales each, kept from run to run. Owners register through the product; the rows go in by
/// the product's own services in this process, and its own rebuilding makes the roll-ups.
/// </summary>
public static class Seed
{
    /// <summary>How many shops there are.</summary>
    public const int Shops = 100;

    private const string Done = "owners.json";

    /// <summary>The seed: what settings reach it, and who owns its shops.</summary>
    public static async Task<(Dictionary<string, string> Settings, IReadOnlyList<Owner> Owners)> OpenAsync(Setting setting)
    {
        // A seed of older tables is of no use.
        var tables = typeof(AppDb).Assembly.GetTypes()
            .Select(type => type.GetCustomAttributes(typeof(MigrationAttribute), false).Cast<MigrationAttribute>().FirstOrDefault()?.Id).OfType<string>().Max();
        var folder = Path.Combine(Setting.Kept, $"seed-{(setting.OnPostgres ? "postgres" : "sqlite")}-{tables}");
        var settings = await setting.In(folder);
        var file = Path.Combine(folder, Done);
        if (!File.Exists(file)) await File.WriteAllTextAsync(file, JsonSerializer.Serialize(await MakeAsync(setting, settings)));
        return (settings, JsonSerializer.Deserialize<List<Owner>>(await File.ReadAllTextAsync(file))!);
    }

    private static async Task<List<Owner>> MakeAsync(Setting setting, Dictionary<string, string> settings)
    {
        var owners = new List<Owner>();
        await using (var product = await setting.StartAsync(settings))
        {
            for (var i = 0; i < Shops; i++) owners.Add(await Owner.RegisterAsync(product.Address, i));
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key.Replace("__", ":", StringComparison.Ordinal), one => (string?)one.Value)).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration)
            .AddPlatform(configuration).AddWeb().AddAccounts(configuration).AddShops().AddCatalog().AddInventory().AddSales().AddAnalytics().BuildServiceProvider();
        var clock = Stopwatch.StartNew();
        foreach (var (i, owner) in owners.Index())
        {
            await using var scope = (await services.GetRequiredService<ShopScopes>().OpenAsync(owner.ShopId, Actor.System, default))!.Value;
            await FillAsync(scope.ServiceProvider, new Random(i));
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

    private static async Task FillAsync(IServiceProvider services, Random random)
    {
        var (db, shop) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<CurrentShop>());
        var rows = new SeedRows(shop.Facts, TimeProvider.System.GetUtcNow(), random);
        await using (var write = await db.BeginWriteAsync(default))
        {
            await db.Engine.InsertAsync(db, rows.Channels, default);
            await db.Engine.InsertAsync(db, rows.Products, default);
            await db.Engine.InsertAsync(db, rows.Variants, default);
            await db.Engine.InsertAsync(db, rows.Levels, default);
            await db.Engine.InsertAsync(db, rows.Customers, default);
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
