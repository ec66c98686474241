using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Inventory;

/// <summary>When one wants to hear of an item: in a place of its own, or never.</summary>
public abstract class WatchTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : WatchTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : WatchTests(app);

    [Fact]
    public async Task A_place_has_a_level_of_its_own_where_wanted()
    {
        var shop = await app.OpenShopAsync();
        var mug = await shop.AddProductAsync("MUG", pieces: 20, threshold: 0);
        (await shop.PostAsync("locations", new { name = "Gallery", kind = "gallery" })).Is(201);
        var alerts = $"stock/{mug}/alerts";
        Assert.Equal(204, (await shop.PutAsync(alerts, new { location = "gallery", threshold = 2 })).Status);
        (await shop.PostAsync("stock/moves", new { sku = "MUG", quantity = 5, from = "Studio", to = "Gallery" })).Is(201);
        Assert.Empty((await shop.GetAsync("alerts")).Is(200)["items"]);
        (await shop.PostAsync("sales", new { channel = "Fair", location = "Gallery", lines = new[] { new { sku = "MUG", quantity = 3 } } })).Is(201);
        var alert = Assert.Single((await shop.GetAsync("alerts")).Is(200)["items"]);
        Assert.Equal(("Gallery", "low", 2, 2), ((string?)alert["location"], (string?)alert["kind"], (long)alert["onHand"], (long)alert["threshold"]));
        // The whole shop has plenty, and an alert of its own when it has not.
        (await shop.PostAsync("sales", new { channel = "Fair", lines = new[] { new { sku = "MUG", quantity = 15 } } })).Is(201);
        (await shop.PostAsync("sales", new { channel = "Fair", location = "Gallery", lines = new[] { new { sku = "MUG", quantity = 2 } } })).Is(201);
        Assert.Equal([("Gallery", "out"), (null, "out")], (await shop.GetAsync("alerts")).Is(200)["items"].Select(one => ((string?)one["location"], (string?)one["kind"])).OrderBy(one => one.Item1 is null));
        // Stock comes to the studio and is carried there: each resolves itself.
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 10, reason = "made" })).Is(201);
        Assert.Equal("Gallery", (string?)Assert.Single((await shop.GetAsync("alerts")).Is(200)["items"])["location"]);
        (await shop.PostAsync("stock/moves", new { sku = "MUG", quantity = 1, from = "Studio", to = "Gallery" })).Is(201);
        Assert.Equal("low", (string?)Assert.Single((await shop.GetAsync("alerts")).Is(200)["items"])["kind"]);
        Assert.Equal(204, (await shop.PutAsync(alerts, new { location = "gallery" })).Status);
        Assert.Empty((await shop.GetAsync("alerts")).Is(200)["items"]);
        (await shop.PutAsync(alerts, new { location = "gallery", threshold = -1 })).Refuses(422, "threshold");
        (await shop.PutAsync(alerts, new { location = "nowhere", threshold = 1 })).Refuses(422, "location");
        (await shop.PutAsync($"stock/{Guid.CreateVersion7()}/alerts", new { isMuted = true })).Refuses(404);
        (await shop.PutAsync(alerts, new { })).Refuses(422);
        (await (await app.OpenShopAsync()).PutAsync(alerts, new { isMuted = true })).Refuses(404);
    }

    [Fact]
    public async Task What_is_muted_is_never_heard_until_it_may_speak_again()
    {
        var shop = await app.OpenShopAsync();
        var mug = await shop.AddProductAsync("MUG", pieces: 1, threshold: 3);
        Assert.Single((await shop.GetAsync("alerts")).Is(200)["items"]);
        Assert.Equal(204, (await shop.PutAsync($"stock/{mug}/alerts", new { isMuted = true })).Status);
        await shop.SellAsync("MUG");
        Assert.Empty((await shop.GetAsync("alerts")).Is(200)["items"]);
        // The list says how it stands all the same.
        Assert.Equal(("out", true), ((string?)(await shop.StockOfAsync("MUG"))["state"], (bool)(await shop.StockOfAsync("MUG"))["isMuted"]));
        var page = await shop.PostFormAsync($"inventory/{(Guid)(await shop.StockOfAsync("MUG"))["productId"]}", $"inventory/alerts/of/{mug}/unmute");
        Assert.Contains("You hear of Piece MUG again", page.Text, StringComparison.Ordinal);
        Assert.Equal("out", (string?)Assert.Single((await shop.GetAsync("alerts")).Is(200)["items"])["kind"]);
    }

    [Fact]
    public async Task The_levels_of_places_are_set_on_the_page_of_the_item()
    {
        var shop = await app.OpenShopAsync();
        var mug = await shop.AddProductAsync("MUG", pieces: 5, threshold: 0);
        var fair = (Guid)(await shop.PostAsync("locations", new { name = "Riverside fair", kind = "fair", firstDay = "2026-06-01", lastDay = "2026-06-02" })).Is(201)["id"];
        (await shop.PostAsync("stock/moves", new { sku = "MUG", quantity = 2, from = "Studio", to = "Riverside fair" })).Is(201);
        var path = $"inventory/{(Guid)(await shop.StockOfAsync("MUG"))["productId"]}";
        var page = await shop.PostFormAsync(path, $"{path}/watch", ($"low-{mug}-{fair}", "2"));
        Assert.Contains("2 left at Riverside fair.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Low at Riverside fair", page.Text, StringComparison.Ordinal);
        await shop.PostFormAsync(path, $"{path}/watch", ($"low-{mug}-{fair}", ""));
        Assert.Empty((await shop.GetAsync("alerts")).Is(200)["items"]);
    }
}
