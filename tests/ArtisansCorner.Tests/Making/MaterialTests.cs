using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Making;

/// <summary>Materials: measured in their units, apart from what is sold.</summary>
public abstract class MaterialTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : MaterialTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : MaterialTests(app);

    [Fact]
    public async Task A_material_is_bought_by_the_kilo_and_counted_by_the_gram()
    {
        var shop = await app.OpenShopAsync();
        var made = await shop.PostAsync("materials", new { name = " Olive oil ", unit = "g", purchaseUnit = "kg", threshold = 250.5 });
        var oil = made.Is(201);
        Assert.Equal(("Olive oil", "OLIVE-OIL", "g", "kg", 1000m), ((string?)oil["name"], (string?)oil["sku"], (string?)oil["unit"], (string?)oil["purchaseUnit"], (decimal)oil["holds"]));
        Assert.Equal("uncounted", (string?)oil["state"]);
        var id = (Guid)oil["id"];
        var moved = (await shop.PostAsync("stock/movements", new { materialId = id, quantity = 2.5, unit = "kg", reason = "received", unitCost = 400 })).Is(201);
        Assert.Equal(2500m, (decimal)moved["onHand"]);
        // What was paid for all of it, down to what a gram cannot say.
        (await shop.PostAsync("stock/movements", new { materialId = id, quantity = 1, unit = "lb", reason = "received", cost = 333 })).Is(201);
        var now = (await shop.GetAsync($"materials/{id}")).Is(200);
        Assert.Equal((2953.59237m, 1333, "ok"), ((decimal)now["onHand"], (long)now["value"], (string?)now["state"]));
        Assert.Equal(451.3148m, (decimal)now["purchaseCost"]);
        (await shop.PostAsync("stock/movements", new { materialId = id, quantity = 200, reason = "counted" })).Is(201);
        now = (await shop.GetAsync($"materials/{id}")).Is(200);
        Assert.Equal((200m, "low"), ((decimal)now["onHand"], (string?)now["state"]));

        var alert = Assert.Single((await shop.GetAsync("alerts")).Is(200)["items"]);
        Assert.Equal(("Olive oil", "low", 200m, 250.5m, "g"), ((string?)alert["product"], (string?)alert["kind"], (decimal)alert["onHand"], (decimal)alert["threshold"], (string?)alert["unit"]));
        Assert.Contains("200\u00A0g left", System.Net.WebUtility.HtmlDecode(await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/inventory/alerts", UriKind.Relative), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        (await shop.PostAsync("stock/movements", new { materialId = id, quantity = 1, unit = "kg", reason = "received" })).Is(201);
        Assert.Empty((await shop.GetAsync("alerts")).Is(200)["items"]);
    }

    [Fact]
    public async Task A_material_is_not_for_sale_and_its_code_is_free_for_what_is()
    {
        var shop = await app.OpenShopAsync();
        var wax = (Guid)(await shop.PostAsync("materials", new { name = "Wax", unit = "g", sku = "WAX" })).Is(201)["id"];
        (await shop.PostAsync("stock/movements", new { materialId = wax, quantity = 100, reason = "received" })).Is(201);
        Assert.Empty((await shop.GetAsync("products")).Is(200)["items"]);
        Assert.Empty((await shop.GetAsync("stock")).Is(200)["items"]);
        (await shop.PostAsync("stock/movements", new { sku = "WAX", quantity = 1, reason = "made" })).Refuses(422, "sku");
        (await shop.PostAsync("stock/movements", new { variantId = wax, quantity = 1, reason = "made" })).Refuses(422, "variantId");
        (await shop.PostAsync("sales", new { channel = "Fair", lines = new[] { new { variantId = wax, quantity = 1, unitPrice = 100 } } })).Refuses(422);
        await shop.AddProductAsync("WAX", pieces: 3);
        await shop.SellAsync("WAX");
        Assert.Equal(2, (long)(await shop.StockOfAsync("WAX"))["onHand"]);
        Assert.Equal(100m, (decimal)(await shop.GetAsync($"materials/{wax}")).Is(200)["onHand"]);
    }

    [Fact]
    public async Task A_material_is_changed_retired_and_found_again()
    {
        var shop = await app.OpenShopAsync();
        var made = await shop.PostAsync("materials", new { name = "Jar", unit = "piece", purchaseUnit = "pack", holds = 24, category = "Glass" });
        var (id, seen) = ((Guid)made.Is(201)["id"], made.Headers.ETag!.Tag);
        (await shop.PostAsync("stock/movements", new { materialId = id, quantity = 2, unit = "pack", reason = "received", cost = 1200 })).Is(201);
        Assert.Equal(48m, (decimal)(await shop.GetAsync($"materials/{id}")).Is(200)["onHand"]);
        var changed = (await shop.PutAsync($"materials/{id}", new { name = "Jar 100 ml", unit = "piece", purchaseUnit = "pack", holds = 12 }, seen)).Is(200);
        Assert.Equal(("Jar 100 ml", "JAR", 48m, 300m), ((string?)changed["name"], (string?)changed["sku"], (decimal)changed["onHand"], (decimal)changed["purchaseCost"]));
        (await shop.PutAsync($"materials/{id}", new { name = "Lost", unit = "piece" }, seen)).Refuses(412);
        Assert.Contains("something else", (await shop.PutAsync($"materials/{id}", new { name = "Jar", unit = "ml" })).Refuses(409, "unit"), StringComparison.Ordinal);
        Assert.Equal(204, (await shop.DeleteAsync($"materials/{id}")).Status);
        Assert.Empty((await shop.GetAsync("materials")).Is(200)["items"]);
        Assert.Single((await shop.GetAsync("materials?all=true&q=jar")).Is(200)["items"]);
        Assert.Empty((await shop.GetAsync("alerts")).Is(200)["items"]);
        var other = await app.OpenShopAsync();
        (await other.GetAsync($"materials/{id}")).Refuses(404);
        (await other.PostAsync("stock/movements", new { materialId = id, quantity = 1, reason = "received" })).Refuses(422, "materialId");
    }

    [Fact]
    public async Task What_cannot_be_measured_is_refused_in_words()
    {
        var shop = await app.OpenShopAsync();
        Assert.Contains("how many ml one bottle holds", (await shop.PostAsync("materials", new { name = "Scent", unit = "ml", purchaseUnit = "bottle" })).Refuses(422, "holds"), StringComparison.Ordinal);
        (await shop.PostAsync("materials", new { name = "Scent", unit = "cup" })).Refuses(422, "unit");
        (await shop.PostAsync("materials", new { name = " ", unit = "ml" })).Refuses(422, "name");
        (await shop.PostAsync("materials", new { name = "Scent", unit = "ml", purchaseUnit = "l", holds = 900 })).Refuses(422, "holds");
        (await shop.PostAsync("materials", new { name = "Scent", unit = "ml", threshold = -1 })).Refuses(422, "threshold");
        (await shop.PostAsync("materials", new { name = "Scent", unit = "ml", status = "madeToOrder" })).Refuses(422, "status");
        var scent = (Guid)(await shop.PostAsync("materials", new { name = "Scent", unit = "ml" })).Is(201)["id"];
        (await shop.PostAsync("materials", new { name = "Other", unit = "ml", sku = "scent" })).Refuses(409, "sku");
        Assert.Equal("SCENT-2", (string?)(await shop.PostAsync("materials", new { name = "Scent", unit = "ml" })).Is(201)["sku"]);
        (await shop.PostAsync("stock/movements", new { materialId = scent, quantity = 1, unit = "g", reason = "received" })).Refuses(422, "quantity");
        (await shop.PostAsync("stock/movements", new { materialId = scent, quantity = 1, unit = "cup", reason = "received" })).Refuses(422, "quantity");
        (await shop.PostAsync("stock/movements", new { materialId = scent, quantity = 900_000_000, unit = "l", reason = "received" })).Refuses(422, "quantity");
        (await shop.PostAsync("stock/movements", new { materialId = scent, quantity = 1, reason = "received", cost = -1 })).Refuses(422, "cost");
        await shop.AddProductAsync("MUG");
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 1.5, reason = "made" })).Refuses(422, "quantity");
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 1, unit = "kg", reason = "made" })).Refuses(422, "quantity");
        Assert.Equal(0m, (decimal)(await shop.GetAsync($"materials/{scent}")).Is(200)["onHand"]);
    }
}
