using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Analytics;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Analytics;

public abstract class AnalyticsPageTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : AnalyticsPageTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : AnalyticsPageTests(app);

    private const string Year = "from=2026-01-01&to=2026-12-31";

    [Fact]
    public async Task The_page_the_files_and_the_api_say_the_same()
    {
        var shop = await FilledAsync();
        foreach (var filters in (string[])["", "&channel=Fair", "&channel=Fair&buyers=new", "&country=NZ", "&channel=fair&channel=Etsy&country=GB&buyers=new&buyers=returning", "&returns=order"])
        {
            var figures = (await shop.GetAsync($"analytics/summary?{Year}{filters}")).Is(200)["current"];
            var net = ((long)figures["netSales"] / 100m).ToString("F2", CultureInfo.InvariantCulture);
            Assert.Contains($"Net sales,{net},yes", await FileAsync(shop, "bridge", filters), StringComparison.Ordinal);
            foreach (var split in (string[])["channel", "location", "product", "variant", "maker", "category", "country", "region", "buyers", "group"])
            {
                var lines = (await FileAsync(shop, "breakdown", $"{filters}&split={split}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
                var at = Array.FindIndex(lines[0], heading => heading.StartsWith("Net sales", StringComparison.Ordinal));
                Assert.Equal(decimal.Parse(net, CultureInfo.InvariantCulture), lines.Skip(1).Sum(line => decimal.Parse(line[at], CultureInfo.InvariantCulture)));
            }

            foreach (var metric in (string[])["netSales", "returns", "fees", "contribution"])
            {
                var figure = (long)figures[metric] / 100m;
                Assert.Equal(figure, await SumAsync(shop, metric, filters));
                Assert.Contains(figure.ToString("£#,##0.00;−£#,##0.00", CultureInfo.InvariantCulture), await shop.Http.GetStringAsync($"/{shop.Slug}/analytics/ledger?{Year}{filters}&metric={metric}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
            }

            var page = await shop.Http.GetStringAsync($"/{shop.Slug}/analytics?{Year}{filters}", TestContext.Current.CancellationToken);
            Assert.Contains($"£{net}<", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_filters_offer_each_country_and_region_of_the_shops_own_buyers_once()
    {
        var (shop, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        await SellToAsync(other, "FR", "Bretagne");
        foreach (var (country, region) in ((string, string?)[])[("NZ", "Otago"), ("GB", "Wales"), ("GB", "Kent"), ("NZ", "Ōtara 🎁"), ("GB", "Wales"), ("NZ", null)]) await SellToAsync(shop, country, region);
        var page = await shop.Http.GetStringAsync($"/{shop.Slug}/analytics", TestContext.Current.CancellationToken);
        Assert.Equal(["GB", "NZ"], Options("country"));
        Assert.Equal(["Kent", "Otago", "Wales", "Ōtara 🎁"], Options("region").Order(StringComparer.Ordinal));

        IEnumerable<string> Options(string name) => Regex.Matches(
            page[page.IndexOf($"name=\"{name}\"", StringComparison.Ordinal)..].Split("</select>")[0], "<option[^>]* value=\"([^\"]+)\"").Select(option => WebUtility.HtmlDecode(option.Groups[1].Value));

        static async Task SellToAsync(TestShop shop, string country, string? region) => (await shop.PostAsync("sales", new
        {
            channel = "Fair",
            customer = new { email = $"{Guid.CreateVersion7():N}@example.org", country, region },
            lines = new[] { new { title = "Mug", quantity = 1, unitPrice = 1000 } },
        })).Is(201);
    }

    [Fact]
    public async Task Sales_of_a_fair_and_of_the_usual_place_are_looked_at_alone()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", 1000, pieces: 9);
        var fair = (Guid)(await shop.PostAsync("locations", new { name = "Spring fair", kind = "fair", firstDay = "2026-04-01", lastDay = "2026-04-02" })).Is(201)["id"];
        var usual = (Guid)(await shop.GetAsync("locations")).Is(200)["items"].Single(place => (Guid)place["id"] != fair)["id"];
        foreach (var (place, pieces) in ((string?, int)[])[("spring fair", 2), (null, 3)])
            (await shop.PostAsync("sales", new { channel = "Fair", day = "2026-04-01", location = place, lines = new[] { new { sku = "MUG", quantity = pieces } } })).Is(201);
        foreach (var (filter, net) in ((string, long)[])[($"&location={fair}", 2000), ($"&location={usual}", 3000), ($"&location={fair}&location={usual}", 5000), ("", 5000), ($"&location={Guid.CreateVersion7()}", 0)])
        {
            Assert.Equal(net, (long)(await shop.GetAsync($"analytics/summary?{Year}{filter}")).Is(200)["current"]["netSales"]);
            Assert.Equal(net, (await shop.GetAsync($"sales?{Year}{filter}")).Is(200)["items"].Sum(sale => (long)sale["total"]));
        }

        var rows = (await shop.GetAsync($"analytics/breakdown?{Year}&by=location")).Is(200)["items"];
        Assert.Equal([("Studio", 3000L), ("Spring fair", 2000L)], rows.Select(row => ((string?)row["name"], (long)row["netSales"])));
        Assert.Contains("Remove the filter Spring fair", await shop.Http.GetStringAsync($"/{shop.Slug}/analytics?{Year}&location={fair}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_taken_away_rises_when_more_is_taken_away()
    {
        var shop = await FilledAsync();
        var page = await shop.Http.GetStringAsync($"/{shop.Slug}/analytics?from=2026-03-01&to=2026-03-31&compare=custom&compareFrom=2026-02-01&compareTo=2026-02-28", TestContext.Current.CancellationToken);
        var bridge = page.Split("<table class=\"bridge\">")[1].Split("</table>")[0];
        // Fees £2.40 after £1.20, cost of goods £27.00 after £21.00: both are deductions, and both are more than before.
        foreach (var (amount, change) in ((string, string)[])[("£2.40", "▲ 100.0 %"), ("£27.00", "▲ 28.6 %")])
            Assert.Contains(change, bridge.Split("<tr").Single(row => row.Contains($"−{amount}<", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chip_takes_one_filter_off_and_leaves_the_others()
    {
        var shop = await FilledAsync();
        var page = await shop.Http.GetStringAsync($"/{shop.Slug}/analytics?{Year}&channel=Fair&country=NZ", TestContext.Current.CancellationToken);
        Assert.Contains("Remove the filter Fair", page, StringComparison.Ordinal);
        Assert.Contains("Remove the filter New Zealand", page, StringComparison.Ordinal);
        var without = ChipOf(page, "Fair");
        Assert.Contains("country=NZ", without, StringComparison.Ordinal);
        Assert.DoesNotContain("channel=", without, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_takes_several_values_each_with_its_chip_and_the_bar_adds_another()
    {
        var shop = await FilledAsync();
        var page = await PageAsync("&channel=Fair&channel=etsy&country=NZ");
        foreach (var (chip, left) in ((string, string)[])[("Fair", "channel=etsy"), ("etsy", "channel=Fair")])
        {
            var without = ChipOf(page, chip);
            Assert.Contains(left, without, StringComparison.Ordinal);
            Assert.DoesNotContain($"channel={chip}", without, StringComparison.Ordinal);
            Assert.Contains("country=NZ", without, StringComparison.Ordinal);
        }

        // The form keeps what is chosen and offers what is not.
        var bar = (await PageAsync("&country=NZ")).Split("<form class=\"bar-top\"")[1].Split("</form>")[0];
        Assert.Contains("<input type=\"hidden\" name=\"country\" value=\"NZ\"", bar, StringComparison.Ordinal);
        Assert.Contains(">Or another country</option>", bar, StringComparison.Ordinal);
        Assert.Contains("value=\"GB\">United Kingdom</option>", bar, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"NZ\">New Zealand</option>", bar, StringComparison.Ordinal);

        // Where a chip leads stands in the address, and the form of the days keeps it.
        var led = await shop.Http.GetStringAsync(ChipOf(page, "Fair"), TestContext.Current.CancellationToken);
        Assert.Contains("Remove the filter etsy", led, StringComparison.Ordinal);
        Assert.DoesNotContain("Remove the filter Fair", led, StringComparison.Ordinal);
        Assert.DoesNotContain("is no comparison", led, StringComparison.Ordinal);
        var days = page.Split("id=\"period\"")[1].Split("</form>")[0];
        Assert.Equal(2, days.Split("name=\"channel\"").Length - 1);

        Task<string> PageAsync(string filters) => shop.Http.GetStringAsync($"/{shop.Slug}/analytics?{Year}{filters}", TestContext.Current.CancellationToken);
    }

    private static string ChipOf(string page, string label)
    {
        var start = page.LastIndexOf("href=\"", page.IndexOf($"Remove the filter {label}\"", StringComparison.Ordinal), StringComparison.Ordinal) + 6;
        return WebUtility.HtmlDecode(page[start..page.IndexOf('"', start)]);
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_run_is_defused_in_the_file()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("sales", new { channel = "=HYPERLINK(1)", day = "2026-03-01", lines = new[] { new { title = "Cup", quantity = 1, unitPrice = 900 } } })).Is(201);
        await Eventually.PassesAsync(async () => Assert.Contains("'=HYPERLINK(1),1,", await FileAsync(shop, "breakdown", "&split=channel"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_empty_shop_and_nonsense_in_the_address_get_a_page_too()
    {
        var shop = await app.OpenShopAsync();
        foreach (var address in (string[])["analytics", "analytics?split=moon&product=x&buyers=1&returns=never&compare=custom&compareFrom=2026-13-01", "analytics?period=all&by=year&country=%F0%9F%90%84"])
            Assert.Contains("<h1>Analytics</h1>", await shop.Http.GetStringAsync($"/{shop.Slug}/{address}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<decimal> SumAsync(TestShop shop, string metric, string filters)
    {
        var lines = (await FileAsync(shop, "ledger", $"{filters}&metric={metric}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
        var at = Array.IndexOf(lines[0], $"{Metrics.Find(metric)!.Name} (GBP)");
        return lines.Skip(1).Sum(line => decimal.Parse(line[at], CultureInfo.InvariantCulture));
    }

    private static Task<string> FileAsync(TestShop shop, string table, string query) =>
        shop.Http.GetStringAsync($"/{shop.Slug}/analytics/{table}.csv?{Year}{query}", TestContext.Current.CancellationToken);

    private async Task<TestShop> FilledAsync()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 2500, pieces: 50, unitCost: 700);
        await shop.AddProductAsync("BOWL", price: 4000, pieces: 50, unitCost: 900);
        var first = await SellAsync("Fair", "2026-02-01", "ada@example.org", "NZ", "MUG", 3);
        await SellAsync("Fair", "2026-03-01", "ada@example.org", "NZ", "BOWL", 1);
        await SellAsync("Etsy", "2026-03-02", "bob@example.org", "GB", "BOWL", 2);
        (await shop.PostAsync($"sales/{(Guid)first["id"]}/refunds", new { refundedAt = "2026-04-01T12:00:00Z", restock = true, lines = new[] { new { lineId = (Guid)first["lines"][0]["id"], quantity = 1 } } })).Is(201);
        await Eventually.PassesAsync(async () => Assert.Equal(3, (long)(await shop.GetAsync($"analytics/summary?{Year}")).Is(200)["current"]["orders"]));
        return shop;

        async Task<Json> SellAsync(string channel, string day, string email, string country, string sku, int quantity) => (await shop.PostAsync("sales", new
        {
            channel,
            day,
            customer = new { email, country },
            lines = new[] { new { sku, quantity } },
            shipping = 300,
            tax = 50,
            fees = new[] { new { type = "transaction", amount = 120 } },
        })).Is(201);
    }
}
