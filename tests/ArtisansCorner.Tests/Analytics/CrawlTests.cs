using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Analytics;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Tests.Harness;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Analytics;

/// <summary>Walks the pages of random shops: each figure that leads to rows is the sum of those rows.</summary>
public abstract partial class CrawlTests(App app)
{
    private const string Days = "from=2025-12-10&to=2026-03-15";

    // Filters and views that figures are looked at under.
    private static readonly string[] Views =
        ["", "&returns=order", "&channel=Etsy", "&channel=Fair&buyers=new", "&buyers=returning&returns=order", "&compare=none", "&by=week", "&by=month&channel=Etsy&channel=Fair"];

    // The bridge shows these as what they take away.
    private static readonly Metric[] TakenOff = [Metrics.Discounts, Metrics.Returns, Metrics.Tax, Metrics.Fees, Metrics.CostOfGoods];

    private static readonly Gen<string> Currencies = Gen.Int[0, 2].Select(at => ((string[])["GBP", "JPY", "KWD"])[at]);

    private static readonly Gen<string> Zones = Gen.Int[0, 3].Select(at => ((string[])["Pacific/Auckland", "America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu"])[at]);

    public sealed class OnSqlite(AppOnSqlite app) : CrawlTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : CrawlTests(app);

    [Fact]
    public async Task Every_figure_of_a_random_shop_is_the_sum_of_the_rows_it_leads_to() =>
        await Gen.Select(RandomShop.Happenings, Currencies, Zones).SampleAsync(
            async (happenings, currency, zone) =>
            {
                var shop = await RandomShopAsync(happenings, currency, zone);
                var seen = 0;
                foreach (var page in Views.Select(view => $"analytics?{Days}{view}").Prepend($"?{Days}&compare=none").Prepend($"?{Days}"))
                {
                    var text = await shop.Http.GetStringAsync($"/{shop.Slug}/{page}", TestContext.Current.CancellationToken);
                    foreach (Match figure in Figure().Matches(text))
                    {
                        var address = WebUtility.HtmlDecode(figure.Groups[1].Value);
                        var said = AmountOf(WebUtility.HtmlDecode(Tag().Replace(figure.Groups[2].Value, "")));
                        var sum = await SumOfRowsAsync(shop, address);
                        Assert.True(said == sum || (said == -sum && TakenOff.Any(metric => address.EndsWith($"metric={metric.Key}", StringComparison.Ordinal))), $"{page}: {figure.Groups[2].Value} leads to {address}, which comes to {sum}");
                        seen++;
                    }
                }

                Assert.InRange(seen, 50, 1000);
            },
            iter: 4);

    [Fact]
    public async Task Every_sum_of_the_api_is_that_of_its_rows_and_of_its_buckets() =>
        await Gen.Select(RandomShop.Happenings, Currencies, Zones).SampleAsync(
            async (happenings, currency, zone) =>
            {
                var shop = await RandomShopAsync(happenings, currency, zone);
                foreach (var view in (string[])["", "&returns=order", "&channel=Etsy", "&buyers=new"])
                {
                    var summary = (await shop.GetAsync($"analytics/summary?{Days}{view}")).Is(200)["current"];
                    foreach (var metric in LedgerQuery.Sums)
                    {
                        var ledger = (await shop.GetAsync($"analytics/ledger?{Days}{view}&metric={metric.Key}&limit=1000")).Is(200);
                        Assert.Equal((long)summary[metric.Key], (long)ledger["sum"]);
                        Assert.Equal((long)summary[metric.Key], ledger["items"].Sum(row => (long)row[metric.Key]));
                    }

                    foreach (var bucket in (string[])["day", "week", "month", "quarter", "year"])
                    {
                        var points = (await shop.GetAsync($"analytics/series?{Days}{view}&bucket={bucket}")).Is(200)["points"];
                        foreach (var metric in LedgerQuery.Sums) Assert.Equal((long)summary[metric.Key], points.Sum(point => (long)point[metric.Key]));
                    }

                    foreach (var by in (string[])["channel", "location", "product", "variant", "maker", "category", "country", "region", "buyers", "group"])
                    {
                        var rows = (await shop.GetAsync($"analytics/breakdown?{Days}{view}&by={by}")).Is(200)["items"];
                        Assert.Equal((long)summary["netSales"], rows.Sum(row => (long)row["netSales"]));
                    }

                    var heat = (await shop.GetAsync($"analytics/heatmap?{Days}{view}")).Is(200)["cells"];
                    var timed = (await shop.GetAsync($"sales?{Days}{view.Replace("&returns=order", "", StringComparison.Ordinal)}&limit=200")).Is(200)["items"].Where(sale => (bool)sale["timeKnown"]).ToList();
                    Assert.Equal(timed.Count, heat.Sum(cell => (long)cell["orders"]));
                    Assert.Equal(timed.Sum(sale => (long)sale["grossSales"] - (long)sale["discounts"]), heat.Sum(cell => (long)cell["sold"]));
                }

                var all = (await shop.GetAsync($"analytics/summary?{Days}")).Is(200)["current"];
                Assert.Equal((long)all["netSales"], (await shop.GetAsync($"analytics/channels?{Days}")).Is(200)["items"].Sum(row => (long)row["netSales"]));
                Assert.Equal((long)all["netSales"], (long)(await shop.GetAsync($"analytics/products?{Days}")).Is(200)["total"]["netSales"]);
                var file = await RowsAsync(shop, shop.Api($"sales.csv?{Days}"));
                Assert.Equal((long)all["orders"], file.Count - 1);
                Assert.Equal((long)all["grossSales"], file.Skip(1).Sum(row => AmountOf(row[8])) * Currency.Of(currency).MinorPerMajor);
            },
            iter: 4);

    // Sales, refunds, cancellations and fees that came and went, on another clock than they were written by.
    private async Task<TestShop> RandomShopAsync((int What, int Which, int Day, int Much)[] happenings, string currency, string zone)
    {
        var shop = await app.OpenShopAsync(currency);
        var (history, channels) = (new History(shop.Id), await RandomShop.MakeChannelsAsync(shop));
        List<Guid> customers = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())], variants = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];
        await RandomShop.ChangeAsync(shop, db => db.Set<ArtisansCorner.Sales.Customer>().AddRange(customers.Select(id => new ArtisansCorner.Sales.Customer { Id = id, ShopId = shop.Id, Country = "GB", CreatedAt = DateTimeOffset.UnixEpoch })));
        var days = new List<DateOnly>();
        await RandomShop.ChangeAsync(shop, history, () =>
        {
            history.Sell(1, channels[0], customers[0], 23, null, (null, 1, 1250, 3));
            foreach (var (what, which, day, much) in happenings) days.AddRange(RandomShop.Happen(history, what, which, day, much, channels, customers, variants));
        });
        await RandomShop.RebuildAsync(shop, days.Append(History.Start.AddDays(1)));
        (await shop.PutAsync("settings", new { timeZone = zone })).Is(200);
        await Eventually.PassesAsync(async () => Assert.True((await shop.GetAsync("settings")).Is(200)["moving"].IsNull));
        await Eventually.PassesAsync(async () =>
            Assert.Empty(await shop.InsideAsync(services => services.GetRequiredService<VerifyRollUps>().RunAsync(TestContext.Current.CancellationToken))));
        return shop;
    }

    private static async Task<decimal> SumOfRowsAsync(TestShop shop, string address)
    {
        var rows = await RowsAsync(shop, address.Replace("/ledger?", "/ledger.csv?", StringComparison.Ordinal));
        var metric = LedgerQuery.Sums.Single(one => address.EndsWith($"metric={one.Key}", StringComparison.Ordinal));
        var at = Array.FindIndex(rows[0], heading => heading == metric.Name || heading.StartsWith($"{metric.Name} (", StringComparison.Ordinal));
        return rows.Skip(1).Sum(row => AmountOf(row[at]));
    }

    private static async Task<List<string[]>> RowsAsync(TestShop shop, string address) =>
        [.. (await shop.Http.GetStringAsync(address, TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => Cell().Matches(line).Select(cell => cell.Value.Trim(',').Trim('"')).ToArray())];

    private static decimal AmountOf(string text) =>
        decimal.Parse(NoNumber().Replace(text.Replace('−', '-'), ""), NumberStyles.Number, CultureInfo.InvariantCulture);

    [GeneratedRegex("<a[^>]*href=\"([^\"]*/analytics/ledger\\?[^\"]*metric=[^\"]*)\"[^>]*>(.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex Figure();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?:^|,)(?:\"[^\"]*\"|[^,]*)")]
    private static partial Regex Cell();

    [GeneratedRegex("[^0-9.-]")]
    private static partial Regex NoNumber();
}
