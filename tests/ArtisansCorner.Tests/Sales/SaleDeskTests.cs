using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

/// <summary>What people do at the desk: say how it was paid, print a receipt, cancel several at once; without scripts.</summary>
public abstract partial class SaleDeskTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SaleDeskTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SaleDeskTests(app);

    [Fact]
    public async Task How_a_sale_was_paid_is_kept_and_stands_on_its_receipt()
    {
        var shop = await app.OpenShopAsync();
        var sale = (await shop.PostAsync("sales", new
        {
            channel = "Fair",
            paidBy = "card",
            currency = "EUR",
            exchangeRate = "0.855",
            shipping = 500,
            tax = 119,
            fees = new[] { new { type = "Card", amount = 77 } },
            lines = new[] { new { title = "Bowl", quantity = 3, unitPrice = 1111, discount = 33 } },
        })).Is(201);
        Assert.Equal("card", (string?)sale["paidBy"]);
        var receipt = await PageAsync(shop, $"sales/{(Guid)sale["id"]}/receipt");
        foreach (var words in new[] { "Paid by card", "€33.33", "€11.11 each", "€39.19" }) Assert.Contains(words, Text(receipt), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"rail", receipt, StringComparison.Ordinal);
        (await shop.PostAsync("sales", new { channel = "Fair", paidBy = "gold", lines = new[] { new { title = "Bowl", unitPrice = 1 } } })).Refuses(400, "paidBy");
        Assert.Equal("", (string?)(await shop.PostAsync("sales", new { channel = "Fair", lines = new[] { new { title = "Bowl", unitPrice = 1 } } })).Is(201)["paidBy"] ?? "");
    }

    [Fact]
    public async Task A_receipt_of_another_shop_is_not_found()
    {
        var (mine, theirs) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        await theirs.AddProductAsync("MUG", pieces: 1);
        var sale = await theirs.SellAsync("MUG");
        Assert.Equal(HttpStatusCode.NotFound, (await mine.Http.GetAsync(new Uri($"/{mine.Slug}/sales/{(Guid)sale["id"]}/receipt", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_scanned_barcode_adds_a_piece_and_the_way_it_was_paid_is_recorded()
    {
        var shop = await app.OpenShopAsync();
        var product = (await shop.PostAsync("products", new { name = "Jug", variants = new[] { new { sku = "JUG", price = 4100, barcode = "5012345678900" } } })).Is(201);
        var typed = Hidden(await PageAsync(shop, "sales/new"), "ticket");
        (typed["_handler"], typed["Form.Do"], typed["Form.Find"], typed["Form.OtherChannel"], typed["Form.PaidBy"]) = ("sale", "find", "5012345678900", "Fair", "Cash");
        var variant = (string)product["variants"][0]["id"]!;
        var page = await PostAsync(shop, "sales/new", typed);
        Assert.Contains($"name=\"Form.Lines[0].VariantId\" value=\"{variant}\"", page, StringComparison.Ordinal);
        (typed["Form.Do"], typed["Form.Find"], typed["Form.Lines[0].VariantId"], typed["Form.Lines[0].Quantity"], typed["Form.Lines[0].UnitPrice"], typed["Form.Lines[0].Discount"]) =
            ("record", "", variant, "2", "40.00", "5");
        await PostAsync(shop, "sales/new", typed);
        var sale = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"]);
        Assert.Equal((7500, "cash"), ((long)sale["total"], (string?)(await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["paidBy"]));
    }

    [Fact]
    public async Task Several_sales_are_cancelled_at_once_after_a_question()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++) ids.Add((Guid)(await shop.SellAsync("MUG"))["id"]);
        (await shop.PostAsync($"sales/{ids[3]}/cancel")).Is(200);
        var list = await PageAsync(shop, "sales");
        Assert.Equal(3, Regex.Count(list, "<input type=\"checkbox\" form=\"choose\" name=\"sale\""));

        var question = await PageAsync(shop, $"sales/cancel?sale={ids[0]}&sale={ids[1]}&sale={ids[3]}&sale=nonsense&sale={Guid.CreateVersion7()}");
        Assert.Contains("Cancel 2 sales?", question, StringComparison.Ordinal);
        Assert.Equal(7, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        var typed = Hidden(question, null);
        (typed["_handler"], typed["Several.Restock"]) = ("several", "true");
        for (var i = 0; i < 2; i++) await PostAsync(shop, "sales/cancel", typed);
        Assert.Equal(["cancelled", "paid", "cancelled", "cancelled"], (await shop.GetAsync("sales")).Is(200)["items"].Select(sale => (string?)sale["state"]));
        Assert.Equal(9, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        Assert.Contains("Choose in the list", await PageAsync(shop, "sales/cancel"), StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Hidden(string page, string? form) => HiddenField().Matches(form is null ? page : page[page.IndexOf($"<form id=\"{form}\"", StringComparison.Ordinal)..])
        .DistinctBy(field => field.Groups[1].Value).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));

    private static string Text(string page) => Tag().Replace(page, "");

    private static Task<string> PageAsync(TestShop shop, string path) => shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<string> PostAsync(TestShop shop, string path, Dictionary<string, string> typed)
    {
        using var body = new FormUrlEncodedContent(typed);
        var answer = await shop.Http.PostAsync(new Uri($"/{shop.Slug}/{path}", UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode < 400, $"{path} answered {(int)answer.StatusCode}");
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
