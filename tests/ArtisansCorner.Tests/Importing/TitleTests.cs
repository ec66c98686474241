using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Lines that have a title and no code find their product.</summary>
public abstract class TitleTests(App app)
{
    private const string Heading = "order,date,channel,title,quantity,unit price";

    public sealed class OnSqlite(AppOnSqlite app) : TitleTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : TitleTests(app);

    [Fact]
    public async Task The_exact_title_of_a_product_or_of_its_choice_is_that_and_nobody_is_asked()
    {
        var shop = await app.OpenShopAsync();
        var soap = await shop.AddProductAsync("SOAP", name: "Lavender soap");
        var mug = (await shop.PostAsync("products", new { name = "Mug", variants = new object[] { new { sku = "MUG-B", price = 1000, title = "Blue, Large" }, new { sku = "MUG-R", price = 1000, title = "Red, Large" } } })).Is(201);
        var import = await shop.ImportAsync(Files.Csv(Heading, "1,2026-01-05,Etsy,LAVENDER  soap,1,10.00", "2,2026-01-05,Etsy,\"Mug, Color:Red,Size:Large\",1,10.00"));
        Assert.Empty(import["titles"]);
        Assert.Equal([soap, (Guid)mug["variants"][1]["id"]], (await LinesAsync(shop)).Select(line => (Guid)line["variantId"]));
    }

    [Fact]
    public async Task A_title_that_is_like_a_products_is_asked_about_once_and_the_answer_is_remembered()
    {
        var shop = await app.OpenShopAsync();
        var soap = await shop.AddProductAsync("SOAP", name: "Lavender soap");
        var read = await shop.ReadAsync(Files.Csv(Heading, "1,2026-01-05,Etsy,Lavender Soap Bar,1,10.00", "2,2026-01-06,Etsy,Lavender Soap Bar,2,10.00", "3,2026-01-06,Etsy,Gift card,1,10.00"));
        var asked = read["titles"].ToDictionary(title => (string)title["title"]!);
        Assert.Equal((2, "Lavender soap", soap), ((int)asked["Lavender Soap Bar"]["lines"], (string?)asked["Lavender Soap Bar"]["name"], (Guid)asked["Lavender Soap Bar"]["variantId"]));
        Assert.False(asked["Gift card"]["variantId"] is { } none && none.ToString() is { Length: > 6 });

        (await shop.PostAsync($"imports/{(Guid)read["id"]}/apply", new { titles = new[] { new { title = "Lavender Soap Bar", sku = "NOBODY" } } })).Refuses(422);
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/apply", new { titles = new object[] { new { title = "Lavender Soap Bar", variantId = soap, channel = "Etsy" }, new { title = "Gift card", none = true } } })).Is(202);
        await shop.UntilAsync((Guid)read["id"], "done");
        Assert.Equal(2, (await LinesAsync(shop)).Count(line => line.Has("variantId") && line["variantId"].ToString().Contains(soap.ToString(), StringComparison.Ordinal)));
        var second = await shop.ImportAsync(Files.Csv(Heading, "4,2026-01-07,Etsy,lavender soap bar,1,10.00", "5,2026-01-07,Etsy,Gift card,1,10.00"));
        Assert.Empty(second["titles"]);
        Assert.Equal(2, (await shop.GetAsync("imports/titles")).Is(200)["items"].Count);
        Assert.Equal(4, await UnitsAsync(shop));

        // What was said on the first file goes with it; the second's sale stays what it was.
        await shop.DoAsync(read, "undo", "undone");
        Assert.Empty((await shop.GetAsync("imports/titles")).Is(200)["items"]);
        Assert.Equal(1, await UnitsAsync(shop));
    }

    [Fact]
    public async Task Of_many_titles_those_with_most_lines_are_asked_about_and_of_as_many_lines_by_the_alphabet()
    {
        var shop = await app.OpenShopAsync();
        // Sixty once each, backwards, ten of them once more at the end.
        var titles = Enumerable.Range(0, 60).Reverse().Concat(Enumerable.Range(30, 10)).Select((title, i) => $"{i},2026-01-05,Fair,Thing {title:00},1,10.00");
        var asked = (await shop.ReadAsync(Files.Csv(Heading, [.. titles])))["titles"].Select(title => $"{(string?)title["title"]} {(int)title["lines"]}");
        Assert.Equal([.. Enumerable.Range(30, 10).Select(i => $"Thing {i:00} 2"), .. Enumerable.Range(0, 30).Concat(Enumerable.Range(40, 10)).Select(i => $"Thing {i:00} 1")], asked);
    }

    [Fact]
    public async Task What_an_interrupted_import_made_of_a_code_is_not_what_its_titles_mean()
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv("order,date,channel,title,sku,quantity,unit price", "1,2026-01-05,Fair,Blue mug,BM,1,10.00", "2,2026-01-05,Fair,Blue mug,,1,10.00"));
        // As it stands when the import is broken off after its products.
        var mug = await shop.AddProductAsync("BM", name: "Blue mug");
        await shop.InsideAsync(services => services.GetRequiredService<AppDb>().Products.ExecuteUpdateAsync(row => row.SetProperty(product => product.ImportId, (Guid)read["id"]), TestContext.Current.CancellationToken));
        await shop.DoAsync(read, "apply", "done");
        Assert.Equal([true, false], (await LinesAsync(shop)).Select(line => line["variantId"].ToString().Contains(mug.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Past_lines_are_matched_later_and_unmatched_when_that_is_forgotten()
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(Files.Csv(Heading, "1,2026-01-05,Etsy,Lavender Soap Bar,3,10.00", "2,2026-01-05,Fair,Lavender Soap Bar,1,10.00"));
        await shop.AddProductAsync("SOAP", name: "Lavender soap");
        Assert.Equal(["Etsy Lavender soap", "Fair Lavender soap"], (await shop.GetAsync("imports/titles/open")).Is(200).Select(title => $"{(string?)title["channel"]} {(string?)title["name"]}").Order());
        (await shop.PostAsync("imports/titles", new { title = "Lavender soap bar", sku = "soap", channel = "Etsy" })).Is(201);
        await Eventually.PassesAsync(async () => Assert.Equal(3, await UnitsAsync(shop)));
        Assert.Equal("Fair", (string?)Assert.Single((await shop.GetAsync("imports/titles/open")).Is(200))["channel"]);
        var remembered = Assert.Single((await shop.GetAsync("imports/titles")).Is(200)["items"]);
        Assert.Equal(("Lavender soap bar", "Etsy", "SOAP"), ((string?)remembered["title"], (string?)remembered["channel"], (string?)remembered["sku"]));

        (await shop.DeleteAsync($"imports/titles/{(Guid)remembered["id"]}")).Is(204);
        await Eventually.PassesAsync(async () => Assert.Equal(0, await UnitsAsync(shop)));
        (await shop.DeleteAsync($"imports/titles/{(Guid)remembered["id"]}")).Refuses(404);
    }

    [Fact]
    public async Task The_preview_asks_without_scripts_and_the_page_lists_and_forgets()
    {
        var shop = await app.OpenShopAsync();
        var soap = await shop.AddProductAsync("SOAP", name: "Lavender soap");
        var read = await shop.ReadAsync(Files.Csv(Heading, "1,2026-01-05,Etsy,Lavender Soap Bar,1,10.00"));
        var page = await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/import/{(Guid)read["id"]}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("is it “Lavender soap”?", System.Net.WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        await shop.PostFormAsync("import", $"import/{(Guid)read["id"]}/apply", ("title.0.title", "Lavender Soap Bar"), ("title.0.channel", "Etsy"), ("title.0.is", soap.ToString()));
        await shop.UntilAsync((Guid)read["id"], "done");
        Assert.Equal(1, await UnitsAsync(shop));
        var id = (Guid)Assert.Single((await shop.GetAsync("imports/titles")).Is(200)["items"])["id"];
        Assert.Contains("Forgotten", (await shop.PostFormAsync("import/titles", $"import/titles/{id}/forget")).Text, StringComparison.Ordinal);
        Assert.Contains("is remembered", (await shop.PostFormAsync("import/titles", "import/titles/remember", ("title.0.title", "Lavender Soap Bar"), ("title.0.sku", "SOAP"))).Text, StringComparison.Ordinal);
    }

    private static async Task<List<Json>> LinesAsync(TestShop shop)
    {
        List<Json> lines = [];
        foreach (var sale in (await shop.GetAsync("sales")).Is(200)["items"].OrderBy(sale => (string)sale["externalId"]!)) lines.AddRange((await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["lines"]);
        return lines;
    }

    /// <summary>How many pieces of products of the catalog were sold in the month.</summary>
    private static async Task<long> UnitsAsync(TestShop shop) =>
        (await shop.GetAsync("analytics/products?from=2026-01-01&to=2026-01-31")).Is(200)["items"].Where(item => item.Has("productId") && item["productId"].ToString().Length > 10).Sum(item => (long)item["units"]);
}
