using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

/// <summary>Where pieces were sold from: the fair, the gallery, or the usual place.</summary>
public abstract partial class SoldAtTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SoldAtTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SoldAtTests(app);

    [Fact]
    public async Task A_sale_takes_its_pieces_from_the_place_it_names_and_says_so()
    {
        var (shop, fair) = await OpenAsync(app);
        var sale = (await SellAsync(shop, 2, "winter FAIR")).Is(201);
        Assert.Equal((fair, "Winter fair"), ((Guid)sale["location"]["id"], (string?)sale["location"]["name"]));
        Assert.Equal((10, 3), (await LiesAsync(shop, "Studio"), await LiesAsync(shop, "Winter fair")));
        // The usual place is said in one way: by saying nothing.
        Assert.False((await SellAsync(shop, 1, "studio")).Is(201).Has("location"));
        Assert.False((await SellAsync(shop, 1, null)).Is(201).Has("location"));
        Assert.Equal((8, 3), (await LiesAsync(shop, "Studio"), await LiesAsync(shop, "Winter fair")));
        Assert.Equal([null, null, "Winter fair"], (await shop.GetAsync("sales")).Is(200)["items"].Select(one => one.Has("location") ? (string?)one["location"] : null));
        Assert.Contains("Fair, at Winter fair", Words(await PageAsync(shop, $"sales/{(Guid)sale["id"]}")), StringComparison.Ordinal);
        Assert.Contains("Fair, Winter fair", Words(await PageAsync(shop, "sales")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_names_places_and_each_sale_stands_or_falls_alone()
    {
        var (shop, fair) = await OpenAsync(app);
        var items = (await shop.PostAsync("sales/batch", new
        {
            sales = new object[]
            {
                new { channel = "Fair", location = fair.ToString(), lines = new[] { new { sku = "MUG", quantity = 1 } } },
                new { channel = "Fair", location = "Moon", lines = new[] { new { sku = "MUG", quantity = 1 } } },
                new { channel = "Fair", lines = new[] { new { sku = "MUG", quantity = 1 } } },
            },
        })).Is(200)["items"];
        Assert.Equal(["recorded", "refused", "recorded"], items.Select(item => (string?)item["status"]));
        Assert.True(items[1]["errors"].Has("location"));
        Assert.Equal((9, 4), (await LiesAsync(shop, "Studio"), await LiesAsync(shop, "Winter fair")));
        Assert.NotEmpty((await SellAsync(shop, 1, Guid.CreateVersion7().ToString())).Refuses(422, "location"));
        Assert.Equal(2, (await shop.GetAsync("sales")).Is(200)["items"].Count);
    }

    [Fact]
    public async Task What_comes_back_lies_where_it_was_sold_unless_that_was_put_away()
    {
        var (shop, fair) = await OpenAsync(app);
        var sale = (await SellAsync(shop, 3, "Winter fair")).Is(201);
        var lineId = (Guid)sale["lines"][0]["id"];
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", new { lines = new[] { new { lineId, quantity = 1 } }, restock = true })).Is(201);
        Assert.Equal((10, 3), (await LiesAsync(shop, "Studio"), await LiesAsync(shop, "Winter fair")));
        Assert.Equal(204, (await shop.DeleteAsync($"locations/{fair}")).Status);
        Assert.Contains("put away", (await SellAsync(shop, 1, "Winter fair")).Refuses(422, "location"), StringComparison.Ordinal);
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/cancel")).Is(200);
        Assert.Equal((12, 3), (await LiesAsync(shop, "Studio"), await LiesAsync(shop, "Winter fair")));
    }

    [Fact]
    public async Task A_correction_keeps_the_place_even_when_it_was_put_away_and_can_name_another()
    {
        var (shop, fair) = await OpenAsync(app);
        var first = (Guid)(await SellAsync(shop, 3, "Winter fair")).Is(201)["id"];
        Assert.Equal(204, (await shop.DeleteAsync($"locations/{fair}")).Status);
        var second = (await shop.PostAsync($"sales/{first}/corrections", new { reason = "Only one", sale = new { channel = "Fair", lines = new[] { new { sku = "MUG", quantity = 1 } } } })).Is(201);
        Assert.Equal(fair, (Guid)second["location"]["id"]);
        Assert.Equal((10, 4), (await LiesAsync(shop, "Studio"), await LiesAsync(shop, "Winter fair")));
        var third = (await shop.PostAsync($"sales/{(Guid)second["id"]}/corrections", new { reason = "At home", sale = new { channel = "Fair", location = "Studio", lines = new[] { new { sku = "MUG", quantity = 1 } } } })).Is(201);
        Assert.False(third.Has("location"));
        Assert.Equal((9, 5), (await LiesAsync(shop, "Studio"), await LiesAsync(shop, "Winter fair")));
    }

    [Fact]
    public async Task The_page_means_the_fair_that_runs_today_on_the_shops_clock_and_else_the_last_place()
    {
        await using var mine = app.Another();
        // The session is a browser's, whose cookies end by the clock of this machine: the day is today.
        var today = DateOnly.FromDateTime(mine.Time.GetUtcNow().UtcDateTime);
        mine.Time.Set(new DateTimeOffset(today, new TimeOnly(12, 0), TimeSpan.Zero));
        // In Auckland it is tomorrow already.
        var (shop, fair) = await OpenAsync(mine, "Pacific/Auckland", today.AddDays(1));
        var gallery = (string)(await shop.PostAsync("locations", new { name = "Gallery", kind = "gallery" })).Is(201)["id"]!;
        var page = await PageAsync(shop, "sales/new");
        Assert.Equal(fair.ToString(), Chosen().Match(page).Groups[1].Value);
        var typed = Hidden(page);
        (typed["_handler"], typed["Form.Do"], typed["Form.OtherChannel"], typed["Form.Location"]) = ("sale", "record", "Till", gallery);
        (typed["Form.Lines[0].Title"], typed["Form.Lines[0].Quantity"], typed["Form.Lines[0].UnitPrice"]) = ("Bowl", "1", "40.00");
        Assert.Equal(302, (int)(await PostAsync(shop, "sales/new", typed)).StatusCode);
        Assert.Equal("Gallery", (string?)Assert.Single((await shop.GetAsync("sales")).Is(200)["items"])["location"]);
        Assert.Equal(fair.ToString(), Chosen().Match(await PageAsync(shop, "sales/new")).Groups[1].Value);
        mine.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(gallery, Chosen().Match(await PageAsync(shop, "sales/new")).Groups[1].Value);
    }

    [Fact]
    public async Task A_shop_with_one_place_is_not_asked_where()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 3);
        Assert.DoesNotContain("Form.Location", await PageAsync(shop, "sales/new"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_takes_another_currency_with_its_rate()
    {
        var shop = await app.OpenShopAsync();
        var mug = await shop.AddProductAsync("MUG", price: 2600, pieces: 3);
        var typed = Hidden(await PageAsync(shop, "sales/new"));
        (typed["_handler"], typed["Form.Do"], typed["Form.OtherChannel"], typed["Form.Currency"]) = ("sale", "record", "Fair", "eur");
        (typed["Form.Lines[0].VariantId"], typed["Form.Lines[0].Quantity"]) = (mug.ToString(), "2");
        var refused = await TextAsync(await PostAsync(shop, "sales/new", typed));
        Assert.Contains("say what one EUR was worth in GBP", refused, StringComparison.Ordinal);
        typed["Form.ExchangeRate"] = "0,855";
        Assert.Contains("What did one cost, in EUR?", await TextAsync(await PostAsync(shop, "sales/new", typed)), StringComparison.Ordinal);
        (typed["Form.Lines[0].UnitPrice"], typed["Form.Do"]) = ("30.00", "look");
        Assert.Contains("€60.00", await TextAsync(await PostAsync(shop, "sales/new", typed)), StringComparison.Ordinal);
        typed["Form.Do"] = "record";
        Assert.Equal(302, (int)(await PostAsync(shop, "sales/new", typed)).StatusCode);
        var sale = (await shop.GetAsync($"sales/{(Guid)Assert.Single((await shop.GetAsync("sales")).Is(200)["items"])["id"]}")).Is(200);
        Assert.Equal((5130, "EUR", 6000, "0.855"), ((long)sale["total"], (string?)sale["original"]["currency"], (long)sale["original"]["total"], (string?)sale["original"]["exchangeRate"]));
        (typed["Form.Token"], typed["Form.ExchangeRate"]) = (Guid.CreateVersion7().ToString(), "lots");
        Assert.Contains("Write the rate as a number above 0", await TextAsync(await PostAsync(shop, "sales/new", typed)), StringComparison.Ordinal);
        typed["Form.Currency"] = "XQZ";
        Assert.Equal(200, (int)(await PostAsync(shop, "sales/new", typed)).StatusCode);
    }

    /// <summary>A shop with ten mugs in the studio and five at a fair of one day, 27 November 2026 where no other is said.</summary>
    private static async Task<(TestShop Shop, Guid Fair)> OpenAsync(App app, string timeZone = "Europe/London", DateOnly? on = null)
    {
        var day = on ?? new DateOnly(2026, 11, 27);
        var shop = await app.OpenShopAsync(timeZone: timeZone);
        await shop.AddProductAsync("MUG", pieces: 15, unitCost: 300);
        var fair = (Guid)(await shop.PostAsync("locations", new { name = "Winter fair", kind = "fair", firstDay = day, lastDay = day })).Is(201)["id"];
        (await shop.PostAsync("stock/moves", new { sku = "MUG", quantity = 5, to = fair })).Is(201);
        return (shop, fair);
    }

    private static Task<Answer> SellAsync(TestShop shop, long quantity, string? location) =>
        shop.PostAsync("sales", new { channel = "Fair", location, lines = new[] { new { sku = "MUG", quantity } } });

    private static async Task<long> LiesAsync(TestShop shop, string place) => (long)Assert.Single((await shop.GetAsync($"stock?q=MUG&location={place}")).Is(200)["items"])["onHand"];

    private static Dictionary<string, string> Hidden(string page) => HiddenField().Matches(page[page.IndexOf("<form id=\"ticket\"", StringComparison.Ordinal)..])
        .DistinctBy(field => field.Groups[1].Value).ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));

    private static string Words(string page) => WebUtility.HtmlDecode(Tag().Replace(page, ""));

    private static Task<string> PageAsync(TestShop shop, string path) => shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> PostAsync(TestShop shop, string path, Dictionary<string, string> typed)
    {
        using var body = new FormUrlEncodedContent(typed);
        return await shop.Http.PostAsync(new Uri($"/{shop.Slug}/{path}", UriKind.Relative), body, TestContext.Current.CancellationToken);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) => Words(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("name=\"Form.Location\" value=\"([^\"]+)\" checked")]
    private static partial Regex Chosen();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
