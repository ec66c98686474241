using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

/// <summary>The pages of sales as a browser without scripts uses them.</summary>
public abstract partial class SalePagesTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SalePagesTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SalePagesTests(app);

    [Fact]
    public async Task A_form_that_is_sent_twice_records_one_sale()
    {
        var shop = await app.OpenShopAsync();
        var mug = await shop.AddProductAsync("MUG", price: 2600, pieces: 5);
        var form = await FormAsync(shop, $"/{shop.Slug}/sales/new");
        Dictionary<string, string> typed = new(form)
        {
            ["_handler"] = "sale", ["Form.Do"] = "record", ["Form.OtherChannel"] = "Fair", ["Form.Lines[0].VariantId"] = mug.ToString(), ["Form.Lines[0].Quantity"] = "2",
        };
        for (var i = 0; i < 2; i++) await PostAsync(shop, $"/{shop.Slug}/sales/new", typed);
        var sale = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"]);
        Assert.Equal(5200, (long)sale["total"]);
        Assert.Equal(3, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        var shop = await app.OpenShopAsync();
        var form = await FormAsync(shop, $"/{shop.Slug}/sales/new");
        Dictionary<string, string> typed = new(form)
        {
            ["_handler"] = "sale", ["Form.Do"] = "record", ["Form.OtherChannel"] = "Fair", ["Form.Lines[0].Title"] = "Teapot", ["Form.Lines[0].Quantity"] = "1", ["Form.Lines[0].UnitPrice"] = "12,5x",
        };
        var page = await PostAsync(shop, $"/{shop.Slug}/sales/new", typed);
        Assert.Contains("“12,5x” is not an amount", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Teapot\"", page, StringComparison.Ordinal);
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
    }

    [Fact]
    public async Task A_sale_of_another_shop_is_not_found()
    {
        var (mine, theirs) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        await theirs.AddProductAsync("MUG", pieces: 1);
        var sale = await theirs.SellAsync("MUG");
        Assert.Equal(HttpStatusCode.NotFound, (await mine.Http.GetAsync(new Uri($"/{mine.Slug}/sales/{(string?)sale["id"]}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<Dictionary<string, string>> FormAsync(TestShop shop, string path)
    {
        var page = await shop.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return Hidden().Matches(page[page.IndexOf("<form id=\"ticket\"", StringComparison.Ordinal)..])
            .DistinctBy(field => field.Groups[1].Value).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
    }

    private static async Task<string> PostAsync(TestShop shop, string path, Dictionary<string, string> typed)
    {
        using var body = new FormUrlEncodedContent(typed);
        var answer = await shop.Http.PostAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
