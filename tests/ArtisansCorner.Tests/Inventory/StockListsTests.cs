using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Inventory;

/// <summary>Every list of what there is, as a file.</summary>
public abstract class StockListsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : StockListsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : StockListsTests(app);

    private static readonly (string Page, string Button, string Api)[] Lists =
    [
        ("inventory", "inventory/products.csv", "products.csv"), ("inventory/value", "inventory/movements.csv", "stock/movements.csv"), ("inventory/places", "inventory/places.csv", "stock/places.csv"),
        ("inventory/set-aside", "inventory/set-aside.csv", "stock/reservations.csv"), ("inventory/counts", "inventory/counts.csv", "stocktakes.csv"), ("inventory/alerts", "inventory/alerts.csv", "alerts.csv"),
        ("inventory/suppliers", "inventory/suppliers.csv", "suppliers.csv"), ("inventory/purchases", "inventory/purchases.csv", "purchases.csv"), ("inventory/reorder", "inventory/reorder.csv", "reorder.csv"),
        ("making/materials", "making/materials.csv", "materials.csv"), ("making", "making/recipes.csv", "recipes.csv"), ("making/batches", "making/batches.csv", "batches.csv"),
    ];

    [Fact]
    public async Task Every_list_is_the_same_file_from_its_page_and_from_the_api()
    {
        var shop = await FilledAsync();
        foreach (var (page, button, api) in Lists)
        {
            Assert.Contains($"href=\"/{shop.Slug}/{button}\" download", await TextAsync(shop, $"/{shop.Slug}/{page}"), StringComparison.Ordinal);
            var file = await TextAsync(shop, shop.Api(api));
            Assert.Equal(file, await TextAsync(shop, $"/{shop.Slug}/{button}"));
            Assert.True(file.Split("\r\n").Length > (api is "reorder.csv" ? 1 : 2), $"{api} has no row: {file}");
        }
    }

    [Fact]
    public async Task The_files_hold_what_the_lists_show_and_run_nothing()
    {
        var shop = await FilledAsync();
        await HoldsAsync(shop, "products.csv", "Product,Offered,Made by,Category,Tags,Variant,Code,Barcode,Price (GBP),Low at", "'=Mug,From the shelf,,Cups,\"blue, gift\",Large,MUG-L,501,18.50,2");
        await HoldsAsync(shop, "materials.csv", "Material,Code,Category,Used in,Bought in,One bought holds,There is,Available,Set aside,To come,Low at,Value at cost (GBP),In use", "Clay,CLAY,,g,kg,1000,9500,9500,0,5000,250,19.00,yes");
        await HoldsAsync(shop, "suppliers.csv", "Supplier,E-mail,Days to arrive,Notes,In use", "'+Clay & Co,clay@example.com,5,,yes");
        await HoldsAsync(shop, "recipes.csv", "Makes,Code,Yield,Yield unit,Minutes of work,Version,In use,Part,Quantity,Unit,Cost now (GBP),Notes", "\"'=Mug, Large\",MUG-L,2,,30,1,yes,Clay,500,g,1.00,");
        await HoldsAsync(shop, "purchases.csv", "Order,Ordered,Expected,Supplier", "1,2026-11-01,,'+Clay & Co,,Ordered,Clay,CLAY,5,kg,12.00,12.00,0,5,0.00,0.00,0.00,");
        await HoldsAsync(shop, "stock/places.csv", "Place,Name,Code,Quantity,Unit,Low at", "Fair,\"'=Mug, Large\",MUG-L,1,,");
        await HoldsAsync(shop, "stock/reservations.csv", "Name,Code,Quantity,Unit,For,Wanted by,Set aside on", "\"'=Mug, Large\",MUG-L,1,,'@Anna,2026-12-24,");
        await HoldsAsync(shop, "stocktakes.csv", "Begun,Finished,Place,What,State,Name,Code,Expected,Counted,Difference,Unit,Value of the difference (GBP)", "Clay,CLAY,9600,9500,-100,g,-0.20");
        await HoldsAsync(shop, "alerts.csv", "Raised,Resolved,Quiet until,Name,Variant,Code,Place,State,Quantity,Low at,Unit", "'=Mug,Large,MUG-L,,Low,2,2,");
        await HoldsAsync(shop, "batches.csv", "Made,What,Good ones,Spoiled,Unit,Recipe version", ",2,0,,1,30,0.80,");
        await HoldsAsync(shop, "stock/movements.csv", "Day,Time,Name,Code,Place,Reason,Quantity,Unit,Value (GBP),Trued up (GBP),Taken back,Movement", "Clay,CLAY,Studio,Received,10000,g,20.00,0.00,,");
    }

    private async Task<TestShop> FilledAsync()
    {
        var shop = await app.OpenShopAsync();
        var mug = (await shop.PostAsync("products", new { name = "=Mug", category = "Cups", tags = new[] { "gift", "blue" }, variants = new[] { new { sku = "MUG-L", title = "Large", barcode = "501", price = 1850, threshold = 2 } } })).Is(201);
        var clay = (Guid)(await shop.PostAsync("materials", new { name = "Clay", unit = "g", purchaseUnit = "kg", threshold = 250 })).Is(201)["id"];
        (await shop.PostAsync("stock/movements", new { materialId = clay, quantity = 10, unit = "kg", reason = "received", cost = 2000 })).Is(201);
        var supplier = (Guid)(await shop.PostAsync("suppliers", new { name = "+Clay & Co", email = "clay@example.com", leadDays = 5 })).Is(201)["id"];
        (await shop.PostAsync("purchases", new { supplierId = supplier, orderedOn = "2026-11-01", lines = new[] { new { materialId = clay, quantity = 5, unit = "kg", cost = 1200 } } })).Is(201);
        var recipe = (await shop.PostAsync("recipes", new { variantId = (Guid)mug["variants"][0]["id"], yield = 2, laborMinutes = 30, lines = new[] { new { materialId = clay, quantity = 500, unit = "g" } } })).Is(201);
        (await shop.PostAsync("batches", new { recipeId = (Guid)recipe["id"], quantity = 2, used = new[] { new { materialId = clay, quantity = 400, unit = "g" } } })).Is(201);
        (await shop.PostAsync("locations", new { name = "Fair", kind = "gallery" })).Is(201);
        (await shop.PostAsync("stock/moves", new { sku = "MUG-L", quantity = 1, to = "Fair" })).Is(201);
        (await shop.PostAsync("stock/reservations", new { sku = "MUG-L", quantity = 1, reason = "@Anna", wantedOn = "2026-12-24" })).Is(201);
        var count = (Guid)(await shop.PostAsync("stocktakes", new { kind = "materials" })).Is(201)["stocktake"]["id"];
        (await shop.PutAsync($"stocktakes/{count}/lines", new { lines = new[] { new { materialId = clay, quantity = 9.5, unit = "kg" } } })).Is(200);
        Assert.InRange((await shop.PostAsync($"stocktakes/{count}/finish")).Status, 200, 204);
        return shop;
    }

    private static async Task HoldsAsync(TestShop shop, string file, string headings, string row)
    {
        var text = await TextAsync(shop, shop.Api(file));
        Assert.StartsWith(headings, text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains(row, text, StringComparison.Ordinal);
    }

    private static Task<string> TextAsync(TestShop shop, string address) => shop.Http.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
}
