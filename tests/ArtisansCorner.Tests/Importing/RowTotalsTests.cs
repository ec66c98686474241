using System.Net;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Tables that say what a row came to, and not what one piece was.</summary>
public abstract class RowTotalsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : RowTotalsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RowTotalsTests(app);

    [Fact]
    public async Task What_a_row_came_to_is_what_its_pieces_were_sold_for_to_the_cent()
    {
        var shop = await app.OpenShopAsync();
        // Three for 10.00; two for 18.00 after 2.00 off; one of the three comes back.
        var import = await shop.ImportAsync(Files.Csv("Date,Item,Qty,Discount,Total", "2026-01-05,Mug,3,,10.00", "2026-01-06,Bowl,2,2.00,18.00", "2026-01-07,Mug,-1,,-3.33"));
        Assert.Equal(("sales", 2, 1, 0), ((string?)import["format"], (int)import["adds"]["sales"], (int)import["adds"]["refunds"], (int)import["rejected"]));
        var sums = (await shop.GetAsync("analytics/summary?from=2026-01-01&to=2026-01-31")).Is(200)["current"];
        Assert.Equal((3000, 200, 333, 2467, 5), ((long)sums["grossSales"], (long)sums["discounts"], (long)sums["returns"], (long)sums["netSales"], (long)sums["units"]));
        var mugs = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"], sale => (string?)sale["day"] == "2026-01-05");
        var line = (await shop.GetAsync($"sales/{(Guid)mugs["id"]}")).Is(200)["lines"][0];
        Assert.Equal((3, 333, 1000), ((long)line["quantity"], (long)line["unitPrice"], (long)line["grossSales"]));
    }

    [Theory]
    [InlineData("12.00 less 3", "not an amount")]
    [InlineData("", "no price")]
    [InlineData("-4.00", "negative price")]
    [InlineData("999999999999999", "more than can be counted")]
    public async Task A_sum_that_is_none_stays_out(string total, string reason)
    {
        var import = await (await app.OpenShopAsync()).ReadAsync(Files.Csv("Date,Item,Qty,Total", $"2026-01-05,Mug,1,{total}", "2026-01-06,Bowl,1,18.00"));
        Assert.Equal(1, (int)import["adds"]["sales"]);
        Assert.Contains(reason, (string?)Assert.Single(import["reasons"])["reason"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Order,Date,Item,Qty,Total", "1001,2026-01-05,Mug,2,20.00")]
    [InlineData("Date,Item,Qty,Shipping,Total", "2026-01-05,Mug,2,4.00,24.00")]
    [InlineData("Date,Item,Qty,VAT,Total", "2026-01-05,Mug,2,4.00,24.00")]
    public async Task A_sum_that_may_be_of_more_than_its_row_is_asked_about(string headings, string row)
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv(headings, row));
        Assert.Equal("failed", (string?)read["status"]);
        var page = $"import/{(Guid)read["id"]}/columns?part=0";
        var text = WebUtility.HtmlDecode(await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{page}", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains("Sum of the row, less its discount", text, StringComparison.Ordinal);
        Assert.Contains("The first row can go in", text, StringComparison.Ordinal);
        // Where the sum is named, the price need not be.
        Assert.Matches("Price of one\\s*<[^>]*>\\s*\\(optional\\)", text);
    }

    [Theory]
    [InlineData("Order,Date,Item,Qty,Line total", "1001,2026-01-05,Mug,2,20.00", 2000)]
    [InlineData("Date,Item,Qty,Price each,Total", "2026-01-05,Mug,2,10.00,20.00", 2000)]
    [InlineData("Date,Item,Total", "2026-01-05,Mug,20.00", 2000)]
    public async Task A_sum_that_can_only_be_of_its_row_is_taken_as_it_is(string headings, string row, long gross)
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(Files.Csv(headings, row));
        Assert.Equal(gross, (long)Assert.Single((await shop.GetAsync("sales")).Is(200)["items"])["grossSales"]);
    }

    [Fact]
    public async Task Where_neither_a_price_nor_a_sum_is_named_the_page_asks_for_one_of_them()
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync("Wann;Was;Wieviel\n5.1.2026;Becher;2\n6.1.2026;Schale;1\n");
        var page = $"import/{(Guid)read["id"]}/columns?part=0";
        var look = (await shop.PostFormAsync(page, page, ("_handler", "columns"), ("was", "sales"), ("as", "sales"), ("c.date", "0"), ("c.title", "1"))).Text;
        Assert.Contains("Still needed: price of one, or sum of the row, less its discount.", WebUtility.HtmlDecode(look), StringComparison.Ordinal);
        var summed = (await shop.PostFormAsync(page, page, ("_handler", "columns"), ("was", "sales"), ("as", "sales"), ("c.date", "0"), ("c.title", "1"), ("c.total", "2"))).Text;
        Assert.Contains("All of the first 2 rows can go in", summed, StringComparison.Ordinal);
    }
}
