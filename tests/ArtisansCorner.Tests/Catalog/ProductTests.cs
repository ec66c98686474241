using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Catalog;

public abstract class ProductTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ProductTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ProductTests(app);

    [Fact]
    public async Task A_product_is_found_again_as_it_was_made()
    {
        var shop = await app.OpenShopAsync();
        var answer = await shop.PostAsync("products", new
        {
            name = "  Speckled mug ",
            variants = new object[]
            {
                new { sku = " MUG-S ", title = "Small", price = 1850, threshold = 4, barcode = "5012345678900" },
                new { sku = "MUG-L", title = "Large", price = 2400 },
            },
        });
        var made = answer.Is(201);
        Assert.Equal("\"1\"", answer.Headers.ETag?.Tag);
        var found = (await shop.GetAsync($"products/{(Guid)made["id"]}")).Is(200);
        Assert.Equal("Speckled mug", (string?)found["name"]);
        Assert.Equal(["MUG-S", "MUG-L"], found["variants"].Select(variant => (string?)variant["sku"]));
        Assert.Equal(1850, (long)found["variants"][0]["price"]);
        Assert.Equal(4, (long)found["variants"][0]["threshold"]);
        Assert.True(found["variants"][1]["threshold"].IsNull);
    }

    [Fact]
    public async Task A_code_belongs_to_one_product_of_a_shop_in_any_case_and_to_other_shops_too()
    {
        var (mine, theirs) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        await mine.AddProductAsync("Mug-1");
        (await mine.PostAsync("products", Mug(" mUG-1"))).Refuses(409, "variants[0].sku");
        (await theirs.PostAsync("products", Mug("mug-1"))).Is(201);
    }

    [Fact]
    public async Task Ten_who_want_one_code_at_once_make_one_product()
    {
        var shop = await app.OpenShopAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.PostAsync("products", Mug("MUG"))));
        Assert.Equal([201, .. Enumerable.Repeat(409, 9)], answers.Select(answer => answer.Status).Order());
        Assert.Single((await shop.GetAsync("products")).Is(200)["items"]);
    }

    [Fact]
    public async Task Who_saves_over_a_change_they_did_not_see_is_told()
    {
        var shop = await app.OpenShopAsync();
        var made = await shop.PostAsync("products", Mug("MUG"));
        var path = $"products/{(Guid)made.Is(201)["id"]}";
        var mine = await shop.PutAsync(path, Mug("MUG", 1500), made.Headers.ETag!.Tag);
        mine.Is(200);
        (await shop.PutAsync(path, Mug("MUG", 1600), made.Headers.ETag!.Tag)).Refuses(412);
        (await shop.PutAsync(path, Mug("MUG", 1700), "\"nonsense\"")).Refuses(412);
        Assert.Equal(1500, (long)(await shop.GetAsync(path)).Is(200)["variants"][0]["price"]);
        (await shop.PutAsync(path, Mug("MUG", 1800), mine.Headers.ETag!.Tag)).Is(200);
    }

    [Fact]
    public async Task Of_ten_changes_at_once_one_is_kept()
    {
        var shop = await app.OpenShopAsync();
        var made = await shop.PostAsync("products", Mug("MUG"));
        var path = $"products/{(Guid)made.Is(201)["id"]}";
        var answers = await Task.WhenAll(Enumerable.Range(1, 10).Select(price => shop.PutAsync(path, Mug("MUG", price), made.Headers.ETag!.Tag)));
        Assert.Equal([200, .. Enumerable.Repeat(412, 9)], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task A_change_cannot_take_the_code_of_another_product()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("BOWL");
        var made = (await shop.PostAsync("products", Mug("MUG"))).Is(201);
        (await shop.PutAsync($"products/{(Guid)made["id"]}", Mug("bowl"))).Refuses(409, "variants[0].sku");
    }

    [Theory]
    [InlineData("armel", "Ärmel")]
    [InlineData("ÄRMEL", "Ärmel")]
    [InlineData("grosse", "Große Schale")]
    [InlineData("creme brulee", "Crème  brûlée dish")]
    [InlineData("žal", "Žaluzie")]
    public async Task Search_finds_whatever_the_accents(string words, string name)
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("ONE", name: name);
        await shop.AddProductAsync("TWO", name: "Something else");
        var found = (await shop.GetAsync($"products?q={Uri.EscapeDataString(words)}")).Is(200);
        Assert.Equal("ONE", (string?)Assert.Single(found["items"])["variants"][0]["sku"]);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    [InlineData("'; DROP TABLE \"Products\"; --")]
    public async Task Search_takes_signs_as_signs(string words)
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        Assert.Empty((await shop.GetAsync($"products?q={Uri.EscapeDataString(words)}")).Is(200)["items"]);
        await shop.AddProductAsync("SIGN", name: $"Sign {words} here");
        Assert.Single((await shop.GetAsync($"products?q={Uri.EscapeDataString(words)}")).Is(200)["items"]);
    }

    [Fact]
    public async Task The_list_can_be_walked_to_its_end_and_shows_each_once()
    {
        var shop = await app.OpenShopAsync();
        for (var i = 0; i < 7; i++) await shop.AddProductAsync($"P{i}");
        List<string> seen = [];
        var path = "products?limit=3";
        for (string? next = ""; next is not null;)
        {
            var page = (await shop.GetAsync(path + next)).Is(200);
            seen.AddRange(page["items"].Select(product => (string)product["variants"][0]["sku"]!));
            next = page["next"].IsNull ? null : "&cursor=" + (string?)page["next"];
        }

        Assert.Equal(["P6", "P5", "P4", "P3", "P2", "P1", "P0"], seen);
    }

    [Theory]
    [InlineData("""{ "name": "", "variants": [{ "sku": "A", "price": 1 }] }""", "name")]
    [InlineData("""{ "variants": [{ "sku": "A", "price": 1 }] }""", "name")]
    [InlineData("""{ "name": "Mug" }""", "variants")]
    [InlineData("""{ "name": "Mug", "variants": [] }""", "variants")]
    [InlineData("""{ "name": "Mug", "variants": [null] }""", "variants[0]")]
    [InlineData("""{ "name": "Mug", "variants": [{ "price": 1 }] }""", "variants[0].sku")]
    [InlineData("""{ "name": "Mug", "variants": [{ "sku": "A", "price": -1 }] }""", "variants[0].price")]
    [InlineData("""{ "name": "Mug", "variants": [{ "sku": "A", "price": 1, "threshold": -1 }] }""", "variants[0].threshold")]
    [InlineData("""{ "name": "Mug", "variants": [{ "sku": "A", "price": 1 }, { "sku": "a ", "price": 1 }] }""", "variants[1].sku")]
    [InlineData("""{ "name": "Mug", "variants": [{ "sku": "A", "price": 1.5 }] }""", "variants[0].price")]
    [InlineData("""{ "name": "Mug", "variants": [{ "sku": "A", "price": "12" }] }""", "variants[0].price")]
    public async Task What_is_wrong_stands_under_its_field(string body, string field)
    {
        var shop = await app.OpenShopAsync();
        var answer = await shop.PostAsync("products", body);
        Assert.InRange(answer.Status, 400, 422);
        Assert.NotEmpty(answer.Refuses(answer.Status, field));
        Assert.Empty((await shop.GetAsync("products")).Is(200)["items"]);
    }

    [Theory]
    [InlineData("products?limit=0", "limit")]
    [InlineData("products?limit=201", "limit")]
    [InlineData("products?limit=many", "limit")]
    [InlineData("products?cursor=nonsense", "cursor")]
    public async Task A_wrong_list_is_refused(string path, string field)
    {
        var shop = await app.OpenShopAsync();
        var answer = await shop.GetAsync(path);
        Assert.InRange(answer.Status, 400, 422);
        answer.Refuses(answer.Status, field);
    }

    private static object Mug(string sku, long price = 1200) => new { name = "Mug", variants = new[] { new { sku, price } } };
}
