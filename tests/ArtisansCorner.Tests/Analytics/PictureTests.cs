using System.Xml.Linq;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Analytics;

public abstract class PictureTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : PictureTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : PictureTests(app);

    private const string Days = "from=2026-03-01&to=2026-03-07&by=day&compare=previous";

    [Fact]
    public async Task A_chart_is_a_picture_that_needs_nothing_else()
    {
        var shop = await app.OpenShopAsync();
        await shop.SellAnythingAsync(5000, "2026-03-03", "Ada & <Bob>");
        await Eventually.PassesAsync(async () => Assert.Contains("&#163;", await SvgAsync(""), StringComparison.Ordinal));
        (await shop.PostAsync("annotations", new { text = "Fair \u0007 & <more>", from = "2026-03-03" })).Is(201);
        var text = await SvgAsync("&channel=Ada%20%26%20%3CBob%3E");
        var svg = XDocument.Parse(text).Root!;
        Assert.Equal("svg", svg.Name.LocalName);
        var words = svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();
        foreach (var wanted in (string[])["Net sales per day", "This period", "Clay & Thyme · 1 March to 7 March 2026 · Ada & <Bob> · GBP"]) Assert.Contains(wanted, words);
        Assert.Contains(words, word => word.StartsWith("Fair", StringComparison.Ordinal));
        Assert.Contains(words, word => word.StartsWith("dashed: ", StringComparison.Ordinal));
        Assert.Equal(7, svg.Descendants().Count(element => (string?)element.Attribute("fill") == "#bb6440" && element.Name.LocalName == "path"));
        foreach (var outside in (string[])["class=", "var(", "href", "<style", "<script", "url("]) Assert.DoesNotContain(outside, text, StringComparison.Ordinal);

        async Task<string> SvgAsync(string filter)
        {
            using var answer = await shop.Http.GetAsync(new Uri($"/{shop.Slug}/analytics/chart.svg?{Days}{filter}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(("image/svg+xml", "attachment"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType));
            return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_bar_and_its_row_in_the_table_lead_to_its_days_alone()
    {
        var shop = await app.OpenShopAsync();
        await shop.SellAnythingAsync(5000, "2026-03-03");
        await Eventually.PassesAsync(async () => Assert.Contains("Net sales per day", await PageAsync($"analytics?{Days}"), StringComparison.Ordinal));
        foreach (var page in (string[])["", "analytics"])
        {
            var text = await PageAsync($"{page}?{Days}");
            var link = $"/{shop.Slug}{(page.Length > 0 ? "/" + page : "")}?from=2026-03-03&amp;to=2026-03-03&amp;compare=previous";
            Assert.Contains($"<a href=\"{link}\" tabindex=\"-1\">", text, StringComparison.Ordinal);
            Assert.Contains($"<td><a href=\"{link}\">", text, StringComparison.Ordinal);
            Assert.Contains("analytics/chart.svg?", text, StringComparison.Ordinal);
        }

        // The one bar of a single day has nowhere to lead.
        Assert.DoesNotContain("tabindex=\"-1\"><rect", await PageAsync("analytics?from=2026-03-03&to=2026-03-03"), StringComparison.Ordinal);

        async Task<string> PageAsync(string page) => await shop.Http.GetStringAsync(page.StartsWith('?') ? $"/{shop.Slug}{page}" : $"/{shop.Slug}/{page}", TestContext.Current.CancellationToken);
    }
}
