using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Inventory;

/// <summary>What is set aside: on hand, and not available.</summary>
public abstract class ReservationTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ReservationTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ReservationTests(app);

    [Fact]
    public async Task What_is_set_aside_is_on_hand_and_not_available_until_it_is_closed()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        var made = (await shop.PostAsync("stock/reservations", new { sku = "mug", quantity = 4, reason = " Commission, Anna ", wantedOn = "2026-12-01" })).Is(201);
        Assert.Equal(("MUG", 4m, "Commission, Anna", "2026-12-01"), ((string?)made["sku"], (decimal)made["quantity"], (string?)made["reason"], (string?)made["wantedOn"]));
        Assert.Equal((10, 4, 6), await StandsAsync(shop));
        // More may be promised than there is: that is what to make.
        (await shop.PostAsync("stock/reservations", new { sku = "MUG", quantity = 8, reason = "Winter fair" })).Is(201);
        Assert.Equal((10, 12, -2), await StandsAsync(shop));
        // Selling takes pieces from the shelf, and says nothing of what is promised.
        await shop.SellAsync("MUG", 4);
        Assert.Equal((6, 12, -6), await StandsAsync(shop));
        for (var i = 0; i < 2; i++) Assert.Equal(204, (await shop.PostAsync($"stock/reservations/{(Guid)made["id"]}/close")).Status);
        Assert.Equal((6, 8, -2), await StandsAsync(shop));
        Assert.Equal(["Winter fair"], (await shop.GetAsync("stock/reservations")).Is(200)["items"].Select(one => (string?)one["reason"]));
        Assert.Equal(["Commission, Anna"], (await shop.GetAsync("stock/reservations?closed=true")).Is(200)["items"].Select(one => (string?)one["reason"]));
        for (var i = 0; i < 2; i++) Assert.Equal(204, (await shop.PostAsync($"stock/reservations/{(Guid)made["id"]}/reopen")).Status);
        Assert.Equal((6, 12, -6), await StandsAsync(shop));
        // What is wanted first comes first; what has no day comes last.
        Assert.Equal(["Commission, Anna", "Winter fair"], (await shop.GetAsync("stock/reservations")).Is(200)["items"].Select(one => (string?)one["reason"]));
    }

    [Fact]
    public async Task A_change_loses_nobodys_change_and_the_same_request_sets_aside_once()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        var body = new { sku = "MUG", quantity = 2, reason = "Gallery" };
        var made = (await shop.PostAsync("stock/reservations", body, key: "once")).Is(201);
        Assert.Equal((Guid)made["id"], (Guid)(await shop.PostAsync("stock/reservations", body, key: "once")).Is(201)["id"]);
        var path = $"stock/reservations/{(Guid)made["id"]}";
        Assert.Equal(3m, (decimal)(await shop.PutAsync(path, new { quantity = 3, reason = "Gallery" }, "\"1\"")).Is(200)["quantity"]);
        Assert.Equal(412, (await shop.PutAsync(path, new { quantity = 5, reason = "Gallery" }, "\"1\"")).Status);
        Assert.Equal((10, 3, 7), await StandsAsync(shop));
    }

    [Fact]
    public async Task Material_is_set_aside_in_its_units_and_what_to_order_counts_with_it()
    {
        var shop = await app.OpenShopAsync();
        var clay = (Guid)(await shop.PostAsync("materials", new { name = "Clay", unit = "g", purchaseUnit = "kg" })).Is(201)["id"];
        (await shop.PostAsync("stock/movements", new { materialId = clay, quantity = 20, unit = "kg", reason = "received", cost = 4000, at = "2026-10-01T08:00:00Z" })).Is(201);
        (await shop.PostAsync("stock/movements", new { materialId = clay, quantity = -9, unit = "kg", reason = "used" })).Is(201);
        Assert.Empty((await shop.GetAsync("reorder")).Is(200)["items"]);
        var made = (await shop.PostAsync("stock/reservations", new { materialId = clay, quantity = 9.5, unit = "kg", reason = "Dinner set" })).Is(201);
        Assert.Equal((9.5m, "kg", true), ((decimal)made["quantity"], (string?)made["unit"], (bool)made["isMaterial"]));
        var now = (await shop.GetAsync($"materials/{clay}")).Is(200);
        Assert.Equal((11000m, 1500m, 9500m, 0m), ((decimal)now["onHand"], (decimal)now["available"], (decimal)now["committed"], (decimal)now["incoming"]));
        // A tenth of a kilo leaves a day: what is left over does not last until more arrives.
        var order = Assert.Single((await shop.GetAsync("reorder")).Is(200)["items"]);
        Assert.Equal((11m, 9.5m), ((decimal)order["onHand"], (decimal)order["committed"]));
    }

    [Fact]
    public async Task Days_of_stock_are_of_what_is_available()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 20);
        await shop.SellAsync("MUG", 2);
        await Eventually.PassesAsync(async () => Assert.True((await shop.StockOfAsync("MUG")).Has("daysLeft")));
        var before = (decimal)(await shop.StockOfAsync("MUG"))["daysLeft"];
        (await shop.PostAsync("stock/reservations", new { sku = "MUG", quantity = 9, reason = "Fair" })).Is(201);
        Assert.Equal(before / 2, (decimal)(await shop.StockOfAsync("MUG"))["daysLeft"]);
    }

    [Theory]
    [InlineData("""{ "quantity": 1, "reason": "Fair" }""", "variantId")]
    [InlineData("""{ "sku": "NONE", "quantity": 1, "reason": "Fair" }""", "sku")]
    [InlineData("""{ "sku": "MUG", "quantity": 0, "reason": "Fair" }""", "quantity")]
    [InlineData("""{ "sku": "MUG", "quantity": -1, "reason": "Fair" }""", "quantity")]
    [InlineData("""{ "sku": "MUG", "quantity": 1.5, "reason": "Fair" }""", "quantity")]
    [InlineData("""{ "sku": "MUG", "quantity": 2000000000, "reason": "Fair" }""", "quantity")]
    [InlineData("""{ "sku": "MUG", "quantity": 1, "unit": "kg", "reason": "Fair" }""", "quantity")]
    [InlineData("""{ "sku": "MUG", "quantity": 1 }""", "reason")]
    [InlineData("""{ "sku": "MUG", "quantity": 1, "reason": "Fair", "wantedOn": "1500-01-01" }""", "wantedOn")]
    public async Task What_makes_no_sense_is_refused_under_its_field(string body, string field)
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 3);
        var answer = await shop.PostAsync("stock/reservations", body);
        Assert.InRange(answer.Status, 400, 422);
        Assert.NotEmpty(answer.Refuses(answer.Status, field));
        Assert.Equal((3, 0, 3), await StandsAsync(shop));
    }

    [Fact]
    public async Task It_is_done_and_undone_on_the_page_without_scripts()
    {
        var shop = await app.OpenShopAsync();
        var variant = await shop.AddProductAsync("MUG", pieces: 10, name: "Mug");
        var wrong = await shop.PostFormAsync("inventory/set-aside", "inventory/set-aside", ("_handler", "reservation"), ("Wanted.Item", $"{variant}"), ("Wanted.Quantity", "many"), ("Wanted.Reason", ""));
        Assert.Contains("“many” is not a number", wrong.Text, StringComparison.Ordinal);
        var aside = await shop.PostFormAsync("inventory/set-aside", "inventory/set-aside", ("_handler", "reservation"), ("Wanted.Item", $"{variant}"), ("Wanted.Quantity", "4"), ("Wanted.Reason", "Anna's wedding"), ("Wanted.WantedOn", "2026-11-01"));
        Assert.Contains("Anna's wedding", aside.Text, StringComparison.Ordinal);
        Assert.Contains("1 Nov 2026, late", aside.Text, StringComparison.Ordinal);
        Assert.Contains("4 set aside, 6 available", System.Net.WebUtility.HtmlDecode(await shop.Http.GetStringAsync($"/{shop.Slug}/inventory", TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        var id = (Guid)(await shop.GetAsync("stock/reservations")).Is(200)["items"][0]["id"];
        var changed = await shop.PostFormAsync($"inventory/set-aside/{id}", $"inventory/set-aside/{id}", ("_handler", "reservation"), ("Wanted.Version", "1"), ("Wanted.Item", $"{variant}"), ("Wanted.Quantity", "5"), ("Wanted.Reason", "Anna's wedding"));
        Assert.Contains("Saved", changed.Text, StringComparison.Ordinal);
        Assert.Equal((10, 5, 5), await StandsAsync(shop));
        var done = await shop.PostFormAsync("inventory/set-aside", $"inventory/set-aside/{id}/close");
        Assert.Contains("Nothing is set aside", done.Text, StringComparison.Ordinal);
        await shop.PostFormAsync("inventory/set-aside", done.Undo!);
        Assert.Equal((10, 5, 5), await StandsAsync(shop));
    }

    private static async Task<(long, long, long)> StandsAsync(TestShop shop)
    {
        var stock = await shop.StockOfAsync("MUG");
        return ((long)stock["onHand"], (long)stock["committed"], (long)stock["available"]);
    }
}
