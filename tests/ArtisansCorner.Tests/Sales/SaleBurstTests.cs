using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

public abstract class SaleBurstTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SaleBurstTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SaleBurstTests(app);

    [Fact]
    public async Task Of_many_sales_sent_at_once_each_hears_what_became_of_itself()
    {
        var shop = await OpenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => shop.PostAsync("sales", (i % 4) switch
        {
            0 => Sale($"N-{i}", "MUG", i + 1),
            1 => Sale("N-same", "MUG", 1),
            2 => Sale($"N-{i}", "NO-SUCH-CODE", 1),
            _ => Sale($"N-{i}", "MUG", i + 1, "ada@example.com"),
        })));
        foreach (var (i, answer) in answers.Index().Where(one => one.Index % 4 is 0 or 3))
        {
            var sale = answer.Is(201);
            Assert.Equal($"N-{i}", (string?)sale["externalId"]);
            Assert.Equal(i + 1, (int)sale["lines"][0]["quantity"]);
            Assert.Equal(i % 4 == 3 ? "ada@example.com" : null, i % 4 == 3 ? (string?)sale["customer"]["email"] : null);
        }

        var same = answers.Where((_, i) => i % 4 == 1).ToList();
        Assert.Single(same, answer => answer.Status == 201);
        Assert.Single(same.Where(answer => answer.Status is 200 or 201).Select(answer => (Guid)answer.Json["id"]).Distinct());
        Assert.All(answers.Where((_, i) => i % 4 == 2), answer => Assert.Contains("NO-SUCH-CODE", answer.Refuses(422, "lines[0].sku"), StringComparison.Ordinal));
        var pieces = Enumerable.Range(0, 60).Where(i => i % 4 is 0 or 3).Sum(i => i + 1) + 1;
        Assert.Equal(5000 - pieces, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        Assert.Equal(31, (await shop.GetAsync("sales?limit=200")).Is(200)["items"].Count);
    }

    [Fact]
    public async Task Those_under_a_key_of_their_own_are_made_once_among_the_others()
    {
        var shop = await OpenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => i % 2 == 0
            ? shop.PostAsync("sales", Sale($"N-{i}", "MUG", 1))
            : shop.PostAsync("sales", Sale(null, "MUG", 1), key: $"key-{i % 8}")));
        Assert.All(answers, answer => Assert.Contains(answer.Status, (int[])[200, 201]));
        Assert.Equal(5000 - 24, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    private async Task<TestShop> OpenAsync()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("products", new { name = "Mug", variants = new[] { new { sku = "MUG", price = 2600 } } })).Is(201);
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 5000, reason = "made" })).Is(201);
        return shop;
    }

    private static object Sale(string? number, string sku, int quantity, string? email = null) =>
        new { channel = "Web shop", externalId = number, customer = email is null ? null : new { email }, lines = new[] { new { sku, quantity } } };
}
