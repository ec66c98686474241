using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Inventory;

public abstract class StocktakeTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : StocktakeTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : StocktakeTests(app);

    [Fact]
    public async Task A_count_sets_levels_right_by_what_differed_and_what_was_sold_meanwhile_stays_sold()
    {
        var (shop, clay, count) = await BeginAsync();
        var path = $"stocktakes/{count}";
        var counted = (await shop.PutAsync($"{path}/lines", new { lines = new object[] { new { sku = "MUG", quantity = 8 }, new { materialId = clay, quantity = 1.9, unit = "kg" } } })).Is(200);
        Assert.Equal((3, 2, 2, -450), ((long)counted["lines"].Count, (long)counted["stocktake"]["counted"], (long)counted["stocktake"]["differing"], (long)counted["stocktake"]["variance"]));
        // Nothing moved yet; three are sold while the count is paused.
        Assert.Equal(10, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        await shop.SellAsync("MUG", 3);
        var finished = (await shop.PostAsync($"{path}/finish")).Is(200);
        Assert.Equal(("finished", -450), ((string?)finished["stocktake"]["state"], (long)finished["stocktake"]["variance"]));
        (await shop.PostAsync($"{path}/finish")).Is(200);
        var mug = await shop.StockOfAsync("MUG");
        Assert.Equal((5, 1000), ((long)mug["onHand"], (long)mug["value"]));
        Assert.Equal(1900m, (decimal)(await shop.GetAsync($"materials/{clay}")).Is(200)["onHand"]);
        Assert.Equal(4, (long)(await shop.StockOfAsync("BOWL"))["onHand"]);
        (await shop.PutAsync($"{path}/lines", new { lines = new[] { new { sku = "MUG", quantity = 1 } } })).Refuses(409);

        for (var i = 0; i < 2; i++) Assert.Equal(204, (await shop.PostAsync($"{path}/undo")).Status);
        Assert.Equal((7, 1400), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["value"]));
        Assert.Equal("takenBack", (string?)(await shop.GetAsync("stocktakes")).Is(200)["items"][0]["state"]);
    }

    [Fact]
    public async Task A_count_is_of_one_place_and_of_one_kind_and_can_be_given_up()
    {
        var (shop, clay, _) = await BeginAsync();
        (await shop.PostAsync("locations", new { name = "Barn" })).Is(201);
        (await shop.PostAsync("stock/moves", new { sku = "MUG", quantity = 4, to = "Barn" })).Is(201);
        var barn = (await shop.PostAsync("stocktakes", new { location = "barn", kind = "products" })).Is(201);
        Assert.Equal(("MUG", 4m), ((string?)Assert.Single(barn["lines"])["sku"], (decimal)barn["lines"][0]["expected"]));
        var path = $"stocktakes/{(string)barn["stocktake"]["id"]!}";
        (await shop.PutAsync($"{path}/lines", new { lines = new[] { new { sku = "MUG", quantity = 3 } } })).Is(200);
        (await shop.PostAsync($"{path}/finish")).Is(200);
        Assert.Equal(3, (long)Assert.Single((await shop.GetAsync("stock?location=Barn")).Is(200)["items"])["onHand"]);
        Assert.Equal(9, (long)(await shop.StockOfAsync("MUG"))["onHand"]);

        var materials = (await shop.PostAsync("stocktakes", new { kind = "materials" })).Is(201);
        Assert.Equal(clay, (Guid)Assert.Single(materials["lines"])["variantId"]);
        path = $"stocktakes/{(string)materials["stocktake"]["id"]!}";
        (await shop.PostAsync($"{path}/finish")).Refuses(409);
        for (var i = 0; i < 2; i++) Assert.Equal(204, (await shop.DeleteAsync(path)).Status);
        (await shop.PostAsync($"{path}/finish")).Refuses(409);
    }

    [Fact]
    public async Task What_cannot_be_counted_so_is_refused_and_nothing_of_it_is_kept()
    {
        var (shop, clay, count) = await BeginAsync();
        var path = $"stocktakes/{count}/lines";
        (await shop.PutAsync(path, new { lines = new object[] { new { sku = "MUG", quantity = 8 }, new { materialId = clay, quantity = 1, unit = "ml" } } })).Refuses(422, "lines[1].quantity");
        (await shop.PutAsync(path, new { lines = new[] { new { sku = "MUG", quantity = 1.5 } } })).Refuses(422, "lines[0].quantity");
        (await shop.PutAsync(path, new { lines = new[] { new { sku = "MUG", quantity = -1 } } })).Refuses(422, "lines[0].quantity");
        (await shop.PutAsync(path, new { lines = new[] { new { sku = "NONE", quantity = 1 } } })).Refuses(422, "lines[0].sku");
        Assert.Equal(0, (long)(await shop.GetAsync($"stocktakes/{count}")).Is(200)["stocktake"]["counted"]);
        (await shop.PostAsync("stocktakes", new { location = "Nowhere" })).Refuses(422, "location");
        (await shop.GetAsync($"stocktakes/{Guid.CreateVersion7()}")).Refuses(404);
        (await shop.PutAsync(path, new { lines = new[] { new { sku = "MUG", quantity = 8 } } })).Is(200);
        Assert.Equal(0, (long)(await shop.PutAsync(path, new { lines = new[] { new { sku = "MUG" } } })).Is(200)["stocktake"]["counted"]);
    }

    [Fact]
    public async Task Many_who_count_and_sell_at_once_lose_nothing()
    {
        var (shop, _, count) = await BeginAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            if (i % 2 == 0) await shop.SellAsync("BOWL");
            else (await shop.PutAsync($"stocktakes/{count}/lines", new { lines = new[] { new { sku = "MUG", quantity = 12 } } })).Is(200);
        }));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.PostAsync($"stocktakes/{count}/finish")));
        Assert.Equal((12, -6), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("BOWL"))["onHand"]));
    }

    [Fact]
    public async Task On_the_page_each_number_is_kept_and_the_count_goes_on_later()
    {
        var (shop, _, _) = await BeginAsync();
        var begun = await shop.PostFormAsync("inventory/counts", "inventory/counts", ("_handler", "start"), ("Kind", "Products"));
        Assert.Contains("0 of 2 counted", begun.Text, StringComparison.Ordinal);
        var path = $"inventory/counts/{(Guid)(await shop.GetAsync("stocktakes")).Is(200)["items"][0]["id"]}";
        var mug = (Guid)(await shop.StockOfAsync("MUG"))["variantId"];
        var kept = await shop.PostFormAsync(path, path, ("_handler", "count"), ("Lines[0].Item", mug.ToString()), ("Lines[0].Quantity", "7"));
        Assert.Contains("1 of 2 counted, 1 differs, −£6.00 at cost", kept.Text.Replace("</strong>", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var refused = await shop.PostFormAsync(path, path, ("_handler", "count"), ("Lines[0].Item", mug.ToString()), ("Lines[0].Quantity", "7.5"));
        Assert.Contains("A piece cannot be cut", refused.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("MUG ·", await shop.Http.GetStringAsync($"/{shop.Slug}/{path}?left=1", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var finished = await shop.PostFormAsync(path, $"{path}/finish");
        Assert.Contains("Levels are as you counted them", finished.Text, StringComparison.Ordinal);
        Assert.Equal(7, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        Assert.Contains("Taken back", (await shop.PostFormAsync(path, finished.Undo!)).Text, StringComparison.Ordinal);
        Assert.Equal(10, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    // Ten mugs at 2.00, four bowls, two kilos of clay for 10.00, and a count of everything.
    private async Task<(TestShop Shop, Guid Clay, Guid Count)> BeginAsync()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10, unitCost: 200);
        await shop.AddProductAsync("BOWL", pieces: 4);
        var clay = (Guid)(await shop.PostAsync("materials", new { name = "Clay", unit = "g", purchaseUnit = "kg" })).Is(201)["id"];
        (await shop.PostAsync("stock/movements", new { materialId = clay, quantity = 2, unit = "kg", reason = "received", cost = 1000 })).Is(201);
        return (shop, clay, (Guid)(await shop.PostAsync("stocktakes", new { })).Is(201)["stocktake"]["id"]);
    }
}
