using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>What files of products do to products that are here already.</summary>
public abstract class CatalogMeetsShopTests(App app)
{
    private const string Heading = "name,variant,sku,price,barcode,category,tags,offered,low at,quantity,unit cost";

    public sealed class OnSqlite(AppOnSqlite app) : CatalogMeetsShopTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : CatalogMeetsShopTests(app);

    [Fact]
    public async Task A_product_that_is_here_is_only_completed_and_goes_back_unless_it_was_changed_since()
    {
        var shop = await app.OpenShopAsync();
        var mug = (await shop.PostAsync("products", new { name = "My mug", category = "Mugs", variants = new[] { new { sku = "MUG", price = 1800 } } })).Is(201);
        (await shop.PostAsync("products", new { name = "Bowl", variants = new[] { new { sku = "BOWL", price = 1200 } } })).Is(201);
        var import = await shop.ImportAsync(Files.Csv(
            Heading,
            "Mug,,mug,20.00,501,Drinkware,blue;gift,,3,9,",
            "Bowl,,BOWL,12.00,,,,,,,",
            "Plate,Small,PLATE-S,9.00,,Plates,,made to order,,,",
            "Plate,Large,PLATE-L,11.00,,,,,,,"));
        Assert.Equal(("products", 1), ((string?)import["format"], (int)import["adds"]["products"]));
        Assert.Equal((1, 1), ((int)Assert.Single(import["others"])["completes"], (int)Assert.Single(import["others"])["alreadyHere"]));
        var completed = (await shop.GetAsync($"products/{(Guid)mug["id"]}")).Is(200);
        Assert.Equal(("My mug", "Mugs", 1800, "501", 3), ((string?)completed["name"], (string?)completed["category"], (long)completed["variants"][0]["price"], (string?)completed["variants"][0]["barcode"], (long)completed["variants"][0]["threshold"]));
        Assert.Equal(["blue", "gift"], completed["tags"].Select(tag => (string?)tag));

        // A person sets the level; the rest is as the file left it.
        (await shop.PutAsync($"products/{(Guid)mug["id"]}", new { name = "My mug", variants = new[] { new { sku = "MUG", price = 1800, threshold = 5 } } })).Is(200);
        await shop.DoAsync(import, "undo", "undone");
        var back = (await shop.GetAsync($"products/{(Guid)mug["id"]}")).Is(200);
        Assert.Equal((0, 5), (back["tags"].Count, (long)back["variants"][0]["threshold"]));
        Assert.False(back["variants"][0].Has("barcode") && (string?)back["variants"][0]["barcode"] is { Length: > 0 });
        Assert.Equal(2, (await shop.GetAsync("products")).Is(200)["items"].Count);
    }

    [Fact]
    public async Task What_a_person_left_empty_is_not_filled_again()
    {
        var shop = await app.OpenShopAsync();
        var file = Files.Csv(Heading, "Mug,,MUG,20.00,501,Drinkware,blue,,3,,");
        (await shop.PostAsync("products", new { name = "Mug", variants = new[] { new { sku = "MUG", price = 1800 } } })).Is(201);
        var first = await shop.ImportAsync(file);
        await shop.DoAsync(first, "undo", "undone");
        // What the undo took out was no decision about it: the file brings it again.
        await shop.ImportAsync(file);
        var mug = (await shop.GetAsync("products")).Is(200)["items"][0];
        Assert.Equal(("Drinkware", "501"), ((string?)mug["category"], (string?)mug["variants"][0]["barcode"]));

        (await shop.PutAsync($"products/{(Guid)mug["id"]}", new { name = "Mug", category = "", tags = Array.Empty<string>(), variants = new[] { new { sku = "MUG", price = 1800, barcode = "" } } })).Is(200);
        Assert.Equal(0, (int)Assert.Single((await shop.ReadAsync(file))["others"])["completes"]);
        // Another choice of it comes; what was left empty stays so.
        await shop.ImportAsync(Files.Csv(Heading, "Mug,,MUG,20.00,501,Drinkware,blue,,3,,", "Mug,Large,MUG-L,25.00,502,Drinkware,blue,,,,"));
        mug = (await shop.GetAsync("products")).Is(200)["items"][0];
        Assert.Equal((false, 0, 2), (mug.Has("category"), mug["tags"].Count, mug["variants"].Count));
        Assert.False(mug["variants"].Single(variant => (string?)variant["sku"] == "MUG").Has("barcode"));
    }

    [Fact]
    public async Task Prices_become_those_of_the_file_only_when_that_is_chosen()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1800);
        var read = await shop.ReadAsync(Files.Csv(Heading, "Mug,,MUG,20.00,,,,,,,"));
        Assert.Equal(1, (int)read["pricesDiffer"]);
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/apply", new { updatePrices = true })).Is(202);
        await shop.UntilAsync((Guid)read["id"], "done");
        Assert.Equal(2000, (long)(await shop.GetAsync("products")).Is(200)["items"][0]["variants"][0]["price"]);
        await shop.DoAsync(read, "undo", "undone");
        Assert.Equal(1800, (long)(await shop.GetAsync("products")).Is(200)["items"][0]["variants"][0]["price"]);
    }

    [Fact]
    public async Task A_product_that_something_hangs_on_stays_when_its_import_is_taken_back_and_it_says_so()
    {
        var shop = await app.OpenShopAsync();
        var import = await shop.ImportAsync(Files.Csv(Heading, "Mug,,MUG,20.00,,,,,,,", "Bowl,,BOWL,20.00,,,,,,,"));
        await shop.SellAsync("MUG");
        var undone = await shop.DoAsync(import, "undo", "undone");
        Assert.Contains("1 product stays", (string?)undone["kept"], StringComparison.Ordinal);
        Assert.Equal("Mug", (string?)Assert.Single((await shop.GetAsync("products")).Is(200)["items"])["name"]);
    }

    [Fact]
    public async Task What_was_counted_here_stays_as_it_was_counted()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 4);
        var read = await shop.ReadAsync(Files.Csv(Heading, "Mug,,MUG,20.00,,,,,,9,", "Bowl,,BOWL,20.00,,,,,,5,"));
        Assert.Equal(1, (int)read["stockOffered"]);
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/apply", new { takeStock = true })).Is(202);
        await shop.UntilAsync((Guid)read["id"], "done");
        Assert.Equal((4, 5), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("BOWL"))["onHand"]));
        await shop.DoAsync(read, "undo", "undone");
        Assert.Equal(4, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task Codes_that_sales_made_products_of_are_completed_where_they_are()
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(Files.Csv("order,date,sku,quantity,unit price", "1,2026-01-05,MUG-B,1,10.00", "2,2026-01-05,MUG-R,1,10.00"));
        var import = await shop.ImportAsync(Files.Csv(Heading, "Mug,Blue,MUG-B,10.00,,Mugs,,,,,", "Mug,Red,MUG-R,10.00,,Mugs,,,,,", "Mug,Green,MUG-G,10.00,,Mugs,,,,,"));
        Assert.Equal(1, (int)Assert.Single(import["others"])["completes"]);
        Assert.All((await shop.GetAsync("products")).Is(200)["items"], product => Assert.Equal("Mugs", (string?)product["category"]));
        await shop.DoAsync(import, "undo", "undone");
        Assert.Equal(["MUG-B", "MUG-R"], (await shop.GetAsync("products")).Is(200)["items"].SelectMany(product => product["variants"]).Select(variant => (string?)variant["sku"]).Order());
    }

    [Fact]
    public async Task What_a_later_import_completed_stays_when_the_first_is_taken_back()
    {
        var shop = await app.OpenShopAsync();
        var first = await shop.ImportAsync(Files.Csv(Heading, "Mug,,MUG,20.00,,,,,,,", "Bowl,,BOWL,20.00,,,,,,,"));
        var second = await shop.ImportAsync(Files.Csv(Heading, "Mug,,MUG,20.00,501,Mugs,,,,,"));
        Assert.Contains("1 product stays", (string?)(await shop.DoAsync(first, "undo", "undone"))["kept"], StringComparison.Ordinal);
        Assert.Equal("Mugs", (string?)Assert.Single((await shop.GetAsync("products")).Is(200)["items"])["category"]);
        await shop.DoAsync(second, "undo", "undone");
        Assert.Equal("Mug", (string?)Assert.Single((await shop.GetAsync("products")).Is(200)["items"])["name"]);
    }
}
