using System.Globalization;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Analytics;

public abstract class ProductPerformanceTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ProductPerformanceTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ProductPerformanceTests(app);

    [Fact]
    public async Task Every_figure_of_a_variant_is_what_was_worked_out_by_hand()
    {
        var shop = await FilledAsync();
        await Eventually.PassesAsync(async () =>
        {
            var answer = (await shop.GetAsync($"analytics/products?from={Day(-13)}&to={Day(0)}&compare=previous")).Is(200);
            var mug = answer["items"].Single(item => (string?)item["sku"] == "MUG");
            // Sold 4 and 2, one of the 4 came back: 6 × 25.00 − 25.00, at 7.00 each.
            Assert.Equal((6, 5, 15000, 12500, 3500, 9000), (N(mug, "units"), N(mug, "netUnits"), N(mug, "grossSales"), N(mug, "netSales"), N(mug, "costOfGoods"), N(mug, "contribution")));
            Assert.Equal((0.1667m, 0.72m), (D(mug, "returnsRate"), D(mug, "margin"))); // 1 ÷ 6; 9,000 ÷ 12,500
            // Two weeks before 1 was sold for 25.00: (12,500 − 2,500) ÷ 2,500.
            Assert.Equal((2500, 4m), (N(mug, "comparedNetSales"), D(mug, "change")));
            // 30 booked in forty days ago, 1 sold, 10 made in the range: 5 ÷ (29 + 10).
            Assert.Equal(0.1282m, D(mug, "sellThrough"));
            // 30 + 10 − 7 + 1 there; 6 net units in 28 days, on sale on all of them: 34 × 28 ÷ 6.
            Assert.Equal((34, 158.7m), (N(mug, "available"), D(mug, "daysOfStock")));
            Assert.Equal(("A", Day(-20), Day(-2)), ((string?)mug["abc"], (string?)mug["firstSale"], (string?)mug["lastSale"]));

            // 3 of 3 sold on the first day they were there; on the days since there was nothing to sell, and no cost is known.
            var vase = answer["items"].Single(item => (string?)item["sku"] == "VASE");
            Assert.Equal((0, 0m), (N(vase, "available"), D(vase, "daysOfStock")));
            Assert.True(vase["margin"].IsNull);
            Assert.Equal(1m, D(vase, "sellThrough"));
        });
    }

    [Fact]
    public async Task Stock_tells_what_runs_out_first_and_leaves_out_the_days_without_any()
    {
        var shop = await app.OpenShopAsync();
        await AddAsync(shop, "BOWL", 4000);
        await BookAsync(shop, "BOWL", 6, -9, "made");
        await SellAsync(shop, "Fair", -9, ("BOWL", 3, 4000));
        await SellAsync(shop, "Fair", -8, ("BOWL", 3, 4000));
        await BookAsync(shop, "BOWL", 9, 0, "made");
        await Eventually.PassesAsync(async () =>
        {
            var bowl = Assert.Single((await shop.GetAsync($"analytics/stock?from={Day(-27)}&to={Day(0)}")).Is(200)["items"]);
            // On sale on the two days and again today: 6 ÷ 3 a day, 9 last 4.5 days. Not counted: the days before it was made, and those it was out.
            Assert.Equal((9, 6, 3, 4.5m), (N(bowl, "available"), N(bowl, "soldLately"), N(bowl, "daysOnSale"), D(bowl, "daysOfStock")));
            Assert.Equal((0, 15, 0.4m), (N(bowl, "opening"), N(bowl, "cameIn"), D(bowl, "sellThrough")));
        });
    }

    [Fact]
    public async Task Products_are_their_variants_together_and_both_sum_to_the_shop()
    {
        var shop = await FilledAsync();
        await Eventually.PassesAsync(async () =>
        {
            foreach (var query in (string[])["", "&channel=Etsy", "&returns=order"])
            {
                var range = $"from={Day(-27)}&to={Day(0)}{query}";
                var net = N((await shop.GetAsync($"analytics/summary?{range}")).Is(200)["current"], "netSales");
                foreach (var per in (string[])["variant", "product"])
                {
                    var answer = (await shop.GetAsync($"analytics/products?{range}&per={per}&limit=1")).Is(200);
                    Assert.Equal(net, N(answer["items"].First(), "netSales") + N(answer["others"], "netSales"));
                    Assert.Equal(net, N(answer["total"], "netSales"));
                }
            }
        });
        var set = (await shop.GetAsync($"analytics/products?per=product&from={Day(-27)}&to={Day(0)}")).Is(200)["items"].Single(item => (string?)item["name"] == "Set");
        Assert.Equal((3, 3), (N(set, "units"), N(set, "available")));
    }

    [Fact]
    public async Task The_page_sorts_by_any_column_searches_and_gives_all_of_it_as_a_file()
    {
        var shop = await FilledAsync();
        await Eventually.PassesAsync(async () => Assert.Equal(["MUG", "SET-S", "VASE", "SET-L", ""], await CodesAsync("sort=netSales")));
        Assert.Equal(["", "SET-L", "VASE", "SET-S", "MUG"], await CodesAsync("sort=netSales&order=up"));
        Assert.Equal(["VASE", "SET-L", "SET-S"], (await CodesAsync("sort=daysOfStock")).Where(code => code is not ("" or "MUG")));
        Assert.Equal(["SET-L", "SET-S"], (await CodesAsync("q=set&sort=name")).Order());
        var page = await shop.Http.GetStringAsync($"/{shop.Slug}/analytics/products?from={Day(-27)}&to={Day(0)}&sort=units&order=up&q=mug", TestContext.Current.CancellationToken);
        Assert.Contains("aria-sort=\"ascending\"", page, StringComparison.Ordinal);
        Assert.Contains("Piece MUG", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Piece VASE", page, StringComparison.Ordinal);
        Assert.Contains("not known", await shop.Http.GetStringAsync($"/{shop.Slug}/analytics?from={Day(-27)}&to={Day(0)}", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        async Task<List<string>> CodesAsync(string query) =>
            [.. (await shop.Http.GetStringAsync($"/{shop.Slug}/analytics/products.csv?from={Day(-27)}&to={Day(0)}&{query}", TestContext.Current.CancellationToken))
                .Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).Select(cells => cells[^14].Trim('"'))];
    }

    [Fact]
    public async Task A_product_has_a_page_of_its_own_which_no_other_shop_has()
    {
        var (shop, other) = (await FilledAsync(), await app.OpenShopAsync());
        var mug = (Guid)(await shop.GetAsync("products?q=MUG")).Is(200)["items"][0]["id"];
        var path = $"analytics/products/{mug}?from={Day(-27)}&to={Day(0)}";
        await Eventually.PassesAsync(async () =>
        {
            var page = await shop.Http.GetStringAsync($"/{shop.Slug}/{path}", TestContext.Current.CancellationToken);
            foreach (var words in (string[])["Piece MUG", "£150.00", "Fair", "Etsy", "Days left"]) Assert.Contains(words, page, StringComparison.Ordinal);
        });
        Assert.Contains($"/analytics/products/{mug}", await shop.Http.GetStringAsync($"/{shop.Slug}/inventory/{mug}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(404, (int)(await other.Http.GetAsync(new Uri($"/{other.Slug}/{path}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("products?per=moon", "per")]
    [InlineData("products?sort=luck", "sort")]
    [InlineData("stock?limit=1001", "limit")]
    [InlineData("stock?from=never", "from")]
    public async Task What_makes_no_sense_is_refused_in_a_sentence(string path, string field)
    {
        var shop = await app.OpenShopAsync();
        Assert.EndsWith(".", (await shop.GetAsync("analytics/" + path)).Refuses(422, field), StringComparison.Ordinal);
    }

    private string Day(int fromToday) => DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime).AddDays(fromToday).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static long N(Json json, string field) => (long)json[field];

    // Nothing while the roll-ups are being made.
    private static decimal? D(Json json, string field) => json[field].IsNull ? null : (decimal)(double)json[field];

    private static async Task AddAsync(TestShop shop, string sku, long price) =>
        (await shop.PostAsync("products", new { name = $"Piece {sku}", variants = new[] { new { sku, price } } })).Is(201);

    private async Task BookAsync(TestShop shop, string sku, int quantity, int day, string reason, long? unitCost = null) =>
        (await shop.PostAsync("stock/movements", new { sku, quantity, reason, unitCost, at = day == 0 ? null : $"{Day(day)}T09:00:00Z" })).Is(201);

    private async Task<Json> SellAsync(TestShop shop, string channel, int day, params (string Sku, int Quantity, long Price)[] lines) =>
        (await shop.PostAsync("sales", new { channel, day = Day(day), lines = lines.Select(line => new { sku = line.Sku, quantity = line.Quantity, unitPrice = line.Price }).ToArray() })).Is(201);

    // MUG: 30 booked in, 1, 4 and 2 sold, 1 came back, 10 made. VASE: sold out. SET: two variants. And a line that the catalog does not know.
    private async Task<TestShop> FilledAsync()
    {
        var shop = await app.OpenShopAsync(timeZone: "Etc/UTC");
        foreach (var (sku, price) in ((string, long)[])[("MUG", 2500), ("VASE", 2000)]) await AddAsync(shop, sku, price);
        (await shop.PostAsync("products", new { name = "Set", variants = new[] { new { sku = "SET-S", title = "Small", price = 3500 }, new { sku = "SET-L", title = "Large", price = 5000 } } })).Is(201);
        await BookAsync(shop, "MUG", 30, -40, "received", 700);
        await BookAsync(shop, "VASE", 3, -10, "made");
        await BookAsync(shop, "SET-S", 4, -10, "made");
        await BookAsync(shop, "SET-L", 2, -10, "made");
        await SellAsync(shop, "Fair", -20, ("MUG", 1, 2500));
        var sale = await SellAsync(shop, "Fair", -5, ("MUG", 4, 2500));
        await SellAsync(shop, "Etsy", -2, ("MUG", 2, 2500), ("SET-S", 2, 3500));
        await SellAsync(shop, "Etsy", -10, ("VASE", 3, 2000), ("SET-L", 1, 5000));
        (await shop.PostAsync("sales", new { channel = "Etsy", day = Day(-2), lines = new[] { new { title = "Gift wrap", quantity = 1, unitPrice = 200 } } })).Is(201);
        await BookAsync(shop, "MUG", 10, -4, "made", 700);
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", new { refundedAt = $"{Day(-1)}T12:00:00Z", restock = true, lines = new[] { new { lineId = (Guid)sale["lines"][0]["id"], quantity = 1 } } })).Is(201);
        return shop;
    }
}
