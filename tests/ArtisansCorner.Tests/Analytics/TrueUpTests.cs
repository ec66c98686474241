using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Analytics;

/// <summary>Cost of goods follows the ledger to the cent, what is trued up later too.</summary>
public abstract class TrueUpTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : TrueUpTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : TrueUpTests(app);

    [Fact]
    public async Task What_a_receipt_trues_up_is_cost_of_goods_on_the_day_it_came()
    {
        var shop = await app.OpenShopAsync();
        var mug = await shop.AddProductAsync("MUG");
        await BookAsync(shop, 2, 500, "2026-11-10T08:00:00Z");
        await SellAsync(shop, 4, "2026-11-11T08:00:00Z");
        await CostIsAsync(shop, "from=2026-11-01&to=2026-11-20", 2000);
        // Two had left before they came; they cost 6.00 each and not 5.00.
        await BookAsync(shop, 5, 600, "2026-11-15T08:00:00Z");
        await CostIsAsync(shop, "from=2026-11-01&to=2026-11-20", 2200);
        await CostIsAsync(shop, "from=2026-11-11&to=2026-11-11", 2000);
        await CostIsAsync(shop, "from=2026-11-15&to=2026-11-15", 200);
        await CostIsAsync(shop, $"from=2026-11-15&to=2026-11-15&variant={mug}", 200);
        // No channel sold it on that day, and the rows say what it is.
        await CostIsAsync(shop, "from=2026-11-15&to=2026-11-15&channel=Fair", 0);
        var row = Assert.Single((await shop.GetAsync("analytics/ledger?metric=costOfGoods&from=2026-11-15&to=2026-11-15")).Is(200)["items"]);
        Assert.Equal(("trueUp", "Piece MUG", 200), ((string?)row["kind"], (string?)row["what"], (long)row["costOfGoods"]));
        Assert.Contains("Trued up", await shop.Http.GetStringAsync($"/{shop.Slug}/analytics/ledger?metric=costOfGoods&from=2026-11-15&to=2026-11-15", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(200, (await shop.GetAsync("analytics/products?from=2026-11-15&to=2026-11-15")).Is(200)["items"].Sum(item => (long)item["costOfGoods"]));
        // What is taken back was never trued up.
        var came = (await shop.GetAsync("stock/movements")).Is(200)["items"].First(one => (string?)one["reason"] == "received");
        Assert.Equal(204, (await shop.PostAsync($"stock/movements/{(Guid)came["id"]}/undo")).Status);
        await CostIsAsync(shop, "from=2026-11-01&to=2026-11-20", 2000);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Cost_of_goods_is_what_left_the_ledger_for_sales_to_the_cent(int seed)
    {
        var (shop, random) = (await app.OpenShopAsync(), new Random(seed));
        foreach (var sku in (string[])["MUG", "BOWL"]) await shop.AddProductAsync(sku);
        List<Json> sold = [];
        for (var i = 0; i < 40; i++)
        {
            var (sku, at, pieces) = (random.Next(2) == 0 ? "MUG" : "BOWL", $"2026-11-{random.Next(1, 24):00}T{random.Next(8, 18):00}:{random.Next(60):00}:00Z", random.Next(1, 9));
            switch (random.Next(4))
            {
                case 0:
                    (await shop.PostAsync("stock/movements", new { sku, quantity = pieces, reason = "received", cost = random.Next(5000), at })).Is(201);
                    break;
                case 1 when sold.Count > 0:
                    var sale = sold[random.Next(sold.Count)];
                    await shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", new { refundedAt = "2026-11-24T09:00:00Z", restock = true, lines = new[] { new { lineId = (Guid)sale["lines"][0]["id"], quantity = 1 } } });
                    break;
                default:
                    sold.Add((await shop.PostAsync("sales", new { channel = "Fair", soldAt = at, lines = new[] { new { sku, quantity = pieces, unitPrice = 2000 } } })).Is(201));
                    break;
            }
        }

        await Eventually.PassesAsync(async () =>
        {
            var moved = (await shop.GetAsync("stock/movements?limit=200")).Is(200)["items"];
            var left = moved.Sum(row => (string?)row["reason"] is "sold" or "returned" ? -(long)row["value"] : 0) + moved.Where(row => (string?)row["reason"] is not "returned").Sum(row => (long)row["trueUp"]);
            Assert.Equal(left, (long)(await shop.GetAsync("analytics/summary?from=2026-11-01&to=2026-11-30")).Is(200)["current"]["costOfGoods"]);
            Assert.Equal(left, (await shop.GetAsync("analytics/ledger?metric=costOfGoods&from=2026-11-01&to=2026-11-30&limit=200")).Is(200)["items"].Sum(row => (long)row["costOfGoods"]));
            Assert.Equal(left, (await shop.GetAsync("analytics/products?from=2026-11-01&to=2026-11-30")).Is(200)["items"].Sum(row => (long)row["costOfGoods"]));
        });
    }

    private static async Task BookAsync(TestShop shop, long quantity, long unitCost, string at) => (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity, reason = "received", unitCost, at })).Is(201);

    private static async Task SellAsync(TestShop shop, long quantity, string soldAt) => (await shop.PostAsync("sales", new { channel = "Fair", soldAt, lines = new[] { new { sku = "MUG", quantity, unitPrice = 2000 } } })).Is(201);

    private static Task CostIsAsync(TestShop shop, string asked, long cost) =>
        Eventually.PassesAsync(async () => Assert.Equal(cost, (long)(await shop.GetAsync($"analytics/summary?{asked}")).Is(200)["current"]["costOfGoods"]));
}
