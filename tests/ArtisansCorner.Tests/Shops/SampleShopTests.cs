using ArtisansCorner.Analytics;
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

    public sealed class OnPostgres(AppOnPostgres app) : SampleShopTests(app)
    {
        private readonly App app = app;

        [Fact]
        public async Task Emptying_waits_for_those_who_add_up_days_instead_of_each_for_the_other()
        {
            var (shop, stop) = (await app.OpenShopAsync(), TestContext.Current.CancellationToken);
            (await shop.PostAsync("sample")).Is(200);
            var emptying = await shop.InsideAsync(async services =>
            {
                var db = services.GetRequiredService<AppDb>();
                await using var write = await db.BeginWriteAsync(stop);
                await db.Set<SalesRevision>().ExecuteUpdateAsync(row => row.SetProperty(revision => revision.Number, revision => revision.Number + 1), stop);
                await db.Set<DailySales>().ExecuteDeleteAsync(stop);
                var answer = EmptyAsync(shop);
                await Others.WaitForAsync(db);
                await db.Set<DailyChannelSales>().ExecuteDeleteAsync(stop);
                await write.CommitAsync(stop);
                return answer;
            });
            (await emptying).Is(204);
        }
    }

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

    [Fact]
    public async Task A_shop_with_the_sample_is_emptied_when_its_name_is_typed_and_begins_anew()
    {
        var shop = await app.OpenShopAsync();
        var name = (string)(await shop.GetAsync("settings")).Is(200)["name"]!;
        (await shop.DeleteAsync($"sample?name={Uri.EscapeDataString(name)}")).Is(409);
        (await shop.PostAsync("sample")).Is(200);
        Assert.Contains("settings/sample", await shop.Http.GetStringAsync($"/{shop.Slug}/settings", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        (await shop.DeleteAsync("sample?name=another")).Is(422);
        Assert.NotEqual(0, (await shop.GetAsync("sales")).Is(200)["items"].Count);

        (await shop.DeleteAsync($"sample?name={Uri.EscapeDataString(name)}")).Is(204);
        foreach (var list in (string[])["sales", "products", "stock", "alerts", "materials", "recipes", "batches", "imports"])
            Assert.Equal(0, (await shop.GetAsync(list)).Is(200)["items"].Count);
        await Eventually.PassesAsync(async () => Assert.Equal(0, (long)(await shop.GetAsync("analytics/summary?from=2020-01-01&to=2030-12-31")).Is(200)["current"]["orders"]));
        Assert.Equal(0, await shop.InsideAsync(services => services.GetRequiredService<AppDb>().Set<StockMovement>().CountAsync(TestContext.Current.CancellationToken)));
        Assert.DoesNotContain("settings/sample", await shop.Http.GetStringAsync($"/{shop.Slug}/settings", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        (await shop.PostAsync("sample")).Is(200);
    }

    [Fact]
    public async Task The_page_says_how_many_sales_of_ones_own_would_go_and_another_shop_keeps_all_of_its()
    {
        var (shop, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        (await shop.PostAsync("sample")).Is(200);
        (await other.PostAsync("sample")).Is(200);
        await shop.AddProductAsync("OWN-1");
        await shop.SellAsync("OWN-1");
        Assert.Contains("1 sale of your own would go too", await shop.Http.GetStringAsync($"/{shop.Slug}/settings/sample", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        (await EmptyAsync(shop)).Is(204);
        Assert.NotEqual(0, (await other.GetAsync("sales")).Is(200)["items"].Count);
        Assert.NotEqual(0, (await other.GetAsync("stock")).Is(200)["items"].Count);
    }

    private static async Task<Answer> EmptyAsync(TestShop shop) =>
        await shop.DeleteAsync($"sample?name={Uri.EscapeDataString((string)(await shop.GetAsync("settings")).Is(200)["name"]!)}");

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
