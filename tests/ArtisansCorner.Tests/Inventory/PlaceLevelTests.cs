using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Inventory;

/// <summary>What lies in a place is the sum of its movements there, whatever happened and in whichever order.</summary>
public abstract class PlaceLevelTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : PlaceLevelTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : PlaceLevelTests(app);

    private static readonly string[] Places = ["Studio", "Fair", "Gallery"];
    private static readonly string[] Codes = ["MUG", "BOWL"];

    [Fact]
    public async Task After_random_doings_side_by_side_every_level_is_the_sum_of_its_movements()
    {
        var doings = Gen.Select(Gen.Int[0, 6], Gen.Int[0, 1], Gen.Int[0, 2], Gen.Int[1, 2], Gen.Int[1, 9]).Array[30];
        await doings.SampleAsync(
            async some =>
            {
                var shop = await app.OpenShopAsync();
                foreach (var code in Codes) await shop.AddProductAsync(code, pieces: 20, unitCost: 333);
                foreach (var place in Places[1..]) (await shop.PostAsync("locations", new { name = place, kind = "gallery" })).Is(201);
                foreach (var portion in some.Chunk(6)) await Task.WhenAll(portion.Select(one => DoAsync(shop, one)));
                await HoldsAsync(shop);
                return true;
            },
            iter: 3, threads: 1);
    }

    [Fact]
    public async Task Movements_from_before_there_were_places_lie_in_the_usual_one()
    {
        await using var mine = app.Another();
        TestShop[] shops = [await mine.OpenShopAsync(), await mine.OpenShopAsync()];
        foreach (var shop in shops)
        {
            foreach (var code in Codes) await shop.AddProductAsync(code, pieces: 20, unitCost: 333);
            await shop.SellAsync("MUG", 3);
            (await shop.PostAsync("stock/movements", new { sku = "BOWL", quantity = 5, reason = "counted" })).Is(201);
        }

        // Back to the tables as they were, and up again: what a server with the new version does at its start.
        await shops[0].InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await db.GetService<IMigrator>().MigrateAsync("SalesInOtherCurrencies", TestContext.Current.CancellationToken);
            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
            return true;
        });
        foreach (var shop in shops)
        {
            await HoldsAsync(shop);
            Assert.Equal([("Studio", "studio", 22)], (await shop.GetAsync("locations")).Is(200)["items"].Select(place => ((string?)place["name"], (string?)place["kind"], (long)place["pieces"])));
            await shop.SellAsync("MUG", 2);
            await HoldsAsync(shop);
            Assert.Equal(15, (long)Assert.Single((await shop.GetAsync("stock?q=MUG&location=Studio")).Is(200)["items"])["onHand"]);
        }
    }

    private static async Task DoAsync(TestShop shop, (int What, int Code, int Place, int Step, int Much) one)
    {
        var (sku, here, there) = (Codes[one.Code], Places[one.Place], Places[(one.Place + one.Step) % Places.Length]);
        var answer = one.What switch
        {
            0 => await shop.PostAsync("stock/movements", new { sku, quantity = one.Much, reason = "made", location = here, unitCost = 100 + one.Much }),
            1 => await shop.PostAsync("stock/movements", new { sku, quantity = -one.Much, reason = "damaged", location = here }),
            2 => await shop.PostAsync("stock/movements", new { sku, quantity = one.Much, reason = "counted", location = here }),
            3 or 4 => await shop.PostAsync("stock/moves", new { sku, quantity = one.Much, from = here, to = there }),
            5 => await shop.PostAsync("sales", new { channel = "Fair", lines = new[] { new { sku, quantity = one.Much } } }),
            _ => await UndoAsync(shop, await shop.PostAsync("stock/moves", new { sku, quantity = one.Much, from = here, to = there })),
        };
        Assert.InRange(answer.Status, 200, 204);
    }

    private static async Task<Answer> UndoAsync(TestShop shop, Answer moved) => await shop.PostAsync($"stock/moves/{(Guid)moved.Is(201)["id"]}/undo");

    private static Task<bool> HoldsAsync(TestShop shop) => shop.InsideAsync(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        var movements = await db.StockMovements.AsNoTracking().ToListAsync();
        var places = await db.PlaceLevels.AsNoTracking().ToListAsync();
        var levels = await db.StockLevels.AsNoTracking().ToListAsync();
        Assert.NotEmpty(places);
        Assert.Equal(
            movements.GroupBy(one => (one.VariantId, one.LocationId)).Select(group => (group.Key, Pieces: group.Sum(one => one.Quantity))).Where(one => one.Pieces != 0).OrderBy(one => one.Key),
            places.Select(one => ((one.VariantId, one.LocationId), Pieces: one.OnHand)).Where(one => one.Pieces != 0).OrderBy(one => one.Item1));
        foreach (var level in levels)
        {
            Assert.Equal(level.OnHand, places.Where(one => one.VariantId == level.VariantId).Sum(one => one.OnHand));
            Assert.Equal((level.OnHand, level.Value), (movements.Where(one => one.VariantId == level.VariantId).Sum(one => one.Quantity), movements.Where(one => one.VariantId == level.VariantId).Sum(one => one.Value)));
        }

        return true;
    });
}
