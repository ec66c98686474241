using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Catalog;

public abstract class ProductHistoryTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ProductHistoryTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ProductHistoryTests(app);

    [Fact]
    public async Task Each_change_tells_who_changed_what_from_what()
    {
        var shop = await app.OpenShopAsync();
        var path = await MugAsync(shop);
        (await shop.PutAsync(path, new { name = "Big mug", category = "Mugs", tags = new[] { "gift" }, status = "madeToOrder", variants = new[] { new { sku = "MUG", price = 1250, threshold = 2, barcode = "501" } } })).Is(200);
        (await shop.PutAsync(path, new { name = "Big mug", variants = new[] { new { sku = "MUG", price = 1250, threshold = 2 }, new { sku = "CUP", price = 900, threshold = 2 } } })).Is(200);
        var changes = (await shop.GetAsync($"{path}/changes")).Is(200)["items"];
        Assert.Equal(["variant CUP: - → "], Words(changes[0]));
        Assert.Equal(
            ["name: Mug → Big mug", "category: - → Mugs", "tags: - → gift", "status: Active → MadeToOrder", "barcode MUG: - → 501", "price MUG: 1000 → 1250", "threshold MUG: - → 2"],
            Words(changes[1]));
        Assert.Equal(shop.Email, (string?)changes[1]["who"]);
    }

    [Fact]
    public async Task What_changes_nothing_is_no_change()
    {
        var shop = await app.OpenShopAsync();
        var path = await MugAsync(shop);
        var before = (await shop.GetAsync(path)).Headers.ETag;
        (await shop.PutAsync(path, Mug())).Is(200);
        Assert.Empty((await shop.GetAsync($"{path}/changes")).Is(200)["items"]);
        Assert.Equal(before, (await shop.GetAsync(path)).Headers.ETag);
    }

    [Fact]
    public async Task A_change_is_undone_until_somebody_changes_it_again()
    {
        var shop = await app.OpenShopAsync();
        var path = await MugAsync(shop);
        var made = (await shop.GetAsync(path)).Is(200);
        (await shop.PutAsync(path, new { name = "Cup", category = "Cups", tags = new[] { "a", "b" }, status = "oneOfAKind", variants = new[] { new { sku = "CUP", price = 1, threshold = 9, title = "x", barcode = "1", id = (Guid)made["variants"][0]["id"] } } })).Is(200);
        var first = (Guid)(await shop.GetAsync($"{path}/changes")).Is(200)["items"][0]["id"];
        (await shop.PutAsync(path, new { name = "Cup 2", variants = new[] { new { sku = "CUP", price = 2 } } })).Is(200);
        Assert.Contains("changed again since", (await shop.PostAsync($"products/changes/{first}/undo", new { })).Refuses(409), StringComparison.Ordinal);
        var second = (Guid)(await shop.GetAsync($"{path}/changes")).Is(200)["items"][0]["id"];
        (await shop.PostAsync($"products/changes/{second}/undo", new { })).Is(200);
        var back = (await shop.PostAsync($"products/changes/{first}/undo", new { })).Is(200);
        foreach (var field in (string[])["name", "category", "tags", "status", "variants"]) Assert.Equal(made[field].ToString(), back[field].ToString());
        (await shop.PostAsync($"products/changes/{Guid.CreateVersion7()}/undo", new { })).Is(404);
    }

    [Fact]
    public async Task A_retired_product_leaves_the_lists_and_can_be_offered_again()
    {
        var shop = await app.OpenShopAsync();
        var path = await MugAsync(shop);
        (await shop.DeleteAsync(path)).Is(204);
        (await shop.DeleteAsync(path)).Is(204);
        Assert.Empty((await shop.GetAsync("products")).Is(200)["items"]);
        Assert.Empty((await shop.GetAsync("stock")).Is(200)["items"]);
        Assert.Equal("retired", (string?)Assert.Single((await shop.GetAsync("products?retired=true")).Is(200)["items"])["status"]);
        Assert.Single((await shop.GetAsync("stock?show=retired")).Is(200)["items"]);
        Assert.Equal("active", (string?)(await shop.PostAsync($"{path}/restore", new { })).Is(200)["status"]);
        Assert.Single((await shop.GetAsync("products")).Is(200)["items"]);
        (await shop.DeleteAsync($"products/{Guid.CreateVersion7()}")).Is(404);
    }

    [Fact]
    public async Task What_is_made_to_order_or_one_of_a_kind_is_never_low()
    {
        var shop = await app.OpenShopAsync();
        foreach (var (sku, status, pieces) in ((string, string, int)[])[("ORDER", "madeToOrder", 1), ("ONE", "oneOfAKind", 1), ("SHELF", "active", 1)])
        {
            (await shop.PostAsync("products", new { name = sku, status, variants = new[] { new { sku, price = 1000 } } })).Is(201);
            (await shop.PostAsync("stock/movements", new { sku, quantity = pieces, reason = "made" })).Is(201);
            await shop.SellAsync(sku);
        }

        Assert.Equal("SHELF", (string?)Assert.Single((await shop.GetAsync("alerts")).Is(200)["items"])["sku"]);
        Assert.Equal("SHELF", (string?)Assert.Single((await shop.GetAsync("stock?show=low")).Is(200)["items"])["sku"]);
        var order = (await shop.GetAsync("products?q=shelf")).Is(200)["items"][0];
        (await shop.PostAsync("products/bulk", new { productIds = new[] { (Guid)order["id"] }, status = "madeToOrder" })).Is(200);
        await Eventually.PassesAsync(async () => Assert.Empty((await shop.GetAsync("alerts")).Is(200)["items"]));
    }

    [Fact]
    public async Task Many_products_change_together_and_are_undone_together()
    {
        var shop = await app.OpenShopAsync();
        Guid[] ids = [await IdAsync(shop, "A", 1000, "old"), await IdAsync(shop, "B", 1015, "old", "kept"), await IdAsync(shop, "C", 0)];
        var changed = (await shop.PostAsync("products/bulk", new { productIds = ids, category = "Mugs", addTags = new[] { "new" }, removeTags = new[] { "OLD" }, pricePercent = 2.5, threshold = 4 })).Is(200);
        Assert.Equal(3, (int)changed["changed"]);
        var b = (await shop.GetAsync($"products/{ids[1]}")).Is(200);
        Assert.Equal(("Mugs", "kept, new", 1040, 4), ((string?)b["category"], string.Join(", ", b["tags"].Select(tag => (string?)tag)), (long)b["variants"][0]["price"], (long)b["variants"][0]["threshold"]));
        (await shop.PostAsync($"products/bulk/{(Guid)changed["batchId"]}/undo", new { })).Is(204);
        b = (await shop.GetAsync($"products/{ids[1]}")).Is(200);
        Assert.Equal((true, 1015), (b["category"].IsNull, (long)b["variants"][0]["price"]));
        Assert.Equal(2, (await shop.GetAsync($"products/{ids[1]}/changes")).Is(200)["items"].Count);
    }

    [Fact]
    public async Task When_one_of_many_cannot_change_none_does()
    {
        var shop = await app.OpenShopAsync();
        var mine = await IdAsync(shop, "A", 1000);
        (await shop.PostAsync("products/bulk", new { productIds = new[] { mine, Guid.CreateVersion7() }, category = "Mugs" })).Is(404);
        Assert.Contains("under a billion", (await shop.PostAsync("products/bulk", new { productIds = new[] { mine, await IdAsync(shop, "Z", 90_000_000_000) }, pricePercent = 900 })).Refuses(422), StringComparison.Ordinal);
        Assert.True((await shop.GetAsync($"products/{mine}")).Is(200)["category"].IsNull);
        (await shop.PostAsync("products/bulk", new { productIds = new[] { mine } })).Refuses(422);
        (await shop.PostAsync("products/bulk", new { productIds = Array.Empty<Guid>(), category = "x" })).Refuses(422, "productIds");
        (await shop.PostAsync("products/bulk", new { productIds = new[] { mine }, pricePercent = -101 })).Refuses(422, "pricePercent");
        (await shop.PostAsync("products/bulk", new { productIds = new[] { mine }, addTags = new[] { " " } })).Refuses(422, "addTags");
        (await shop.PostAsync("products/bulk", new { productIds = new[] { mine }, status = "sold" })).Is(400);
    }

    [Fact]
    public async Task The_pages_change_retire_and_undo()
    {
        var shop = await app.OpenShopAsync();
        var page = (await MugAsync(shop)).Replace("products", "inventory", StringComparison.Ordinal);
        var retired = await shop.PostFormAsync(page, $"{page}/retire");
        Assert.Contains("Offer again", retired.Text, StringComparison.Ordinal);
        Assert.Contains("Offered: retired, was from the shelf", retired.Text, StringComparison.Ordinal);
        var back = await shop.PostFormAsync(page, retired.Undo!);
        Assert.Contains("As it was before", back.Text, StringComparison.Ordinal);
        Assert.Contains(">Retire<", back.Text, StringComparison.Ordinal);

        var id = page[^36..];
        var bulk = await shop.PostFormAsync($"inventory/bulk?item={id}", "inventory/bulk", ("_handler", "bulk"), ("Bulk.Products[0]", id), ("Bulk.Percent", "10 %"), ("Bulk.AddTags", "gift, blue"));
        Assert.Contains("1 product changed", bulk.Text, StringComparison.Ordinal);
        Assert.Equal(1100, (long)(await shop.GetAsync($"products/{id}")).Is(200)["variants"][0]["price"]);
        Assert.Contains("As they were before", (await shop.PostFormAsync("inventory/new", bulk.Undo!)).Text, StringComparison.Ordinal);
        Assert.Equal(1000, (long)(await shop.GetAsync($"products/{id}")).Is(200)["variants"][0]["price"]);
        Assert.Contains("A number such as 5", (await shop.PostFormAsync($"inventory/bulk?item={id}", "inventory/bulk", ("_handler", "bulk"), ("Bulk.Products[0]", id), ("Bulk.Percent", "much"))).Text, StringComparison.Ordinal);
    }

    private static object Mug() => new { name = "Mug", variants = new[] { new { sku = "MUG", price = 1000 } } };

    private static async Task<string> MugAsync(TestShop shop) => $"products/{(Guid)(await shop.PostAsync("products", Mug())).Is(201)["id"]}";

    private static async Task<Guid> IdAsync(TestShop shop, string sku, long price, params string[] tags) =>
        (Guid)(await shop.PostAsync("products", new { name = sku, tags, variants = new[] { new { sku, price } } })).Is(201)["id"];

    private static IEnumerable<string> Words(Json change) => change["differences"].Select(one =>
        $"{(string?)one["field"]}{(one["sku"].IsNull ? "" : $" {(string?)one["sku"]}")}: {(one["before"].IsNull ? "-" : (string?)one["before"])} → {(one["after"].IsNull ? "-" : (string?)one["after"])}");
}
