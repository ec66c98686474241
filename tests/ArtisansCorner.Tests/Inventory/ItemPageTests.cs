using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Inventory;

public abstract class ItemPageTests(App app)
{
    // Who asks, the product with what hangs on it, and what hangs on its variants.
    private const int Most = 4;

    public sealed class OnSqlite(AppOnSqlite app) : ItemPageTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ItemPageTests(app);

    [Fact]
    public async Task The_page_of_an_item_asks_what_it_shows_together()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1250, pieces: 5, threshold: 4, unitCost: 300);
        (await shop.PostAsync("locations", new { name = "Corner gallery", kind = "gallery" })).Is(201);
        await shop.SellAsync("MUG");
        var path = $"/inventory/{(Guid)(await shop.StockOfAsync("MUG"))["productId"]}";
        await TripsTo.PageAsync(shop, path);
        Assert.InRange(await TripsTo.PageAsync(shop, path), 1, Most);
    }
}
