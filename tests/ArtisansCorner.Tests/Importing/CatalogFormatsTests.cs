using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

public abstract class CatalogFormatsTests(App app)
{
    private const string Listings = "TITLE,DESCRIPTION,PRICE,CURRENCY_CODE,QUANTITY,TAGS,MATERIALS,IMAGE1,VARIATION 1 TYPE,VARIATION 1 NAME,VARIATION 1 VALUES,VARIATION 2 TYPE,VARIATION 2 NAME,VARIATION 2 VALUES,SKU";

    public sealed class OnSqlite(AppOnSqlite app) : CatalogFormatsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : CatalogFormatsTests(app);

    [Fact]
    public async Task The_listings_of_a_real_Italian_shop_go_in_and_twice_is_once()
    {
        var file = await File.ReadAllBytesAsync(Shared.Need("import-samples", "real", "etsy-listings-download.it.csv"), TestContext.Current.CancellationToken);
        var shop = await app.OpenShopAsync(currency: "EUR", country: "IT", timeZone: "Europe/Rome");
        var import = await shop.ImportAsync(file);
        Assert.Equal(("etsy-listings", 27, 27, 0), ((string?)import["format"], (int)import["rows"], (int)import["adds"]["products"], (int)import["rejected"]));
        var vase = Assert.Single((await shop.GetAsync("products?q=Antiqued+Raku")).Is(200)["items"]);
        Assert.Equal(("24", 13600, "raku vase"), ((string?)vase["variants"][0]["sku"], (long)vase["variants"][0]["price"], vase["tags"].Select(tag => ((string?)tag)!.ToLowerInvariant()).FirstOrDefault(tag => tag == "raku vase")));
        // Nobody asked for the pieces to be counted.
        Assert.Empty((await shop.GetAsync("stock/movements")).Is(200)["items"]);
        Assert.Equal((0, 27), ((int)(await shop.ImportAsync(file))["adds"]["products"], (await shop.GetAsync("products?limit=200")).Is(200)["items"].Count));
    }

    [Fact]
    public async Task Variations_of_a_listing_are_variants_each_with_its_code_where_the_file_has_one_for_each()
    {
        var shop = await app.OpenShopAsync();
        var import = await shop.ImportAsync(Files.Csv(
            Listings,
            "Mug &amp; saucer,,30.00,GBP,6,mug,Clay,,Color,Color,\"Blue,Red\",Size,Size,\"Small,Large\",\"BS,BL,RS,RL\"",
            "Soap,,9.00,GBP,4,,,,,,,,,,",
            "Bowl,,20.00,EUR,1,,,,,,,,,,BOWL"));
        Assert.Equal((2, "another currency than the shop's"), ((int)import["adds"]["products"], (string?)Assert.Single(import["reasons"])["reason"]));
        var mug = Assert.Single((await shop.GetAsync("products?q=saucer")).Is(200)["items"]);
        Assert.Equal(["BS Blue, Small", "BL Blue, Large", "RS Red, Small", "RL Red, Large"], mug["variants"].Select(variant => $"{(string?)variant["sku"]} {(string?)variant["title"]}"));
        Assert.Equal("SOAP", (string?)Assert.Single((await shop.GetAsync("products?q=soap")).Is(200)["items"])["variants"][0]["sku"]);
    }

    [Fact]
    public async Task Shopify_names_a_product_on_its_first_row_only_and_pictures_have_rows_of_their_own()
    {
        var shop = await app.OpenShopAsync();
        foreach (var heading in (string[])["Handle,Title,Vendor,Type,Tags,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Variant Barcode,Image Src,Cost per item,Status", "URL handle,Title,Vendor,Type,Tags,Option1 name,Option1 value,SKU,Inventory quantity,Price,Barcode,Product image URL,Cost per item,Status"])
        {
            var import = await shop.ImportAsync(Files.Csv(
                heading,
                "mug,Mug,Ada,Mugs,\"blue, gift\",Size,Small,MUG-S,3,24.00,501,a.jpg,6.00,active",
                "mug,,,,,,Large,MUG-L,-2,28.00,,b.jpg,,",
                "mug,,,,,,,,,,,c.jpg,,",
                "plate,Plate,Ada,Plates,,Title,Default Title,PLATE,1,19.50,,,4.00,archived"));
            Assert.Equal("shopify-products", (string?)import["format"]);
        }

        var items = (await shop.GetAsync("products?retired=true")).Is(200)["items"].Concat((await shop.GetAsync("products")).Is(200)["items"]).DistinctBy(item => (Guid)item["id"]).ToList();
        var mug = Assert.Single(items, item => (string?)item["name"] == "Mug");
        Assert.Equal(["MUG-S Small 2400", "MUG-L Large 2800"], mug["variants"].Select(variant => $"{(string?)variant["sku"]} {(string?)variant["title"]} {(long)variant["price"]}"));
        Assert.Equal(("Mugs", "retired"), ((string?)mug["category"], (string?)Assert.Single(items, item => (string?)item["name"] == "Plate")["status"]));
    }

    [Fact]
    public async Task Square_names_places_in_its_headings_and_their_pieces_are_added_up_where_that_is_asked()
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv(
            "Token,Item Name,Variation Name,SKU,Description,Category,GTIN,Price,Default Unit Cost,Current Quantity Stall,New Quantity Stall,Stock Alert Enabled Stall,Stock Alert Count Stall,Current Quantity Studio,Tax - VAT (20%)",
            "T1,Mug,Regular,MUG,,Mugs,501,£24.00,6.00,3,,Y,2,4,Y",
            "T2,Glaze,By weight,,,Glaze,,variable,,,,N,,,Y"));
        Assert.Equal(("square-catalog", 2, 1), ((string?)read["format"], (int)read["adds"]["products"], (int)read["stockOffered"]));
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/apply", new { takeStock = true })).Is(202);
        await shop.UntilAsync((Guid)read["id"], "done");
        var mug = await shop.StockOfAsync("MUG");
        Assert.Equal((7, 2), ((long)mug["onHand"], (long)mug["threshold"]));
        Assert.Equal("", (string?)Assert.Single((await shop.GetAsync("products?q=mug")).Is(200)["items"])["variants"][0]["title"]);
        // Its cost came with it: 7 × 6.00.
        Assert.Equal(4200, (long)(await shop.GetAsync("valuation")).Is(200)["value"]);

        await shop.DoAsync(read, "undo", "undone");
        Assert.Empty((await shop.GetAsync("products")).Is(200)["items"]);
        Assert.Empty((await shop.GetAsync("stock/movements")).Is(200)["items"]);
    }

    [Fact]
    public async Task The_variations_of_WooCommerce_find_their_product_by_number_or_code_in_any_order()
    {
        var shop = await app.OpenShopAsync();
        var import = await shop.ImportAsync(Files.Csv(
            "ID,Type,SKU,Name,Published,Stock,Regular price,Categories,Tags,Parent,Attribute 1 name,Attribute 1 value(s)",
            "12,variation,MUG-B,Mug - Blue,1,3,24.00,,,id:10,Color,Blue",
            "10,variable,MUG,Mug,1,,,Home > Mugs,blue,,Color,\"Blue, Red\"",
            "13,variation,MUG-R,Mug - Red,1,,25.00,,,MUG,Color,Red",
            "14,\"simple, virtual\",CLASS,Class,1,,60.00,\"Classes, Home\",,,,",
            "15,grouped,SET,Set,1,,,,,,,",
            "16,variable,EMPTY,Empty,1,,,,,,,"));
        Assert.Equal(("woocommerce-products", 2, "nothing of it can be chosen"), ((string?)import["format"], (int)import["adds"]["products"], (string?)Assert.Single(import["reasons"])["reason"]));
        var mug = Assert.Single((await shop.GetAsync("products?q=mug")).Is(200)["items"]);
        Assert.Equal(["MUG-B Blue", "MUG-R Red"], mug["variants"].Select(variant => $"{(string?)variant["sku"]} {(string?)variant["title"]}").Order());
        Assert.Equal("Mugs", (string?)mug["category"]);
    }

    [Fact]
    public async Task Customers_of_Shopify_go_in_without_an_order_and_go_again()
    {
        var shop = await app.OpenShopAsync();
        const string Heading = "Customer ID,First Name,Last Name,Email,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Total Spent,Total Orders";
        string[] rows = ["'71,Ada,Byron,ada@example.org,London,LND,GB,N1 1AA,40.00,2", "'72,Bob,,,,,,,0.00,0", "'73,,,cy.example.org,,,,,0,0"];
        var import = await shop.ImportAsync(Files.Csv(Heading, rows));
        Assert.Equal(("shopify-customers", 2, 1), ((string?)import["format"], (int)import["adds"]["customers"], (int)import["rejected"]));
        var again = await shop.ReadAsync(Files.Csv(Heading, rows));
        Assert.Equal((0, 2), ((int)again["adds"]["customers"], (int)Assert.Single(again["others"])["alreadyHere"]));
        await shop.DoAsync(import, "undo", "undone");
        Assert.Equal(2, (int)(await shop.ReadAsync(Files.Csv(Heading, rows)))["adds"]["customers"]);
    }

    [Theory]
    [InlineData("products", 3, 0)]
    [InlineData("customers", 0, 2)]
    public async Task A_template_can_be_filled_in_and_brought_back(string of, int products, int customers)
    {
        var shop = await app.OpenShopAsync();
        var import = await shop.ImportAsync((await shop.GetAsync($"imports/template.csv?of={of}")).Text);
        Assert.Equal((of, products, customers, 0), ((string?)import["format"], (int)import["adds"]["products"], (int)import["adds"]["customers"], (int)import["rejected"]));
        (await shop.GetAsync("imports/template.csv?of=dreams")).Refuses(404);
    }
}
