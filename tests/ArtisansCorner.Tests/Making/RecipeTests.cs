using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Making;

/// <summary>Recipes and batches: the soap of the user guide, to the cent.</summary>
public abstract class RecipeTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : RecipeTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RecipeTests(app);

    [Fact]
    public async Task Soap_from_lye_oils_and_work_costs_what_the_guide_works_out()
    {
        var (shop, soap, recipe) = await SoapAsync();
        // 85 g of lye at 8.00 a kilo, 500 ml of olive oil at 40.00 for 5 l, 150 g of coconut oil at 9.00 a kilo; 45 minutes at 20.00 and 4.00 an hour.
        Assert.Equal([68, 400, 135], recipe["lines"].Select(line => (long)line["cost"]));
        Assert.Equal((603, 1500, 300, 2403), ((long)recipe["cost"]["materials"], (long)recipe["cost"]["labor"], (long)recipe["cost"]["overhead"], (long)recipe["cost"]["total"]));
        Assert.Equal((240.3m, 650, 0.6303m), ((decimal)recipe["eachCost"], (long)recipe["price"], (decimal)recipe["margin"]));
        // A kilo of coconut oil is the scarcest: 6.67 runs.
        Assert.Equal(66m, (decimal)recipe["canMake"]);

        var batch = (await shop.PostAsync("batches", new { recipeId = (Guid)recipe["id"], quantity = 18, wasted = 2, note = "Lavender went missing" })).Is(201);
        Assert.Equal((90, 1206, 3000, 600, 4806), ((int)batch["laborMinutes"], (long)batch["materialCost"], (long)batch["laborCost"], (long)batch["overheadCost"], (long)batch["value"]));
        Assert.Equal([(300m, "g", 270), (170m, "g", 136), (1000m, "ml", 800)], batch["used"].Select(part => ((decimal)part["quantity"], (string?)part["unit"], (long)part["cost"])));
        var stock = await shop.StockOfAsync("SOAP");
        Assert.Equal((soap, 18, 4806), ((Guid)stock["variantId"], (long)stock["onHand"], (long)stock["value"]));
        Assert.Equal([700m, 830m, 4000m], (await shop.GetAsync("materials")).Is(200)["items"].Select(material => (decimal)material["onHand"]));
        await shop.SellAsync("SOAP", 18);
        Assert.Equal(0, (long)(await shop.StockOfAsync("SOAP"))["value"]);

        // What is known of a material with nothing left of it is what was paid for it.
        var lye = (Guid)recipe["lines"][0]["variantId"];
        (await shop.PostAsync("stock/movements", new { materialId = lye, quantity = 0, reason = "counted" })).Is(201);
        var later = (await shop.GetAsync($"recipes/{(Guid)recipe["id"]}")).Is(200);
        Assert.Equal((68, "lastPaid", 0m), ((long)later["lines"][0]["cost"], (string?)later["lines"][0]["source"], (decimal)later["canMake"]));
    }

    [Fact]
    public async Task The_owners_own_work_can_be_left_out_of_what_stock_is_worth()
    {
        var (shop, _, recipe) = await SoapAsync();
        (await shop.PutAsync("making/rates", new { laborPerHour = 2000, overheadPerHour = 400, laborIsValued = false })).Is(200);
        var batch = (await shop.PostAsync("batches", new { recipeId = (Guid)recipe["id"], quantity = 10 })).Is(201);
        Assert.Equal((1500, 903), ((long)batch["laborCost"], (long)batch["value"]));
        // A batch keeps what it cost; the rates hold from now on.
        (await shop.PutAsync("making/rates", new { laborPerHour = 9000, overheadPerHour = 0 })).Is(200);
        Assert.Equal((1500, 903), ((long)(await shop.GetAsync($"batches/{(Guid)batch["id"]}")).Is(200)["laborCost"], (long)(await shop.StockOfAsync("SOAP"))["value"]));
        (await shop.PutAsync("making/rates", new { laborPerHour = -1, overheadPerHour = 0 })).Refuses(422, "laborPerHour");
    }

    [Fact]
    public async Task A_recipe_that_uses_what_another_makes_costs_both_and_cannot_need_itself()
    {
        var (shop, soap, recipe) = await SoapAsync();
        await shop.AddProductAsync("GIFT", price: 2500, name: "Gift box");
        var box = (Guid)(await shop.PostAsync("materials", new { name = "Box", unit = "piece" })).Is(201)["id"];
        var gift = (await shop.PostAsync("recipes", new { sku = "GIFT", yield = 1, laborMinutes = 10, lines = new object[] { new { sku = "SOAP", quantity = 3 }, new { materialId = box, quantity = 1 } } })).Is(201);
        // 3 × 2.403 and ten minutes; nobody knows yet what a box costs.
        Assert.Equal([(721, "recipe"), (0, "unknown")], gift["lines"].Select(line => ((long)line["cost"], (string?)line["source"])));
        Assert.Equal(721 + 333 + 67, (long)gift["cost"]["total"]);
        var refused = await shop.PutAsync($"recipes/{(Guid)recipe["id"]}", new { yield = 10, laborMinutes = 45, lines = new[] { new { sku = "GIFT", quantity = 1 } } });
        Assert.Contains("Bar of soap → Gift box → Bar of soap", refused.Refuses(422, "lines[0].variantId"), StringComparison.Ordinal);
        (await shop.PutAsync($"recipes/{(Guid)recipe["id"]}", new { yield = 10, laborMinutes = 45, lines = new[] { new { sku = "SOAP", quantity = 1 } } })).Refuses(422, "lines[0].variantId");
        Assert.Equal(1, (int)(await shop.GetAsync($"recipes/{(Guid)recipe["id"]}")).Is(200)["version"]);
        // Pieces are used whole.
        var batch = (await shop.PostAsync("batches", new { recipeId = (Guid)gift["id"], quantity = 2 })).Is(201);
        Assert.Equal([6m, 2m], batch["used"].Select(part => (decimal)part["quantity"]));
        Assert.Equal(-6, (long)(await shop.StockOfAsync("SOAP"))["onHand"]);
        Assert.NotEqual(soap, (Guid)gift["variantId"]);
    }

    [Fact]
    public async Task Each_change_is_a_version_and_a_batch_keeps_the_one_it_was_made_by()
    {
        var (shop, _, recipe) = await SoapAsync();
        var id = (Guid)recipe["id"];
        var batch = (await shop.PostAsync("batches", new { recipeId = id, quantity = 10 })).Is(201);
        var seen = (await shop.GetAsync($"recipes/{id}")).Headers.ETag!.Tag;
        var lye = (Guid)recipe["lines"][0]["variantId"];
        var changed = (await shop.PutAsync($"recipes/{id}", new { yield = 12, laborMinutes = 30, notes = "Less water", lines = new[] { new { materialId = lye, quantity = 0.1, unit = "kg" } } }, seen)).Is(200);
        Assert.Equal((2, 12m, "kg", 0.1m), ((int)changed["version"], (decimal)changed["yield"], (string?)changed["lines"][0]["unit"], (decimal)changed["lines"][0]["quantity"]));
        (await shop.PutAsync($"recipes/{id}", new { yield = 1, laborMinutes = 0, lines = new[] { new { materialId = lye, quantity = 1 } } }, seen)).Refuses(412);
        var versions = (await shop.GetAsync($"recipes/{id}/versions")).Is(200)["items"];
        Assert.Equal([2, 1], versions.Select(version => (int)version["number"]));
        Assert.Equal(["0.1\u00A0kg Lye"], versions[0]["lines"].Select(line => (string?)line));
        Assert.Equal(["85\u00A0g Lye", "500\u00A0ml Olive oil", "150\u00A0g Coconut oil"], versions[1]["lines"].Select(line => (string?)line));
        Assert.Equal(1, (int)(await shop.GetAsync($"batches/{(Guid)batch["id"]}")).Is(200)["recipeVersion"]);
        Assert.Equal(204, (await shop.DeleteAsync($"recipes/{id}")).Status);
        Assert.Empty((await shop.GetAsync("recipes")).Is(200)["items"]);
        Assert.True((bool)Assert.Single((await shop.GetAsync("recipes?all=true")).Is(200)["items"])["isPutAway"]);
    }

    [Fact]
    public async Task A_batch_is_made_once_and_taken_back_once_however_often_it_is_sent()
    {
        var (shop, _, recipe) = await SoapAsync();
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.PostAsync("batches", new { recipeId = (Guid)recipe["id"], quantity = 10 }, key: "monday")));
        var id = Assert.Single(made.Select(answer => (Guid)answer.Is(201)["id"]).Distinct());
        Assert.Equal(10, (long)(await shop.StockOfAsync("SOAP"))["onHand"]);
        await shop.SellAsync("SOAP", 4);
        var undone = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.PostAsync($"batches/{id}/undo", new { })));
        Assert.All(undone, answer => Assert.Equal(204, answer.Status));
        Assert.Equal(-4, (long)(await shop.StockOfAsync("SOAP"))["onHand"]);
        Assert.Equal([(1000m, 900), (1000m, 800), (5000m, 4000)], (await shop.GetAsync("materials")).Is(200)["items"].Select(material => ((decimal)material["onHand"], (long)material["value"])));
        Assert.True(Assert.Single((await shop.GetAsync("batches")).Is(200)["items"]).Has("takenBackAt"));
        var other = await app.OpenShopAsync();
        (await other.PostAsync($"batches/{id}/undo", new { })).Refuses(404);
        (await other.GetAsync($"batches/{id}")).Refuses(404);
        (await other.PostAsync("batches", new { recipeId = (Guid)recipe["id"], quantity = 1 })).Refuses(422, "recipeId");
    }

    [Fact]
    public async Task Many_who_make_and_sell_at_once_lose_nothing()
    {
        var (shop, _, recipe) = await SoapAsync();
        await Task.WhenAll(Enumerable.Range(0, 24).Select(async i =>
        {
            if (i % 3 == 0) await shop.SellAsync("SOAP", 2);
            else (await shop.PostAsync("batches", new { recipeId = (Guid)recipe["id"], quantity = i % 3 })).Is(201);
        }));
        // 8 × 1 and 8 × 2 made, 8 × 2 sold.
        Assert.Equal(8, (long)(await shop.StockOfAsync("SOAP"))["onHand"]);
        Assert.Equal([640m, 796m, 3800m], (await shop.GetAsync("materials")).Is(200)["items"].Select(material => (decimal)material["onHand"]));
        Assert.Equal(16, (await shop.GetAsync("batches?limit=100")).Is(200)["items"].Count);
    }

    [Fact]
    public async Task A_batch_in_the_past_at_a_place_with_what_was_really_used()
    {
        var (shop, _, recipe) = await SoapAsync();
        (await shop.PostAsync("locations", new { name = "Barn", kind = "studio" })).Is(201);
        var lye = (Guid)recipe["lines"][0]["variantId"];
        var batch = (await shop.PostAsync("batches", new { recipeId = (Guid)recipe["id"], quantity = 9, laborMinutes = 60, at = "2026-01-02T10:00:00Z", location = "barn", used = new[] { new { materialId = lye, quantity = 90 } } })).Is(201);
        Assert.Equal((72, 2000, 400, "2026-01-02T10:00:00"), ((long)batch["materialCost"], (long)batch["laborCost"], (long)batch["overheadCost"], ((string)batch["at"]!)[..19]));
        Assert.Equal(9, (long)Assert.Single((await shop.GetAsync("stock?location=Barn")).Is(200)["items"])["onHand"]);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_changes_nothing()
    {
        var (shop, soap, recipe) = await SoapAsync();
        var (id, lye) = ((Guid)recipe["id"], (Guid)recipe["lines"][0]["variantId"]);
        object[] lines = [new { materialId = lye, quantity = 1 }];
        (await shop.PostAsync("recipes", new { variantId = soap, yield = 1, laborMinutes = 0, lines })).Refuses(409, "variantId");
        await shop.AddProductAsync("MUG");
        (await shop.PostAsync("recipes", new { sku = "MUG", yield = 0, laborMinutes = 0, lines })).Refuses(422, "yield");
        (await shop.PostAsync("recipes", new { sku = "MUG", yield = 1.5, laborMinutes = 0, lines })).Refuses(422, "yield");
        (await shop.PostAsync("recipes", new { sku = "MUG", yield = 1, laborMinutes = -1, lines })).Refuses(422, "laborMinutes");
        (await shop.PostAsync("recipes", new { sku = "MUG", yield = 1, laborMinutes = 0, lines = Array.Empty<object>() })).Refuses(422, "lines");
        (await shop.PostAsync("recipes", new { sku = "MUG", yield = 1, laborMinutes = 0, lines = new[] { new { materialId = lye, quantity = 0 } } })).Refuses(422, "lines[0].quantity");
        (await shop.PostAsync("recipes", new { sku = "MUG", yield = 1, laborMinutes = 0, lines = new[] { new { materialId = lye, quantity = 1, unit = "ml" } } })).Refuses(422, "lines[0].quantity");
        (await shop.PostAsync("recipes", new { sku = "MUG", yield = 1, laborMinutes = 0, lines = new[] { new { materialId = Guid.CreateVersion7(), quantity = 1 } } })).Refuses(422, "lines[0].materialId");
        (await shop.PostAsync("recipes", new { sku = "CUP", yield = 1, laborMinutes = 0, lines })).Refuses(422, "sku");
        (await shop.PostAsync("batches", new { recipeId = id, quantity = 0 })).Refuses(422, "quantity");
        (await shop.PostAsync("batches", new { recipeId = id, quantity = 1.5 })).Refuses(422, "quantity");
        (await shop.PostAsync("batches", new { recipeId = id, quantity = -1 })).Refuses(422, "quantity");
        (await shop.PostAsync("batches", new { recipeId = id, quantity = 1_000_000_000 })).Refuses(422, "quantity");
        (await shop.PostAsync("batches", new { recipeId = id, quantity = 1, at = "2099-01-01T00:00:00Z" })).Refuses(422, "at");
        (await shop.PostAsync("batches", new { recipeId = id, quantity = 1, location = "nowhere" })).Refuses(422, "location");
        (await shop.GetAsync($"recipes/{Guid.CreateVersion7()}")).Refuses(404);
        (await shop.GetAsync($"recipes/{Guid.CreateVersion7()}/versions")).Refuses(404);
        Assert.Empty((await shop.GetAsync("batches")).Is(200)["items"]);
        Assert.Single((await shop.GetAsync("recipes")).Is(200)["items"]);
        Assert.Equal([1000m, 1000m, 5000m], (await shop.GetAsync("materials")).Is(200)["items"].Select(material => (decimal)material["onHand"]));
    }

    private async Task<(TestShop Shop, Guid Soap, Json Recipe)> SoapAsync()
    {
        var shop = await app.OpenShopAsync();
        var soap = await shop.AddProductAsync("SOAP", price: 650, name: "Bar of soap");
        var lye = await MaterialAsync(shop, "Lye", "g", "kg", 1, 800);
        var olive = await MaterialAsync(shop, "Olive oil", "ml", "l", 5, 4000);
        var coconut = await MaterialAsync(shop, "Coconut oil", "g", "kg", 1, 900);
        (await shop.PutAsync("making/rates", new { laborPerHour = 2000, overheadPerHour = 400 })).Is(200);
        var recipe = (await shop.PostAsync("recipes", new
        {
            sku = "soap",
            yield = 10,
            laborMinutes = 45,
            lines = new object[] { new { materialId = lye, quantity = 85 }, new { materialId = olive, quantity = 500 }, new { materialId = coconut, quantity = 150 } },
        })).Is(201);
        return (shop, soap, recipe);
    }

    private static async Task<Guid> MaterialAsync(TestShop shop, string name, string unit, string purchaseUnit, decimal quantity, long cost)
    {
        var id = (Guid)(await shop.PostAsync("materials", new { name, unit, purchaseUnit })).Is(201)["id"];
        (await shop.PostAsync("stock/movements", new { materialId = id, quantity, unit = purchaseUnit, reason = "received", cost })).Is(201);
        return id;
    }
}
