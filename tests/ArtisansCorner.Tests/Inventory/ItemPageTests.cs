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

    [Fact]
    public async Task Pieces_are_booked_in_and_the_alert_rests_or_goes_on_the_page()
    {
        var shop = await app.OpenShopAsync();
        var variant = await shop.AddProductAsync("MUG", price: 1250, pieces: 1, threshold: 4);
        var path = $"inventory/{(Guid)(await shop.StockOfAsync("MUG"))["productId"]}";
        var alert = (string)Assert.Single((await shop.GetAsync("alerts")).Is(200)["items"])["id"]!;

        var page = await shop.PostFormAsync(path, path, ("_handler", "snooze"), ("AlertId", alert));
        Assert.Contains("Quiet until", page.Text, StringComparison.Ordinal);

        (string, string)[] typed = [("_handler", "move"), ("Booking.Token", $"{Guid.CreateVersion7()}"), ("Booking.VariantId", $"{variant}"), ("Booking.Reason", "Made")];
        page = await shop.PostFormAsync(path, path, [.. typed, ("Booking.Quantity", "")]);
        Assert.Contains("How many?", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        for (var i = 0; i < 2; i++) page = await shop.PostFormAsync(path, path, [.. typed, ("Booking.Quantity", "6")]);
        Assert.Equal(7, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        Assert.DoesNotContain("Quiet until", page.Text, StringComparison.Ordinal);
        Assert.Empty((await shop.GetAsync("alerts")).Is(200)["items"]);
    }
}
