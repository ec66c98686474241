using ArtisansCorner.Customers;
using ArtisansCorner.Tests.Harness;
using CsCheck;

namespace ArtisansCorner.Tests.Customers;

public sealed class BoughtTogetherTests
{
    private static readonly Guid[] Things = [.. Enumerable.Range(1, 6).Select(i => new Guid(i, 0, 0, new byte[8]))];

    [Fact]
    public void Support_confidence_and_lift_are_those_of_the_textbook()
    {
        // Bread 1, milk 2, diapers 3, beer 4, eggs 5, cola 6: table 5.1 of Tan, Steinbach and Kumar, “Introduction to Data Mining”.
        int[][] baskets = [[1, 2], [1, 3, 4, 5], [2, 3, 4, 6], [1, 2, 3, 4], [1, 2, 3, 6]];
        var pairs = BoughtTogether.Of(baskets.Select(basket => basket.Select(i => Things[i - 1])), orders: 5, least: 1);
        var beer = pairs.Single(pair => pair.One == Things[2] && pair.Other == Things[3]);
        // Diapers are in 4 of 5, beer in 3, both in 3: 60 %, 75 %, 100 %, 3 × 5 ÷ (4 × 3).
        Assert.Equal((3, 0.6m, 0.75m, 1m, 1.25m), (beer.Together, beer.Support, beer.Confidence, beer.ConfidenceBack, beer.Lift));
        Assert.Equal((1m, 0.75m), (beer.Turned.Confidence, beer.Turned.ConfidenceBack));
        Assert.DoesNotContain(BoughtTogether.Of(baskets.Select(basket => basket.Select(i => Things[i - 1])), 5, least: 2), pair => pair.Together < 2);
    }

    [Fact]
    public void Pairs_are_as_counting_them_one_by_one_tells() =>
        Gen.Int[0, 5].Array[0, 6].Array[1, 30].Sample(baskets =>
        {
            List<HashSet<Guid>> sets = [.. baskets.Select(basket => basket.Select(i => Things[i]).ToHashSet())];
            foreach (var pair in BoughtTogether.Of(baskets.Select(basket => basket.Select(i => Things[i])), sets.Count, least: 1))
            {
                Assert.Equal(sets.Count(set => set.Contains(pair.One) && set.Contains(pair.Other)), pair.Together);
                Assert.Equal((sets.Count(set => set.Contains(pair.One)), sets.Count(set => set.Contains(pair.Other))), (pair.OfOne, pair.OfOther));
                Assert.InRange(pair.Confidence, pair.Support, 1);
                Assert.Equal(pair.Lift, pair.Turned.Lift);
            }
        });
}

public abstract class PairsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : PairsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : PairsTests(app);

    [Fact]
    public async Task Pairs_are_counted_by_order_and_shown_where_products_are()
    {
        var shop = await app.OpenShopAsync();
        foreach (var sku in (string[])["CUP", "SAUCER", "JUG"]) await shop.AddProductAsync(sku, 1000, 50);
        await SellAsync("CUP", "SAUCER", "CUP");
        await SellAsync("CUP", "SAUCER");
        await SellAsync("CUP", "JUG");
        await SellAsync("CUP");
        var pair = Assert.Single((await shop.GetAsync("insights/pairs")).Is(200)["items"]);
        // Cups in 4 of 4 orders, saucers in 2, both in 2; the jug was with a cup only once.
        Assert.Equal(("Piece CUP", "Piece SAUCER", 2, 0.5, 0.5, 1.0, 1.0),
            ((string?)pair["name"], (string?)pair["withName"], (int)(long)pair["together"], (double)pair["support"], (double)pair["confidence"], (double)pair["confidenceBack"], (double)pair["lift"]));
        var saucer = (Guid)pair["withProductId"];
        Assert.Equal("Piece SAUCER", (string?)Assert.Single((await shop.GetAsync($"insights/pairs?product={saucer}&sort=lift")).Is(200)["items"])["name"]);
        Assert.Empty((await shop.GetAsync("insights/pairs?from=2026-01-01&to=2026-01-02")).Is(200)["items"]);
        foreach (var page in (string[])["analytics/products", $"analytics/products/{saucer}"])
            Assert.Contains("also buys", await shop.Http.GetStringAsync($"/{shop.Slug}/{page}", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        async Task SellAsync(params string[] skus) =>
            (await shop.PostAsync("sales", new { channel = "Fair", lines = skus.Select(sku => new { sku, quantity = 1 }).ToArray() })).Is(201);
    }

    [Fact]
    public async Task Nonsense_is_refused_and_another_shop_has_no_pairs_of_this_one()
    {
        var (shop, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        (await shop.GetAsync("insights/pairs?from=2026-02-30")).Refuses(422, "from");
        (await shop.GetAsync("insights/pairs?limit=0")).Refuses(422, "limit");
        (await shop.GetAsync("insights/pairs?sort=luck")).Refuses(400);
        (await shop.As(other).GetAsync("insights/pairs")).Is(404);
    }
}
