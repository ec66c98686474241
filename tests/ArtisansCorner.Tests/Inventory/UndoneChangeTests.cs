using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Inventory;

/// <summary>What was changed on a page is as it was before when “Undo” is pressed there, as long as nobody changed it since.</summary>
public abstract class UndoneChangeTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : UndoneChangeTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : UndoneChangeTests(app);

    [Fact]
    public async Task A_supplier_is_as_before()
    {
        var shop = await app.OpenShopAsync();
        var added = await PostAsync(shop, "inventory/suppliers", "supplier", ("Supplier.Name", "Kilnworks"), ("Supplier.Email", "orders@kilnworks.example"), ("Supplier.LeadDays", "3"), ("Supplier.Notes", "Customer 12"));
        var id = (Guid)(await shop.GetAsync("suppliers")).Is(200)["items"][0]["id"];
        var before = (await shop.GetAsync($"suppliers/{id}")).Is(200).ToString();
        var changed = await PostAsync(shop, $"inventory/suppliers/{id}", "supplier", ("Supplier.Version", "1"), ("Supplier.Name", "Kiln & co"), ("Supplier.LeadDays", "30"), ("Supplier.IsPutAway", "true"));
        Assert.Equal("Kiln & co", (string?)(await shop.GetAsync($"suppliers/{id}")).Is(200)["name"]);
        await UndoAsync(shop, changed);
        Assert.Equal(before.Replace("\"version\":1", "\"version\":3", StringComparison.Ordinal), (await shop.GetAsync($"suppliers/{id}")).Is(200).ToString());

        // The one that was added was changed since, though it is as it was then.
        Assert.Contains("Someone else changed this meanwhile", (await shop.PostFormAsync("inventory/suppliers", added.Undo!)).Text, StringComparison.Ordinal);
        var clay = await PostAsync(shop, "inventory/suppliers", "supplier", ("Supplier.Name", "Clay pit"), ("Supplier.LeadDays", "3"));
        var pit = (await shop.GetAsync("suppliers")).Is(200)["items"].Single(supplier => (string?)supplier["name"] == "Clay pit");
        await shop.AddProductAsync("MUG");
        var order = (Guid)(await shop.PostAsync("purchases", new { supplierId = (Guid)pit["id"], lines = new[] { new { sku = "MUG", quantity = 1, cost = 100 } } })).Is(201)["id"];
        Assert.Contains("There are orders from Clay pit already", (await shop.PostFormAsync("inventory/suppliers", clay.Undo!)).Text, StringComparison.Ordinal);
        (await shop.PutAsync($"purchases/{order}", new { lines = new[] { new { sku = "MUG", quantity = 1, cost = 100 } } })).Is(200);
        await UndoAsync(shop, clay);
        Assert.Equal(["Kilnworks"], (await shop.GetAsync("suppliers?all=true")).Is(200)["items"].Select(supplier => (string?)supplier["name"]));
    }

    [Fact]
    public async Task An_order_is_as_before_and_what_came_of_it_costs_what_it_cost()
    {
        var shop = await app.OpenShopAsync();
        var (mug, bowl) = (await shop.AddProductAsync("MUG"), await shop.AddProductAsync("BOWL"));
        var clay = (Guid)(await shop.PostAsync("materials", new { name = "Clay", unit = "g", purchaseUnit = "kg" })).Is(201)["id"];
        var order = new { freight = 200, reference = "A-1", note = "With care", lines = new object[] { new { variantId = mug, quantity = 10, cost = 4000 }, new { materialId = clay, quantity = 2.5, unit = "kg", cost = 1000 } } };
        var id = (Guid)(await shop.PostAsync("purchases", order)).Is(201)["id"];
        (await shop.PostAsync($"purchases/{id}/receipts", new { lines = new[] { new { variantId = mug, quantity = 4 } } })).Is(201);
        var (before, worth) = ((await shop.GetAsync($"purchases/{id}")).Is(200), (long)(await shop.StockOfAsync("MUG"))["value"]);
        var changed = await PostAsync(
            shop, $"inventory/purchases/{id}", "purchase", ("Purchase.Do", "save"), ("Purchase.Version", $"{(int)before["version"]}"), ("Purchase.OrderedOn", (string)before["orderedOn"]!), ("Purchase.Lines[0].Item", $"{mug}"), ("Purchase.Lines[0].Quantity", "5"),
            ("Purchase.Lines[0].Cost", "90"), ("Purchase.Lines[1].Item", $"{bowl}"), ("Purchase.Lines[1].Quantity", "1"), ("Purchase.Lines[1].Cost", "1"));
        Assert.Equal((7200, 1), ((long)(await shop.StockOfAsync("MUG"))["value"], (long)(await shop.StockOfAsync("MUG"))["incoming"]));
        await UndoAsync(shop, changed);
        Assert.Equal((worth, 6), ((long)(await shop.StockOfAsync("MUG"))["value"], (long)(await shop.StockOfAsync("MUG"))["incoming"]));
        Assert.Equal(WithoutVersion(before), WithoutVersion((await shop.GetAsync($"purchases/{id}")).Is(200)));

        var arrived = await PostAsync(shop, "inventory/purchases/new", "purchase", ("Purchase.Do", "arrived"), ("Purchase.Lines[0].Item", $"{bowl}"), ("Purchase.Lines[0].Quantity", "2"), ("Purchase.Lines[0].Cost", "8"));
        Assert.Equal(2, (long)(await shop.StockOfAsync("BOWL"))["onHand"]);
        Assert.Contains("it is still to come", (await shop.PostFormAsync("inventory/purchases/new", arrived.Undo!)).Text, StringComparison.Ordinal);
        Assert.Equal(0, (long)(await shop.StockOfAsync("BOWL"))["onHand"]);
    }

    [Fact]
    public async Task A_gallery_is_as_before_with_all_the_terms_it_ever_had()
    {
        var shop = await app.OpenShopAsync();
        var id = (Guid)(await shop.PostAsync("locations", new { name = "Gallery", kind = "gallery", share = 40, since = "2026-01-01", contact = "Ms. Ito" })).Is(201)["id"];
        (await shop.PutAsync($"locations/{id}", new { name = "Gallery", kind = "gallery", share = 30, since = "2026-03-01", contact = "Ms. Ito" })).Is(200);
        foreach (var day in (string[])["2026-02-01", "2026-04-01", "2026-06-01"]) (await shop.PostAsync("sales", new { channel = "Consignment", location = $"{id}", day, lines = new[] { new { title = "Bowl", quantity = 1, unitPrice = 10_000 } } })).Is(201);
        var (before, kept) = (WithoutVersion((await shop.GetAsync($"locations/{id}")).Is(200)), await KeptAsync());
        Assert.Equal([4000, 3000, 3000], kept);
        (string, string)[] typed = [("Place.Name", "Corner"), ("Place.Kind", "Gallery"), ("Place.Share", "50")];
        foreach (var since in (string[])["2026-05-01", "2026-03-01"])
        {
            var version = (int)(await shop.GetAsync($"locations/{id}")).Is(200)["version"];
            var changed = await PostAsync(shop, $"inventory/places/{id}", "place", [("Place.Version", $"{version}"), ("Place.Since", since), .. typed]);
            Assert.NotEqual(kept, await KeptAsync());
            await UndoAsync(shop, changed);
            Assert.Equal(before, WithoutVersion((await shop.GetAsync($"locations/{id}")).Is(200)));
            Assert.Equal(kept, await KeptAsync());
        }

        // What is said of the share now holds since it was agreed: nothing of what was undone is between.
        (await shop.PutAsync($"locations/{id}", new { name = "Gallery", kind = "gallery", share = 20, since = "2026-03-01" })).Is(200);
        kept = await KeptAsync();
        Assert.Equal([4000, 2000, 2000], kept);

        async Task<long[]> KeptAsync() => [.. (await shop.GetAsync($"locations/{id}/statement?from=2026-01-01&to=2026-06-30")).Is(200)["sold"].Select(row => (long)row["kept"])];
    }

    [Fact]
    public async Task Levels_of_places_and_what_is_set_aside_are_as_before()
    {
        var shop = await app.OpenShopAsync();
        var mug = await shop.AddProductAsync("MUG", pieces: 5, threshold: 0);
        var fair = (Guid)(await shop.PostAsync("locations", new { name = "Fair", kind = "fair", firstDay = "2026-06-01", lastDay = "2026-06-02" })).Is(201)["id"];
        (await shop.PostAsync("stock/moves", new { sku = "MUG", quantity = 2, from = "Studio", to = "Fair" })).Is(201);
        var path = $"inventory/{(Guid)(await shop.StockOfAsync("MUG"))["productId"]}";
        var set = await shop.PostFormAsync(path, $"{path}/watch", ($"low-{mug}-{fair}", "2"));
        Assert.Single((await shop.GetAsync("alerts")).Is(200)["items"]);
        await UndoAsync(shop, set);
        Assert.Empty((await shop.GetAsync("alerts")).Is(200)["items"]);
        var again = await shop.PostFormAsync(path, $"{path}/watch", ($"low-{mug}-{fair}", "1"));
        await shop.PostFormAsync(path, $"{path}/watch", ($"low-{mug}-{fair}", "2"));
        Assert.Contains("changed this meanwhile", (await shop.PostFormAsync(path, again.Undo!)).Text, StringComparison.Ordinal);

        var id = (Guid)(await shop.PostAsync("stock/reservations", new { sku = "MUG", quantity = 2, reason = "Anna's wedding", wantedOn = "2026-11-01" })).Is(201)["id"];
        var before = WithoutVersion((await shop.GetAsync($"stock/reservations/{id}")).Is(200));
        await UndoAsync(shop, await PostAsync(shop, $"inventory/set-aside/{id}", "reservation", ("Wanted.Version", "1"), ("Wanted.Item", $"{mug}"), ("Wanted.Quantity", "1"), ("Wanted.Reason", "Ben")));
        Assert.Equal(before, WithoutVersion((await shop.GetAsync($"stock/reservations/{id}")).Is(200)));
    }

    [Fact]
    public async Task Alerts_speak_again_counts_go_on_and_periods_are_closed_again()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 1, threshold: 4);
        var path = $"inventory/{(Guid)(await shop.StockOfAsync("MUG"))["productId"]}";
        var alert = (Guid)Assert.Single((await shop.GetAsync("alerts")).Is(200)["items"])["id"];
        foreach (var quiet in (Func<Task<Landing>>[])[() => PostAsync(shop, path, "snooze", ("AlertId", $"{alert}")), () => shop.PostFormAsync("inventory/alerts", $"inventory/alerts/{alert}/quiet")])
        {
            var said = await quiet();
            Assert.NotNull((string?)(await shop.GetAsync("alerts?all=true")).Is(200)["items"][0]["snoozedUntil"]);
            await UndoAsync(shop, said);
            Assert.Null((string?)(await shop.GetAsync("alerts?all=true")).Is(200)["items"][0]["snoozedUntil"]);
        }

        await UndoAsync(shop, await PostAsync(shop, "inventory/alerts", "mail", ("Mail", "Daily"), ("Do", "save")));
        Assert.Equal("never", (string?)(await shop.GetAsync("alerts/mail")).Is(200)["mail"]);

        var count = (Guid)(await shop.PostAsync("stocktakes", new { })).Is(201)["stocktake"]["id"];
        (await shop.PutAsync($"stocktakes/{count}/lines", new { lines = new[] { new { sku = "MUG", quantity = 3 } } })).Is(200);
        var givenUp = await shop.PostFormAsync("inventory/counts", $"inventory/counts/{count}/give-up");
        (await shop.PostAsync($"stocktakes/{count}/finish")).Refuses(409);
        Assert.Contains("It goes on", (await shop.PostFormAsync("inventory/counts", givenUp.Undo!)).Text, StringComparison.Ordinal);
        (await shop.PostAsync($"stocktakes/{count}/finish")).Is(200);
        Assert.Equal(3, (long)(await shop.StockOfAsync("MUG"))["onHand"]);

        var closed = await PostAsync(shop, "inventory/value", "close", ("Through", "2025-12-31"));
        await UndoAsync(shop, await shop.PostFormAsync("inventory/value", closed.Undo!));
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 1, reason = "made", at = "2025-12-30T10:00:00Z" })).Refuses(409);
    }

    [Fact]
    public async Task A_recipe_what_an_hour_costs_and_a_booking_are_as_before()
    {
        var shop = await app.OpenShopAsync();
        var soap = await shop.AddProductAsync("SOAP");
        var oil = (Guid)(await shop.PostAsync("materials", new { name = "Oil", unit = "g", purchaseUnit = "kg" })).Is(201)["id"];
        var id = (Guid)(await shop.PostAsync("recipes", new { variantId = soap, yield = 10, laborMinutes = 45, notes = "Stir", lines = new[] { new { materialId = oil, quantity = 0.5, unit = "kg" } } })).Is(201)["id"];
        var before = (await shop.GetAsync($"recipes/{id}")).Is(200);
        var changed = await PostAsync(
            shop, $"making/{id}", "recipe", ("Recipe.Do", "save"), ("Recipe.Version", "1"), ("Recipe.Makes", $"{soap}"), ("Recipe.Yield", "8"), ("Recipe.Lines[0].Item", $"{oil}"), ("Recipe.Lines[0].Quantity", "700"), ("Recipe.Lines[0].Unit", "g"));
        Assert.Equal(8, (decimal)(await shop.GetAsync($"recipes/{id}")).Is(200)["yield"]);
        await UndoAsync(shop, changed);
        var after = (await shop.GetAsync($"recipes/{id}")).Is(200);
        Assert.Equal((10, 45, "Stir", 3), ((decimal)after["yield"], (int)after["laborMinutes"], (string?)after["notes"], (int)after["version"]));
        Assert.Equal(before["lines"].ToString(), after["lines"].ToString());

        (await shop.PutAsync("making/rates", new { laborPerHour = 2000, overheadPerHour = 300, laborIsValued = true })).Is(200);
        var rates = await PostAsync(shop, "making", "rates", ("Rates.Labor", "25"), ("Rates.Overhead", "4"));
        await UndoAsync(shop, rates);
        var now = (await shop.GetAsync("making/rates")).Is(200);
        Assert.Equal((2000, 300, true), ((long)now["laborPerHour"], (long)now["overheadPerHour"], (bool)now["laborIsValued"]));

        var booked = await PostAsync(shop, $"making/materials/{oil}", "move", ("Booking.Reason", "Received"), ("Booking.Quantity", "2"), ("Booking.Unit", "kg"), ("Booking.Cost", "18"));
        Assert.Equal(2000, (decimal)(await shop.GetAsync($"materials/{oil}")).Is(200)["onHand"]);
        Assert.Contains("Taken back", (await shop.PostFormAsync("making", booked.Undo!)).Text, StringComparison.Ordinal);
        Assert.Equal(0, (decimal)(await shop.GetAsync($"materials/{oil}")).Is(200)["onHand"]);
    }

    private static Task<Landing> PostAsync(TestShop shop, string path, string handler, params (string, string)[] values) => shop.PostFormAsync(path, path, [("_handler", handler), .. values]);

    private static async Task UndoAsync(TestShop shop, Landing changed)
    {
        Assert.NotNull(changed.Undo);
        Assert.Contains("As it was before", (await shop.PostFormAsync("settings/makers", changed.Undo)).Text, StringComparison.Ordinal);
    }

    private static string WithoutVersion(Json json) => System.Text.RegularExpressions.Regex.Replace(json.ToString(), "\"version\":\\d+", "");
}
