using System.Net;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Analytics;

/// <summary>Where there is nothing to hold against, nothing is said of a change.</summary>
public abstract class NothingToCompareTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : NothingToCompareTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : NothingToCompareTests(app);

    [Fact]
    public async Task A_figure_that_cannot_be_told_did_not_change_either()
    {
        var shop = await SoldInFebruaryAsync();
        var page = await PageAsync(shop, "?from=2026-03-02&to=2026-03-08&compare=custom&compareFrom=2026-02-23&compareTo=2026-03-01");
        var average = page.Split("<div class=\"bay figure\">").Single(part => part.Contains("Average order", StringComparison.Ordinal));
        Assert.Contains("n/a", average, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"change", average, StringComparison.Ordinal);
        Assert.DoesNotContain("All 0 products", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/analytics")]
    [InlineData("/analytics/products")]
    public async Task All_time_is_held_against_nothing_and_other_days_keep_what_was_chosen(string path)
    {
        var shop = await SoldInFebruaryAsync();
        var all = await PageAsync(shop, $"{path}?period=all&compare=previous");
        Assert.DoesNotContain("id=\"comparison\"", all, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"change", all, StringComparison.Ordinal);
        Assert.Contains("period=28d&compare=previous", all, StringComparison.Ordinal);
        Assert.Contains("id=\"comparison\"", await PageAsync(shop, $"{path}?period=28d&compare=previous"), StringComparison.Ordinal);
    }

    private async Task<TestShop> SoldInFebruaryAsync()
    {
        var shop = await app.OpenShopAsync();
        await shop.SellAnythingAsync(1200, "2026-02-26");
        (await shop.GetAsync("analytics/summary")).Is(200);
        return shop;
    }

    private static async Task<string> PageAsync(TestShop shop, string path) =>
        WebUtility.HtmlDecode(await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}{path}", UriKind.Relative), TestContext.Current.CancellationToken));
}
