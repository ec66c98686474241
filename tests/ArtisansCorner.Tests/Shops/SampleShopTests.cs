using ArtisansCorner.Inventory;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Shops;

public abstract class SampleShopTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SampleShopTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SampleShopTests(app);

    [Fact]
    public async Task What_happens_to_the_sample_is_followed_like_in_a_shop_of_ones_own()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("sample")).Is(200);
        Assert.Equal(0, await shop.InsideAsync(services => services.GetRequiredService<RecountStock>().RunAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(0, await shop.InsideAsync(DifferencesAsync));

        // A receipt of a year ago at ten times the price turns up: the latest sale of the piece costs more now.
        var sale = (await shop.GetAsync("sales?limit=200")).Is(200)["items"].Select(item => (Guid)item["id"]).ToList();
        var (id, line) = await FirstAsync(shop, sale);
        var before = (long)line["cost"];
        Assert.True(before > 0);
        (await shop.PostAsync("stock/movements", new { variantId = (Guid)line["variantId"], quantity = 500, reason = "received", unitCost = before * 10, at = "2025-11-25T08:00:00Z" })).Is(201);
        await Eventually.PassesAsync(async () => Assert.True((long)(await shop.GetAsync($"sales/{id}")).Is(200)["lines"][0]["cost"] > before));
        var cost = (long)(await shop.GetAsync($"sales/{id}")).Is(200)["lines"][0]["cost"];
        (await shop.PostAsync($"sales/{id}/refunds", new { lines = new[] { new { lineId = (Guid)line["id"], quantity = (long)line["quantity"] } }, restock = true })).Is(201);
        Assert.Equal(cost, (long)(await shop.GetAsync($"sales/{id}")).Is(200)["refunds"][0]["costOfGoods"]);
    }

    private static async Task<(Guid, Json)> FirstAsync(TestShop shop, List<Guid> sales)
    {
        foreach (var id in sales)
        {
            var sale = (await shop.GetAsync($"sales/{id}")).Is(200);
            if (sale["refunds"].Count == 0 && sale["lines"].Count == 1) return (id, sale["lines"][0]);
        }

        throw new InvalidOperationException("The sample has no sale of one line that was kept.");
    }

    // How many levels a replay of all movements would value in another way.
    private static async Task<int> DifferencesAsync(IServiceProvider services)
    {
        var (db, cancel, differing) = (services.GetRequiredService<AppDb>(), TestContext.Current.CancellationToken, 0);
        await using var write = await db.BeginWriteAsync(cancel);
        foreach (var level in await db.StockLevels.AsNoTracking().ToListAsync(cancel))
        {
            var before = (level.OnHand, level.Value);
            await services.GetRequiredService<Revalue>().RunAsync(level, DateTimeOffset.MinValue, [], cancel);
            if (before != (level.OnHand, level.Value)) differing++;
        }

        return differing;
    }
}
