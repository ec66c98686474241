using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

/// <summary>The question before chosen sales are cancelled.</summary>
public abstract class SalesCancelPageTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SalesCancelPageTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SalesCancelPageTests(app);

    [Fact]
    public async Task One_sale_is_spoken_of_as_one_and_several_as_several()
    {
        var shop = await app.OpenShopAsync();
        foreach (var price in (long[])[500, 700]) await shop.SellAnythingAsync(price);
        var sales = (await shop.GetAsync("sales")).Is(200)["items"].Select(sale => (Guid)sale["id"]).ToList();
        var one = await PageAsync(shop, sales[0]);
        Assert.Contains("It stays in the list as cancelled.", one, StringComparison.Ordinal);
        Assert.Contains(">Keep it<", one, StringComparison.Ordinal);
        var both = await PageAsync(shop, [.. sales]);
        Assert.Contains("They stay in the list as cancelled.", both, StringComparison.Ordinal);
        Assert.Contains(">Keep them<", both, StringComparison.Ordinal);
    }

    private static Task<string> PageAsync(TestShop shop, params Guid[] sales) =>
        shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/sales/cancel?{string.Join('&', sales.Select(id => $"sale={id}"))}", UriKind.Relative), TestContext.Current.CancellationToken);
}
