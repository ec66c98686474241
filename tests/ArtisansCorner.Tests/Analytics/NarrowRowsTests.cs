using System.Net;
using ArtisansCorner.Tests.Harness;
using ArtisansCorner.Tests.Importing;

namespace ArtisansCorner.Tests.Analytics;

/// <summary>Rows that are dated say their day on a phone too, where the column of days has no room.</summary>
public abstract class NarrowRowsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : NarrowRowsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : NarrowRowsTests(app);

    [Fact]
    public async Task The_rows_behind_a_figure_say_their_day_in_the_small_line()
    {
        var shop = await app.OpenShopAsync();
        await shop.SellAnythingAsync(1200, "2026-03-04");
        Assert.Contains("only-narrow\">4 March 2026 · Sale · Fair<", await PageAsync(shop, "analytics/ledger?from=2026-03-01&to=2026-03-31"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_sales_of_a_file_say_their_day_in_the_small_line()
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync("date,title,unit price,order\n2026-03-04,Mug,12.00,A-1\n");
        Assert.Contains("<span class=\"only-narrow\">4 March 2026 · </span>Order A-1", await PageAsync(shop, $"import/{(Guid)read["id"]}"), StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(TestShop shop, string page) =>
        WebUtility.HtmlDecode(await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{page}", UriKind.Relative), TestContext.Current.CancellationToken));
}
