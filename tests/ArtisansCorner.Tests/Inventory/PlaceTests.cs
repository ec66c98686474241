using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Inventory;

/// <summary>Places where stock lies, and carrying pieces between them.</summary>
public abstract class PlaceTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : PlaceTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : PlaceTests(app);

    [Fact]
    public async Task A_fair_is_added_changed_put_away_and_taken_out_again()
    {
        var shop = await app.OpenShopAsync();
        Assert.Empty((await shop.GetAsync("locations")).Is(200)["items"]);
        var made = await shop.PostAsync("locations", new { name = " Winter fair ", kind = "fair", firstDay = "2026-11-27", lastDay = "2026-11-29" });
        var fair = made.Is(201);
        Assert.Equal(("Winter fair", "fair", "inUse", 0), ((string?)fair["name"], (string?)fair["kind"], (string?)fair["state"], (long)fair["pieces"]));
        var id = (Guid)fair["id"];
        // The usual place is there from the first other one on, and stands first.
        Assert.Equal(["Studio", "Winter fair"], (await shop.GetAsync("locations")).Is(200)["items"].Select(place => (string?)place["name"]));

        var seen = made.Headers.ETag!.Tag;
        var changed = await shop.PutAsync($"locations/{id}", new { name = "Winter market", kind = "fair", firstDay = "2026-11-27", lastDay = "2026-11-28" }, seen);
        Assert.Equal(("Winter market", "2026-11-28"), ((string?)changed.Is(200)["name"], (string?)changed.Json["lastDay"]));
        (await shop.PutAsync($"locations/{id}", new { name = "Lost", kind = "gallery" }, seen)).Refuses(412);

        Assert.Equal(204, (await shop.DeleteAsync($"locations/{id}")).Status);
        Assert.Equal(["Studio"], (await shop.GetAsync("locations")).Is(200)["items"].Select(place => (string?)place["name"]));
        Assert.Equal(2, (await shop.GetAsync("locations?all=true")).Is(200)["items"].Count);
        await shop.AddProductAsync("MUG", pieces: 3);
        Assert.Contains("put away", (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 1, reason = "made", location = "winter market" })).Refuses(422, "location"), StringComparison.Ordinal);
        Assert.Equal("inUse", (string?)(await shop.PutAsync($"locations/{id}", new { name = "Winter market", kind = "gallery", state = "inUse" })).Is(200)["state"]);
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 1, reason = "made", location = "winter market" })).Is(201);
    }

    [Fact]
    public async Task The_usual_place_stays_in_use_under_any_name()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 3);
        var usual = Assert.Single((await shop.GetAsync("locations")).Is(200)["items"]);
        Assert.True((bool)usual["isDefault"]);
        (await shop.DeleteAsync($"locations/{(Guid)usual["id"]}")).Refuses(409);
        (await shop.PutAsync($"locations/{(Guid)usual["id"]}", new { name = "Attic", kind = "studio", state = "putAway" })).Refuses(409);
        (await shop.PutAsync($"locations/{(Guid)usual["id"]}", new { name = "Attic", kind = "studio" })).Is(200);
        (await shop.PostAsync("locations", new { name = "Studio", kind = "gallery" })).Is(201);
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 2, reason = "made" })).Is(201);
        Assert.Equal(5, (long)Assert.Single((await shop.GetAsync("stock?location=attic")).Is(200)["items"])["onHand"]);
    }

    [Fact]
    public async Task Twenty_of_one_name_at_once_are_one_place()
    {
        var shop = await app.OpenShopAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.PostAsync("locations", new { name = i % 2 == 0 ? "Gallery" : "GALLERY", kind = "gallery" })));
        Assert.Equal([201, .. Enumerable.Repeat(409, 19)], answers.Select(answer => answer.Status).Order());
        var same = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.PostAsync("locations", new { name = "Market", kind = "gallery" }, key: "market")));
        Assert.Single(same.Select(answer => (Guid)answer.Is(201)["id"]).Distinct());
        Assert.Equal(3, (await shop.GetAsync("locations")).Is(200)["items"].Count);
    }

    [Fact]
    public async Task Pieces_carried_to_a_fair_are_there_and_the_shop_has_neither_more_nor_less()
    {
        var shop = await app.OpenShopAsync();
        var mug = await shop.AddProductAsync("MUG", pieces: 10, unitCost: 250);
        (await shop.PostAsync("locations", new { name = "Fair", kind = "gallery" })).Is(201);
        var before = await shop.StockOfAsync("MUG");
        var move = (await shop.PostAsync("stock/moves", new { sku = "mug", quantity = 4, to = "fair" }, key: "van")).Is(201);
        Assert.Equal([("Studio", 6), ("Fair", 4)], move["places"].Select(place => ((string?)place["location"], (long)place["onHand"])));
        Assert.Equal((Guid)move["id"], (Guid)(await shop.PostAsync("stock/moves", new { sku = "mug", quantity = 4, to = "fair" }, key: "van")).Is(201)["id"]);
        Assert.Equal(before.ToString(), (await shop.StockOfAsync("MUG")).ToString());
        var there = Assert.Single((await shop.GetAsync("stock?location=Fair")).Is(200)["items"]);
        Assert.Equal((mug, 4, 1000), ((Guid)there["variantId"], (long)there["onHand"], (long)there["value"]));

        // A count counts what lies there.
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 3, reason = "counted", location = "Fair" })).Is(201);
        Assert.Equal(9, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 5, reason = "counted" })).Is(201);
        Assert.Equal(8, (long)(await shop.StockOfAsync("MUG"))["onHand"]);

        for (var i = 0; i < 2; i++) Assert.Equal(204, (await shop.PostAsync($"stock/moves/{(Guid)move["id"]}/undo")).Status);
        Assert.Equal(-1, (long)Assert.Single((await shop.GetAsync("stock?location=Fair")).Is(200)["items"])["onHand"]);
        Assert.Equal(8, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        (await shop.PostAsync($"stock/moves/{Guid.CreateVersion7()}/undo")).Refuses(404);
    }

    [Fact]
    public async Task The_places_of_one_shop_are_not_there_in_another()
    {
        var (mine, theirs) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        var id = (Guid)(await theirs.PostAsync("locations", new { name = "Fair", kind = "gallery" })).Is(201)["id"];
        await mine.AddProductAsync("MUG", pieces: 3);
        (await mine.PostAsync("stock/movements", new { sku = "MUG", quantity = 1, reason = "made", location = id })).Refuses(422, "location");
        (await mine.PostAsync("stock/moves", new { sku = "MUG", quantity = 1, to = id })).Refuses(422, "to");
        (await mine.GetAsync($"stock?location={id}")).Refuses(422, "location");
        (await mine.GetAsync($"locations/{id}")).Refuses(404);
        (await mine.PutAsync($"locations/{id}", new { name = "Mine", kind = "gallery" })).Refuses(404);
        (await mine.DeleteAsync($"locations/{id}")).Refuses(404);
    }

    [Theory]
    [InlineData("""{ "kind": "fair" }""", "name")]
    [InlineData("""{ "name": "  ", "kind": "studio" }""", "name")]
    [InlineData("""{ "name": "two\nlines", "kind": "studio" }""", "name")]
    [InlineData("""{ "name": "01920000-0000-7000-8000-000000000000", "kind": "studio" }""", "name")]
    [InlineData("""{ "name": "Fair", "kind": "circus" }""", "kind")]
    [InlineData("""{ "name": "Fair", "kind": "fair" }""", "firstDay")]
    [InlineData("""{ "name": "Fair", "kind": "fair", "firstDay": "2026-11-27" }""", "lastDay")]
    [InlineData("""{ "name": "Fair", "kind": "fair", "firstDay": "2026-11-27", "lastDay": "2026-11-26" }""", "lastDay")]
    [InlineData("""{ "name": "Fair", "kind": "fair", "firstDay": "2026-11-27", "lastDay": "2029-11-26" }""", "lastDay")]
    [InlineData("""{ "name": "Fair", "kind": "fair", "firstDay": "0001-01-01", "lastDay": "0001-01-02" }""", "firstDay")]
    [InlineData("""{ "name": "Fair", "kind": "gallery", "firstDay": "2026-11-27" }""", "firstDay")]
    [InlineData("""{ "name": "Fair", "kind": "fair", "firstDay": "tomorrow" }""", "firstDay")]
    public async Task A_place_that_makes_no_sense_is_refused_under_its_field(string body, string field)
    {
        var shop = await app.OpenShopAsync();
        var answer = await shop.PostAsync("locations", body);
        Assert.InRange(answer.Status, 400, 422);
        Assert.NotEmpty(answer.Refuses(answer.Status, field));
        Assert.Empty((await shop.GetAsync("locations?all=true")).Is(200)["items"]);
    }

    [Theory]
    [InlineData("""{ "quantity": 1, "to": "Fair" }""", "variantId")]
    [InlineData("""{ "sku": "NONE", "quantity": 1, "to": "Fair" }""", "sku")]
    [InlineData("""{ "sku": "MUG", "quantity": 0, "to": "Fair" }""", "quantity")]
    [InlineData("""{ "sku": "MUG", "quantity": -1, "to": "Fair" }""", "quantity")]
    [InlineData("""{ "sku": "MUG", "quantity": 9223372036854775807, "to": "Fair" }""", "quantity")]
    [InlineData("""{ "sku": "MUG", "quantity": 1 }""", "to")]
    [InlineData("""{ "sku": "MUG", "quantity": 1, "to": "Nowhere" }""", "to")]
    [InlineData("""{ "sku": "MUG", "quantity": 1, "from": "Nowhere" }""", "from")]
    [InlineData("""{ "sku": "NEW", "quantity": 1, "to": "Fair" }""", "quantity")]
    public async Task A_move_that_makes_no_sense_moves_nothing(string body, string field)
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 3);
        await shop.AddProductAsync("NEW");
        (await shop.PostAsync("locations", new { name = "Fair", kind = "gallery" })).Is(201);
        var answer = await shop.PostAsync("stock/moves", body);
        Assert.InRange(answer.Status, 400, 422);
        Assert.NotEmpty(answer.Refuses(answer.Status, field));
        Assert.Empty((await shop.GetAsync("stock?location=Fair")).Is(200)["items"]);
    }
}
