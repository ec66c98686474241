using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

public abstract class OnePieceTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : OnePieceTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : OnePieceTests(app);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_one_of_a_kind_is_sold_once_by_two_hundred_who_want_it_at_once(bool isBooked)
    {
        var shop = await OpenAsync(isBooked);
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => shop.PostAsync("sales", Sale(1))));
        Assert.Equal([201, .. Enumerable.Repeat(409, 199)], answers.Select(answer => answer.Status).Order());
        Assert.Contains("sold already", answers.First(answer => answer.Status == 409).Refuses(409, "lines[0].quantity"), StringComparison.Ordinal);
        Assert.Single((await shop.GetAsync("sales")).Is(200)["items"]);
        Assert.Equal(isBooked ? 0 : -1, (long)(await shop.StockOfAsync("JAR"))["onHand"]);
    }

    [Fact]
    public async Task It_is_sold_again_once_it_came_back()
    {
        var shop = await OpenAsync(isBooked: true);
        Assert.Contains("only one", (await shop.PostAsync("sales", Sale(2))).Refuses(409, "lines[0].quantity"), StringComparison.Ordinal);
        var sale = (await shop.PostAsync("sales", Sale(1))).Is(201);
        (await shop.PostAsync("sales", Sale(1))).Is(409);
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/cancel", new { })).Is(200);
        (await shop.PostAsync("sales", Sale(1))).Is(201);
    }

    [Fact]
    public async Task In_a_batch_the_first_gets_it_and_a_correction_keeps_it()
    {
        var shop = await OpenAsync(isBooked: true);
        var batch = (await shop.PostAsync("sales/batch", new { sales = new[] { Sale(1), Sale(1) } })).Is(200)["items"];
        Assert.Equal(["recorded", "refused"], batch.Select(item => (string?)item["status"]));
        (await shop.PostAsync($"sales/{(Guid)batch[0]["sale"]["id"]}/corrections", new { reason = "Wrong price", sale = new { channel = "Fair", lines = new[] { new { sku = "JAR", quantity = 1, unitPrice = 9000 } } } })).Is(201);
        Assert.Equal(0, (long)(await shop.StockOfAsync("JAR"))["onHand"]);
    }

    private async Task<TestShop> OpenAsync(bool isBooked)
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("products", new { name = "Moon jar", status = "oneOfAKind", variants = new[] { new { sku = "JAR", price = 24000 } } })).Is(201);
        if (isBooked) (await shop.PostAsync("stock/movements", new { sku = "JAR", quantity = 1, reason = "made" })).Is(201);
        return shop;
    }

    private static object Sale(int quantity) => new { channel = "Fair", lines = new[] { new { sku = "JAR", quantity } } };
}
