using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

/// <summary>What is sent twice is one sale: by the channel's own number, or by the Idempotency-Key.</summary>
public abstract class RepeatedSaleTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : RepeatedSaleTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RepeatedSaleTests(app);

    [Fact]
    public async Task The_same_number_again_returns_the_first_sale()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        var first = (await shop.PostAsync("sales", Sale("Etsy", "42", 1))).Is(201);
        var again = (await shop.PostAsync("sales", Sale("etsy", " 42 ", 3))).Is(200);
        Assert.Equal(first.ToString(), again.ToString());
        Assert.Equal(9, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        (await shop.PostAsync("sales", Sale("Shopify", "42", 1))).Is(201);
    }

    [Fact]
    public async Task Twenty_times_at_once_is_once()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.PostAsync("sales", Sale("Etsy", "42", 1))));
        Assert.Equal([.. Enumerable.Repeat(200, 19), 201], answers.Select(answer => answer.Status).Order());
        Assert.Single(answers.Select(answer => (Guid)answer.Json["id"]).Distinct());
        Assert.Equal(9, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task Twenty_times_at_once_under_one_key_is_once()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shop.PostAsync("sales", Sale("Fair", null, 1), key: "till-7-0001")));
        Assert.All(answers, answer => Assert.InRange(answer.Status, 200, 201));
        Assert.Single(answers.Select(answer => (Guid)answer.Json["id"]).Distinct());
        Assert.Equal(9, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task A_key_that_served_another_request_is_refused()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        (await shop.PostAsync("sales", Sale("Fair", null, 1), key: "k")).Is(201);
        (await shop.PostAsync("sales", Sale("Fair", null, 2), key: "k")).Refuses(409);
        Assert.Equal(9, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task A_key_is_the_shops_own()
    {
        var (mine, theirs) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        foreach (var shop in new[] { mine, theirs }) await shop.AddProductAsync("MUG", pieces: 10);
        (await mine.PostAsync("sales", Sale("Fair", null, 1), key: "k")).Is(201);
        (await theirs.PostAsync("sales", Sale("Fair", null, 1), key: "k")).Is(201);
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("sales", Sale("Fair", null, 1), key: "k")).Refuses(422, "lines[0].sku");
        await shop.AddProductAsync("MUG");
        (await shop.PostAsync("sales", Sale("Fair", null, 1), key: "k")).Is(201);
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        (await shop.PostAsync("sales", Sale("Fair", null, 1), key: new string('k', 201))).Refuses(422);
    }

    private static object Sale(string channel, string? externalId, long quantity) => new { channel, externalId, lines = new[] { new { sku = "MUG", quantity } } };
}
