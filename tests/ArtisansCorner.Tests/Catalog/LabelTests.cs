using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Catalog;

public abstract partial class LabelTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : LabelTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : LabelTests(app);

    [Fact]
    public async Task A_product_has_a_category_and_tags_and_keeps_what_a_change_does_not_say()
    {
        var shop = await app.OpenShopAsync();
        var made = (await shop.PostAsync("products", Mug(" Mugs ", "Gift", "blue", "GIFT "))).Is(201);
        Assert.Equal(("Mugs", "blue, Gift"), LabelsOf(made));
        var path = $"products/{(Guid)made["id"]}";
        (await shop.PutAsync(path, new { name = "Mug", variants = new[] { new { sku = "MUG", price = 1000 } } })).Is(200);
        Assert.Equal(("Mugs", "blue, Gift"), LabelsOf((await shop.GetAsync(path)).Is(200)));
        Assert.Equal(("Cups", "gift, warm"), LabelsOf((await shop.PutAsync(path, Mug("Cups", "gift", "warm"))).Is(200)));
        Assert.Equal((null, ""), LabelsOf((await shop.PutAsync(path, Mug(""))).Is(200)));
        Assert.Equal((null, ""), LabelsOf(Assert.Single((await shop.GetAsync("products")).Is(200)["items"])));
    }

    [Fact]
    public async Task Labels_that_make_no_sense_are_refused_in_a_sentence()
    {
        var shop = await app.OpenShopAsync();
        Assert.Contains("at most 60", (await shop.PostAsync("products", Mug(new string('x', 61)))).Refuses(422, "category"), StringComparison.Ordinal);
        Assert.Contains("at most 40", (await shop.PostAsync("products", Mug("Mugs", new string('x', 41)))).Refuses(422, "tags"), StringComparison.Ordinal);
        Assert.Contains("at most 20", (await shop.PostAsync("products", Mug("Mugs", [.. Enumerable.Range(0, 21).Select(i => $"tag {i}")]))).Refuses(422, "tags"), StringComparison.Ordinal);
        (await shop.PostAsync("products", Mug("Mugs", " "))).Refuses(422, "tags");
        (await shop.PostAsync("products", Mug("Mugs", (string)null!))).Refuses(422, "tags");
        Assert.Contains("several tags", (await shop.PostAsync("products", Mug("Mugs", "a, b"))).Refuses(422, "tags"), StringComparison.Ordinal);
        Assert.Empty((await shop.GetAsync("products")).Is(200)["items"]);
    }

    [Fact]
    public async Task The_list_of_stock_shows_a_category_or_a_tag()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("products", Product("MUG", "Mugs", "gift", "blue"))).Is(201);
        (await shop.PostAsync("products", Product("CUP", "mugs", "Blue"))).Is(201);
        (await shop.PostAsync("products", Product("BOWL", "Bowls", "gift"))).Is(201);
        foreach (var (query, skus) in ((string, string[])[])[("category=MUGS", ["CUP", "MUG"]), ("tag=blue&category=mugs&q=cup", ["CUP"]), ("tag=gift", ["BOWL", "MUG"]), ("tag=nothing", []), ("category=&tag=", ["BOWL", "CUP", "MUG"])])
        {
            Assert.Equal(skus, (await shop.GetAsync($"stock?{query}")).Is(200)["items"].Select(item => (string?)item["sku"]).Order());
            var page = await PageAsync(shop, $"inventory?{query}");
            Assert.Equal(skus, ((string[])["BOWL", "CUP", "MUG"]).Where(sku => page.Contains($">{sku}<", StringComparison.Ordinal)));
            Assert.Contains("Any category", page, StringComparison.Ordinal);
        }

        Assert.Contains("Nothing fits that.", await PageAsync(shop, "inventory?tag=nothing"), StringComparison.Ordinal);
        Assert.Contains(">MUG<", await PageAsync(shop, "inventory/rows?category=mugs"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_be_chosen_is_each_word_once_by_name_and_nothing_of_what_is_put_away_or_of_another_shop()
    {
        var (shop, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        (await other.PostAsync("products", Product("MUG", "Lamps", "tall"))).Is(201);
        Assert.DoesNotContain("Any category", await PageAsync(shop, "inventory"), StringComparison.Ordinal);
        (await shop.PostAsync("products", Product("MUG", "Mugs", "gift", "blue"))).Is(201);
        (await shop.PostAsync("products", Product("CUP", "mugs", "Blue"))).Is(201);
        (await shop.PostAsync("products", Product("BOWL", "Bowls", "gift", "a tag"))).Is(201);
        var vase = (await shop.PostAsync("products", Product("VASE", "Vases", "blue", "old"))).Is(201);
        Assert.Equal("bowls, mugs, vases; a tag, blue, gift, old", await ChoicesAsync(shop));
        (await shop.PutAsync($"products/{(Guid)vase["id"]}", new { name = "Vase", status = "retired", variants = new[] { new { sku = "VASE", price = 1000 } } })).Is(200);
        Assert.Equal("bowls, mugs; a tag, blue, gift", await ChoicesAsync(shop));
    }

    [Fact]
    public async Task A_product_form_takes_a_category_and_tags_with_commas_and_its_page_shows_them()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("products", Product("CUP", "Mugs", "warm"))).Is(201);
        var empty = await PageAsync(shop, "inventory/new");
        Assert.Contains("<option value=\"Mugs\"></option>", empty, StringComparison.Ordinal);
        Assert.Contains("in use: warm", empty, StringComparison.Ordinal);
        var typed = HiddenField().Matches(empty[empty.IndexOf("<form id=\"product\"", StringComparison.Ordinal)..])
            .DistinctBy(field => field.Groups[1].Value).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        foreach (var (name, value) in ((string, string)[])[("_handler", "product"), ("Product.Do", "save"), ("Product.Name", "Mug"), ("Product.Category", "Mugs"), ("Product.Tags", " gift ,, blue, Gift"), ("Product.Variants[0].Sku", "MUG"), ("Product.Variants[0].Price", "12.00")])
            typed[name] = value;
        using var body = new FormUrlEncodedContent(typed);
        var answer = await shop.Http.PostAsync(new Uri($"/{shop.Slug}/inventory/new", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await shop.Http.GetStringAsync(answer.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Contains($"/{shop.Slug}/inventory?category=Mugs\">Mugs</a>", page, StringComparison.Ordinal);
        Assert.Contains($"/{shop.Slug}/inventory?tag=gift\">gift</a>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"blue, gift\"", page, StringComparison.Ordinal);
        Assert.Contains($"action=\"{answer.Headers.Location!.AbsolutePath}/retire\"", page[page.IndexOf("data-fresh", StringComparison.Ordinal)..][..600], StringComparison.Ordinal);
    }

    private static (string?, string) LabelsOf(Json product) =>
        (product["category"].IsNull ? null : (string?)product["category"], string.Join(", ", product["tags"].Select(tag => (string?)tag)));

    private static object Mug(string category, params string[] tags) => Product("MUG", category, tags);

    private static object Product(string sku, string category, params string[] tags) => new { name = "Mug", category, tags, variants = new[] { new { sku, price = 1000 } } };

    private static Task<string> PageAsync(TestShop shop, string path) => shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<string> ChoicesAsync(TestShop shop)
    {
        var page = await PageAsync(shop, "inventory");
        return $"{Of("category")}; {Of("tag")}";

        string Of(string name) =>
            string.Join(", ", Option().Matches(page[page.IndexOf($"name=\"{name}\"", StringComparison.Ordinal)..].Split("</select>")[0]).Select(option => option.Groups[1].Value.ToLowerInvariant()));
    }

    [GeneratedRegex("<option value=\"([^\"]+)\"")]
    private static partial Regex Option();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();
}
