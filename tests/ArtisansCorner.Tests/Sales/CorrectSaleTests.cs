using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

/// <summary>A sale that was recorded wrongly is kept, and another counts in its place as if it had been the first.</summary>
public abstract partial class CorrectSaleTests(App app)
{
    private const string March = "analytics/summary?from=2026-03-01&to=2026-03-31";

    public sealed class OnSqlite(AppOnSqlite app) : CorrectSaleTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : CorrectSaleTests(app);

    [Fact]
    public async Task Figures_and_stock_are_as_if_the_sale_had_been_recorded_right_the_first_time()
    {
        var (right, wrong) = (await OpenAsync(), await OpenAsync());
        (await right.PostAsync("sales", Sale("ada@example.org", 2, 500))).Is(201);
        var sale = (await wrong.PostAsync("sales", Sale("bob@example.org", 7, 0))).Is(201);
        var corrected = (await wrong.PostAsync(Corrections(sale), new { reason = " Two, not seven ", sale = Sale("ada@example.org", 2, 500) })).Is(201);

        await Eventually.PassesAsync(async () =>
        {
            foreach (var path in new[] { March, "analytics/series?from=2026-03-01&to=2026-03-31&bucket=day", "analytics/heatmap?from=2026-03-01&to=2026-03-31" })
                Assert.Equal((await right.GetAsync(path)).Is(200).ToString(), (await wrong.GetAsync(path)).Is(200).ToString());
            Assert.Equal(1, (long)(await right.GetAsync(March)).Is(200)["current"]["orders"]);
        });
        Assert.Equal(8, (long)(await wrong.StockOfAsync("MUG"))["onHand"]);
        Assert.Equal((Guid)corrected["id"], (Guid)Assert.Single((await wrong.GetAsync("sales")).Is(200)["items"])["id"]);
        Assert.Equal((2 * 2600 - 500, "Two, not seven", (Guid)sale["id"]), ((long)corrected["total"], (string?)corrected["corrects"]["reason"], (Guid)corrected["corrects"]["saleId"]));
    }

    [Fact]
    public async Task The_wrong_sale_is_kept_as_it_was_and_points_to_the_one_in_its_place()
    {
        var shop = await OpenAsync();
        var sale = (await shop.PostAsync("sales", Sale("ada@example.org", 7, 0))).Is(201);
        var corrected = (await shop.PostAsync(Corrections(sale), new { reason = "Two", sale = Sale("ada@example.org", 2, 0) })).Is(201);
        var kept = (await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200);
        Assert.Equal(("corrected", (Guid)corrected["id"]), ((string?)kept["state"], (Guid)kept["correctedBy"]["saleId"]));
        Assert.Equal((sale["lines"].ToString(), (long)sale["total"], sale["fees"].ToString()), (kept["lines"].ToString(), (long)kept["total"], kept["fees"].ToString()));
        Assert.Equal((Guid)sale["id"], (Guid)Assert.Single((await shop.GetAsync("sales?state=corrected")).Is(200)["items"])["id"]);
        // Its number now means the sale in its place.
        Assert.Equal((Guid)corrected["id"], (Guid)(await shop.PostAsync("sales", Sale("ada@example.org", 7, 0))).Is(200)["id"]);
        var page = await PageAsync(shop, $"sales/{(Guid)sale["id"]}");
        Assert.Contains("This sale was corrected", page, StringComparison.Ordinal);
        Assert.Contains($"/{shop.Slug}/sales/{(Guid)corrected["id"]}", page, StringComparison.Ordinal);
        Assert.Contains("recorded wrongly", await PageAsync(shop, $"sales/{(Guid)corrected["id"]}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_time_and_a_number_those_of_the_wrong_sale_stay()
    {
        var shop = await OpenAsync();
        var sale = (await shop.PostAsync("sales", Sale("ada@example.org", 7, 0))).Is(201);
        var corrected = (await shop.PostAsync(Corrections(sale), new { reason = "Two", sale = new { channel = "etsy", lines = new[] { new { sku = "MUG", quantity = 2 } } } })).Is(201);
        Assert.Equal(("E-1", "2026-03-14", (string?)sale["soldAt"]), ((string?)corrected["externalId"], (string?)corrected["day"], (string?)corrected["soldAt"]));
    }

    [Fact]
    public async Task A_sale_is_corrected_once_and_then_the_one_in_its_place()
    {
        var shop = await OpenAsync();
        var sale = (await shop.PostAsync("sales", Sale("ada@example.org", 7, 0))).Is(201);
        var correction = new { reason = "Two", sale = Sale("ada@example.org", 2, 0) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => shop.PostAsync(Corrections(sale), correction)));
        Assert.Equal([201, 409, 409, 409, 409, 409], answers.Select(answer => answer.Status).Order());
        Assert.Equal(8, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        var second = answers.Single(answer => answer.Status == 201).Json;
        var third = (await shop.PostAsync(Corrections(second), new { reason = "Three", sale = Sale("ada@example.org", 3, 0) }, key: "k")).Is(201);
        Assert.Equal((Guid)third["id"], (Guid)(await shop.PostAsync(Corrections(second), new { reason = "Three", sale = Sale("ada@example.org", 3, 0) }, key: "k")).Is(201)["id"]);
        Assert.Equal(7, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/cancel")).Refuses(409);
        (await shop.PostAsync($"sales/{(Guid)second["id"]}/refunds", new { tax = 1 })).Refuses(409);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_and_changes_nothing()
    {
        var shop = await OpenAsync();
        var sale = (await shop.PostAsync("sales", Sale("ada@example.org", 7, 0))).Is(201);
        var other = await shop.SellAsync("MUG");
        (await shop.PostAsync(Corrections(sale), new { sale = Sale("ada@example.org", 2, 0) })).Refuses(422, "reason");
        (await shop.PostAsync(Corrections(sale), new { reason = "x" })).Refuses(422, "sale");
        (await shop.PostAsync(Corrections(sale), new { reason = "x", sale = new { channel = "Etsy", lines = new[] { new { sku = "NONE" } } } })).Refuses(422, "sale.lines[0].sku");
        (await shop.PostAsync(Corrections(other), new { reason = "x", sale = Sale("ada@example.org", 2, 0) })).Refuses(409, "sale.externalId");
        (await shop.PostAsync($"sales/{Guid.CreateVersion7()}/corrections", new { reason = "x", sale = Sale("ada@example.org", 2, 0) })).Refuses(404);
        (await shop.PostAsync($"sales/{(Guid)other["id"]}/cancel")).Is(200);
        (await shop.PostAsync(Corrections(other), new { reason = "x", sale = new { channel = "Fair", lines = new[] { new { sku = "MUG" } } } })).Refuses(409);
        Assert.Equal(("paid", 3), ((string?)(await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["state"], (long)(await shop.StockOfAsync("MUG"))["onHand"]));
    }

    [Fact]
    public async Task A_correction_raises_no_alert_that_was_there_already()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10, threshold: 5);
        var sale = (await shop.PostAsync("sales", Sale("ada@example.org", 7, 0))).Is(201);
        (await shop.PostAsync(Corrections(sale), new { reason = "Eight", sale = Sale("ada@example.org", 8, 0) })).Is(201);
        var alert = Assert.Single((await shop.GetAsync("alerts?all=true")).Is(200)["items"], alert => (string?)alert["sku"] == "MUG" && (long)alert["threshold"] == 5);
        Assert.Equal(2, (long)alert["onHand"]);
    }

    [Fact]
    public async Task The_page_that_corrects_a_sale_is_filled_in_and_corrects_it()
    {
        var shop = await OpenAsync();
        var sale = (await shop.PostAsync("sales", Sale("ada@example.org", 7, 500))).Is(201);
        var page = await PageAsync(shop, $"sales/{(Guid)sale["id"]}/correct");
        var typed = Filled().Matches(page[page.IndexOf("<form id=\"ticket\"", StringComparison.Ordinal)..]).Select(match => match.Value)
            .Where(input => !input.Contains("type=\"radio\"", StringComparison.Ordinal) || input.Contains("checked", StringComparison.Ordinal))
            .Select(input => (Name: NameOf().Match(input).Groups[1].Value, Value: WebUtility.HtmlDecode(ValueOf().Match(input).Groups[1].Value)))
            .Where(field => field.Name.Length > 0).DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Value);
        Assert.Equal(("7", "26.00", "5.00", "ada@example.org"), (typed["Form.Lines[0].Quantity"], typed["Form.Lines[0].UnitPrice"], typed["Form.OrderDiscount"], typed["Form.Customer.Email"]));
        (typed["Form.Lines[0].Quantity"], typed["Form.Reason"], typed["Form.Do"], typed["_handler"]) = ("2", "Two", "record", "sale");
        using var body = new FormUrlEncodedContent(typed);
        var answer = await shop.Http.PostAsync(new Uri($"/{shop.Slug}/sales/{(Guid)sale["id"]}/correct", UriKind.Relative), body, TestContext.Current.CancellationToken);
        var now = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"]);
        var corrected = (await shop.GetAsync($"sales/{(Guid)now["id"]}")).Is(200);
        Assert.Equal((2, 2 * 2600 - 500, "E-1", (Guid)sale["id"]), ((long)now["units"], (long)now["total"], (string?)now["externalId"], (Guid)corrected["corrects"]["saleId"]));
        Assert.Equal(((string?)sale["soldAt"], sale["fees"].ToString()), ((string?)corrected["soldAt"], corrected["fees"].ToString()));
        Assert.Contains((string)corrected["id"]!, $"{answer.RequestMessage?.RequestUri} {answer.Headers.Location}", StringComparison.Ordinal);
    }

    private async Task<TestShop> OpenAsync()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 2600, pieces: 10, threshold: 1, unitCost: 400);
        return shop;
    }

    private static string Corrections(Json sale) => $"sales/{(Guid)sale["id"]}/corrections";

    private static object Sale(string email, long quantity, long orderDiscount) => new
    {
        channel = "Etsy",
        externalId = "E-1",
        soldAt = "2026-03-14T15:09:00Z",
        customer = new { email },
        lines = new[] { new { sku = "MUG", quantity } },
        orderDiscount,
        fees = new[] { new { type = "Fee", amount = 41 } },
    };

    private static Task<string> PageAsync(TestShop shop, string path) => shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);

    [GeneratedRegex("<input [^>]+>")]
    private static partial Regex Filled();

    [GeneratedRegex("name=\"([^\"]+)\"")]
    private static partial Regex NameOf();

    [GeneratedRegex(" value=\"([^\"]*)\"")]
    private static partial Regex ValueOf();
}
