using ArtisansCorner.Inventory;
using ArtisansCorner.Tests.Harness;
using ArtisansCorner.Tests.Importing;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Making;

/// <summary>A kit is put together from its parts when it is sold: they leave the shelf, and it costs what they cost.</summary>
public abstract class KitTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : KitTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : KitTests(app);

    [Fact]
    public async Task A_sale_takes_the_parts_and_costs_what_they_cost()
    {
        var (shop, recipe) = await GiftAsync();
        var sale = await shop.SellAsync("GIFT", 2);
        // 2 × (3 soaps at 2.00 and a ribbon of 50 cm at 1.00 a meter).
        Assert.Equal(2 * (600 + 50), (long)sale["lines"][0]["cost"]);
        Assert.Equal((14, 0), ((long)(await shop.StockOfAsync("SOAP"))["onHand"], (long)(await shop.StockOfAsync("GIFT"))["onHand"]));
        Assert.Equal(9m, (decimal)Assert.Single((await shop.GetAsync("materials")).Is(200)["items"])["onHand"]);
        var batch = Assert.Single((await shop.GetAsync("batches")).Is(200)["items"]);
        Assert.Equal(((Guid)sale["id"], 2m, 1300L), ((Guid)batch["saleId"], (decimal)batch["quantity"], (long)batch["value"]));
        // Taken apart is only what was not sold; and a kit never runs out by itself.
        (await shop.PostAsync($"batches/{(Guid)batch["id"]}/undo", new { })).Refuses(409);
        Assert.Empty((await shop.GetAsync("alerts")).Is(200)["items"]);
        Assert.Empty((await shop.GetAsync("stock?show=out")).Is(200)["items"]);
        Assert.True((bool)(await shop.GetAsync($"recipes/{(Guid)recipe["id"]}")).Is(200)["isKit"]);
    }

    [Fact]
    public async Task Those_that_lie_ready_are_sold_first()
    {
        var (shop, recipe) = await GiftAsync();
        (await shop.PostAsync("batches", new { recipeId = (Guid)recipe["id"], quantity = 1 })).Is(201);
        await shop.SellAsync("GIFT", 1);
        Assert.Equal(17, (long)(await shop.StockOfAsync("SOAP"))["onHand"]);
        await shop.SellAsync("GIFT", 1);
        Assert.Equal((14, 0), ((long)(await shop.StockOfAsync("SOAP"))["onHand"], (long)(await shop.StockOfAsync("GIFT"))["onHand"]));
        Assert.Equal(2, (await shop.GetAsync("batches")).Is(200)["items"].Count);
    }

    [Fact]
    public async Task A_kit_in_a_kit_is_put_together_too_and_a_missing_part_goes_below_zero()
    {
        var (shop, _) = await GiftAsync();
        await KitAsync(shop, "FEAST", [new { sku = "GIFT", quantity = 4 }]);
        await shop.SellAsync("FEAST", 2);
        Assert.Equal((-4, 0, 0), ((long)(await shop.StockOfAsync("SOAP"))["onHand"], (long)(await shop.StockOfAsync("GIFT"))["onHand"], (long)(await shop.StockOfAsync("FEAST"))["onHand"]));
        Assert.Equal("Soap", (string?)Assert.Single((await shop.GetAsync("alerts")).Is(200)["items"])["product"]);
    }

    [Fact]
    public async Task A_sale_that_is_corrected_comes_apart_and_one_that_is_cancelled_comes_back_whole()
    {
        var (shop, _) = await GiftAsync();
        var wrong = await shop.SellAsync("GIFT", 5);
        var right = (await shop.PostAsync($"sales/{(Guid)wrong["id"]}/corrections", new { reason = "One", sale = new { channel = "Fair", lines = new[] { new { sku = "GIFT", quantity = 1 } } } })).Is(201);
        Assert.Equal((17, 0, 650), ((long)(await shop.StockOfAsync("SOAP"))["onHand"], (long)(await shop.StockOfAsync("GIFT"))["onHand"], (long)right["lines"][0]["cost"]));
        (await shop.PostAsync($"sales/{(Guid)right["id"]}/cancel", new { restock = true })).Is(200);
        Assert.Equal((17, 1, 650), ((long)(await shop.StockOfAsync("SOAP"))["onHand"], (long)(await shop.StockOfAsync("GIFT"))["onHand"], (long)(await shop.StockOfAsync("GIFT"))["value"]));
        Assert.Equal(0, await shop.InsideAsync(services => services.GetRequiredService<RecountStock>().RunAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task What_a_part_turns_out_to_have_cost_the_sale_of_the_kit_follows()
    {
        var (shop, _) = await GiftAsync();
        var sale = await shop.SellAsync("GIFT", 1);
        (await shop.PostAsync("stock/movements", new { sku = "SOAP", quantity = 20, reason = "received", unitCost = 400, at = "2026-01-05T10:00:00Z" })).Is(201);
        // 40 soaps for 120.00: three cost 9.00.
        await Eventually.PassesAsync(async () => Assert.Equal(950, (long)(await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["lines"][0]["cost"]));
    }

    [Fact]
    public async Task Many_who_buy_kits_and_their_parts_at_once_take_each_part_once()
    {
        var (shop, _) = await GiftAsync();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => shop.SellAsync(i % 2 == 0 ? "GIFT" : "SOAP")));
        Assert.Equal((20 - 8 * 3 - 8, 0), ((long)(await shop.StockOfAsync("SOAP"))["onHand"], (long)(await shop.StockOfAsync("GIFT"))["onHand"]));
    }

    [Fact]
    public async Task An_imported_sale_takes_the_parts_that_were_counted_before_it_and_undone_brings_them_back()
    {
        var (shop, _) = await GiftAsync();
        var import = await shop.ImportAsync(Files.Csv("order,date,sku,quantity,unit price", "1,2025-12-31,GIFT,1,25.00", "2,2026-01-05,GIFT,2,25.00"));
        Assert.Equal((14, 0), ((long)(await shop.StockOfAsync("SOAP"))["onHand"], (long)(await shop.StockOfAsync("GIFT"))["onHand"]));
        await shop.DoAsync(import, "undo", "undone");
        Assert.Equal((20, 0, 4000), ((long)(await shop.StockOfAsync("SOAP"))["onHand"], (long)(await shop.StockOfAsync("GIFT"))["onHand"], (long)(await shop.StockOfAsync("SOAP"))["value"]));
        Assert.All((await shop.GetAsync("batches")).Is(200)["items"], batch => Assert.True(batch.Has("takenBackAt")));
    }

    [Fact]
    public async Task The_list_says_how_many_can_be_put_together()
    {
        var (shop, _) = await GiftAsync();
        var possible = (long)(await shop.StockOfAsync("GIFT"))["canMake"];
        Assert.True(possible > 0);
        Assert.Contains($"{possible} can be put together", await shop.Http.GetStringAsync($"/{shop.Slug}/inventory", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await shop.SellAsync("GIFT", possible);
        Assert.Equal(0, (long)(await shop.StockOfAsync("GIFT"))["canMake"]);
        Assert.Contains("none can be put together", await shop.Http.GetStringAsync($"/{shop.Slug}/inventory", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_say_what_a_kit_is()
    {
        var (shop, recipe) = await GiftAsync();
        var page = await shop.Http.GetStringAsync($"/{shop.Slug}/inventory/{await ProductAsync(shop, "GIFT")}", TestContext.Current.CancellationToken);
        Assert.Contains("What is in it", page, StringComparison.Ordinal);
        Assert.Contains("Kit, put together when sold", page, StringComparison.Ordinal);
        Assert.Contains("A kit: what a sale needs", await shop.Http.GetStringAsync($"/{shop.Slug}/making/{(Guid)recipe["id"]}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var sale = await shop.SellAsync("GIFT");
        Assert.Contains($"/{shop.Slug}/sales/{(Guid)sale["id"]}", await shop.Http.GetStringAsync($"/{shop.Slug}/making/batches", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    // Twenty soaps at 2.00, ten meters of ribbon at 1.00, and a gift of three soaps and half a meter.
    private async Task<(TestShop Shop, Json Recipe)> GiftAsync()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("SOAP", name: "Soap", threshold: 0);
        (await shop.PostAsync("stock/movements", new { sku = "SOAP", quantity = 20, reason = "received", unitCost = 200, at = "2026-01-02T10:00:00Z" })).Is(201);
        var ribbon = (Guid)(await shop.PostAsync("materials", new { name = "Ribbon", unit = "m" })).Is(201)["id"];
        (await shop.PostAsync("stock/movements", new { materialId = ribbon, quantity = 10, reason = "received", cost = 1000, at = "2026-01-02T10:00:00Z" })).Is(201);
        return (shop, await KitAsync(shop, "GIFT", [new { sku = "SOAP", quantity = 3 }, new { materialId = ribbon, quantity = 0.5 }]));
    }

    private static async Task<Json> KitAsync(TestShop shop, string sku, object[] lines)
    {
        (await shop.PostAsync("products", new { name = $"Kit {sku}", status = "kit", variants = new[] { new { sku, price = 2500 } } })).Is(201);
        return (await shop.PostAsync("recipes", new { sku, yield = 1, laborMinutes = 0, lines })).Is(201);
    }

    private static async Task<Guid> ProductAsync(TestShop shop, string sku) => (Guid)(await shop.StockOfAsync(sku))["productId"];
}
