using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Descriptions and makers that files of products name.</summary>
public abstract class MakersTests(App app)
{
    private const string Shopify = "Handle,Title,Body (HTML),Vendor,Type,Variant SKU,Variant Price";

    public sealed class OnSqlite(AppOnSqlite app) : MakersTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : MakersTests(app);

    [Fact]
    public async Task Descriptions_are_kept_as_plain_text_complete_what_says_nothing_and_go_back()
    {
        var shop = await app.OpenShopAsync();
        var bowl = (await shop.PostAsync("products", new { name = "Bowl", description = "Mine", variants = new[] { new { sku = "BOWL", price = 1200 } } })).Is(201);
        var plate = (await shop.PostAsync("products", new { name = "Plate", variants = new[] { new { sku = "PLATE", price = 900 } } })).Is(201);
        var import = await shop.ImportAsync(Files.Csv(
            Shopify, "mug,Mug,\"<style>p{color:red}</style><p>Holds <b>350&nbsp;ml</b> &amp; more.</p><ul><li>Blue</li><li>Red</li></ul><script>alert(1)</script>\",,Mugs,MUG,24.00",
            "bowl,Bowl,<p>Theirs</p>,,Bowls,BOWL,12.00", "plate,Plate,Flat & round,,Plates,PLATE,9.00"));
        Assert.Equal("Holds 350\u00A0ml & more.\nBlue\nRed", (string?)Assert.Single((await shop.GetAsync("products?q=mug")).Is(200)["items"])["description"]);
        Assert.Equal(["Mine", "Flat & round"], await DescriptionsAsync(shop, bowl, plate));
        await shop.DoAsync(import, "undo", "undone");
        Assert.Equal(["Mine", null], await DescriptionsAsync(shop, bowl, plate));
        (await shop.PutAsync($"products/{(Guid)bowl["id"]}", new { name = "Bowl", description = new string('x', 10_001), variants = new[] { new { sku = "BOWL", price = 1 } } })).Refuses(422, "description");
    }

    [Fact]
    public async Task A_maker_that_fits_is_taken_and_others_are_added_only_when_that_is_chosen()
    {
        var shop = await app.OpenShopAsync(name: "Clay & Thyme");
        var file = Files.Csv(Shopify, "mug,Mug,,clay & thyme,Mugs,MUG,24.00", "bowl,Bowl,,Ada,Bowls,BOWL,12.00", "dish,Dish,,ada,Bowls,DISH,12.00", "plate,Plate,,,Plates,PLATE,9.00");
        var first = await shop.ImportAsync(file);
        Assert.Equal(["Ada"], first["makersOffered"].Select(maker => (string?)maker));
        var maker = (Guid)(await ProductAsync(shop, "Mug"))["makerId"];
        Assert.True((await ProductAsync(shop, "Bowl"))["makerId"].IsNull);

        var read = await shop.ReadAsync(file);
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/apply", new { addMakers = true })).Is(202);
        var second = await shop.UntilAsync((Guid)read["id"], "done");
        var ada = (Guid)(await ProductAsync(shop, "Bowl"))["makerId"];
        Assert.NotEqual(maker, ada);
        Assert.Equal((ada, true), ((Guid)(await ProductAsync(shop, "Dish"))["makerId"], (await ProductAsync(shop, "Plate"))["makerId"].IsNull));
        Assert.Empty((await shop.ReadAsync(file))["makersOffered"]);

        await shop.DoAsync(second, "undo", "undone");
        Assert.True((await ProductAsync(shop, "Bowl"))["makerId"].IsNull);
        Assert.Equal(["Ada"], (await shop.ReadAsync(file))["makersOffered"].Select(one => (string?)one));
        (await shop.PutAsync($"products/{(Guid)(await ProductAsync(shop, "Bowl"))["id"]}", new { name = "Bowl", makerId = Guid.CreateVersion7(), variants = new[] { new { sku = "BOWL", price = 1200 } } })).Refuses(422, "makerId");
    }

    private static async Task<IEnumerable<string?>> DescriptionsAsync(TestShop shop, params Json[] products) =>
        await Task.WhenAll(products.Select(async product => (await shop.GetAsync($"products/{(Guid)product["id"]}")).Is(200) is var one && one.Has("description") ? (string?)one["description"] : null));

    private static async Task<Json> ProductAsync(TestShop shop, string name) => (await shop.GetAsync("products?limit=200")).Is(200)["items"].Single(item => (string?)item["name"] == name);
}
