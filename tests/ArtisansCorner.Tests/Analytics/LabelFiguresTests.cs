using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Analytics;

public abstract class LabelFiguresTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : LabelFiguresTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : LabelFiguresTests(app);

    private const string May = "from=2026-05-01&to=2026-05-31";

    [Fact]
    public async Task Figures_of_a_category_and_of_tags_and_a_piece_with_two_tags_is_in_both_rows()
    {
        var shop = await FilledAsync();
        Assert.Equal(11, await NetAsync(shop, "category=mugs"));
        Assert.Equal(111, await NetAsync(shop, "category=Mugs&category=bowls"));
        Assert.Equal(101, await NetAsync(shop, "tag=GIFT"));
        Assert.Equal(1, await NetAsync(shop, "tag=gift&category=Mugs"));
        Assert.Equal([("BOWLS", 100), ("MUGS", 11), ("NO CATEGORY", 1000)], await RowsAsync(shop, "category"));
        Assert.Equal([("BLUE", 1), ("GIFT", 101), ("NO TAG", 1010)], await RowsAsync(shop, "tag"));
        Assert.Equal([("GIFT", 101)], await RowsAsync(shop, "tag", "&tag=gift"));
        Assert.Equal(2, (await shop.GetAsync("sales?tag=gift")).Is(200)["items"].Count);
        var page = await shop.Http.GetStringAsync($"/{shop.Slug}/analytics?{May}&split=tag&category=mugs&category=Bowls", TestContext.Current.CancellationToken);
        Assert.Contains("A piece with several tags is in the row of each", page, StringComparison.Ordinal);
        Assert.Contains("Remove the filter mugs", page, StringComparison.Ordinal);
        Assert.Contains("Shipping, tax and fees belong to whole orders", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_product_is_called_now_is_what_its_past_sales_are_counted_under()
    {
        var shop = await FilledAsync();
        Assert.Equal(11, await NetAsync(shop, "category=Mugs"));
        Assert.Equal([("BLUE", 1), ("GIFT", 101), ("NO TAG", 1010)], await RowsAsync(shop, "tag"));
        var cup = (await shop.GetAsync("products?q=CUP")).Is(200)["items"][0];
        (await shop.PutAsync($"products/{(Guid)cup["id"]}", Product("CUP", 10, "Cups", ["Warm"]))).Is(200);
        await Eventually.PassesAsync(async () =>
        {
            Assert.Equal(2, await NetAsync(shop, "category=Mugs") + await NetAsync(shop, "tag=blue"));
            Assert.Equal([("BLUE", 1), ("GIFT", 101), ("NO TAG", 1000), ("WARM", 10)], await RowsAsync(shop, "tag"));
        });
    }

    private async Task<TestShop> FilledAsync()
    {
        var shop = await app.OpenShopAsync();
        foreach (var (sku, price, category, tags) in ((string, long, string, string[])[])[("MUG", 1, "Mugs", ["gift", "blue"]), ("CUP", 10, "mugs", []), ("BOWL", 100, "Bowls", ["Gift"])])
        {
            (await shop.PostAsync("products", Product(sku, price, category, tags))).Is(201);
            (await shop.PostAsync("sales", new { channel = "Fair", day = "2026-05-05", lines = new[] { new { sku, quantity = 1 } } })).Is(201);
        }

        (await shop.PostAsync("sales", new { channel = "Fair", day = "2026-05-05", lines = new[] { new { title = "Workshop", quantity = 1, unitPrice = 1000 } } })).Is(201);
        await Eventually.PassesAsync(async () => Assert.Equal(1111, await NetAsync(shop, "")));
        return shop;
    }

    private static object Product(string sku, long price, string category, string[] tags) => new { name = sku, category, tags, variants = new[] { new { sku, price } } };

    private static async Task<long> NetAsync(TestShop shop, string query) => (long)(await shop.GetAsync($"analytics/summary?{query}&{May}")).Is(200)["current"]["netSales"];

    private static async Task<IEnumerable<(string, long)>> RowsAsync(TestShop shop, string by, string query = "") =>
        (await shop.GetAsync($"analytics/breakdown?by={by}&{May}{query}")).Is(200)["items"].Select(row => (((string)row["name"]!).ToUpperInvariant(), (long)row["netSales"])).OrderBy(row => row.Item1, StringComparer.Ordinal);
}
