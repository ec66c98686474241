using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Tables as people keep them by hand: what stands between the rows, and how amounts are written where nothing in the file says so.</summary>
public abstract class HandKeptTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : HandKeptTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : HandKeptTests(app);

    [Theory]
    [InlineData("DE", "EUR", "1.234", 123_400)]
    [InlineData("IT", "EUR", "1.200", 120_000)]
    [InlineData("CH", "CHF", "1'234", 123_400)]
    [InlineData("GB", "GBP", "\"1,234\"", 123_400)]
    [InlineData("GB", "GBP", "1.234", 123)]
    [InlineData("JP", "JPY", "\"1,234\"", 1_234)]
    public async Task Where_amounts_do_not_say_their_decimal_mark_the_country_does(string country, string currency, string amount, long minor)
    {
        var shop = await app.OpenShopAsync(country: country, currency: currency);
        var read = await shop.ReadAsync(Files.Csv("date,title,quantity,unit price", $"2026-03-25,Vase,1,{amount}", "2026-03-25,Bowl,1,0"));
        Assert.Equal(minor, (long)read["gross"]);
    }

    [Fact]
    public async Task A_sheets_numbers_have_a_point_in_any_country()
    {
        var shop = await app.OpenShopAsync(country: "DE", currency: "EUR");
        var sheet = Packed.Workbook(("Sales", [[Packed.Text("Date"), Packed.Text("Title"), Packed.Text("Price")], [Packed.Date("46106"), Packed.Text("Beads"), Packed.Number("1.125")]], []));
        Assert.Equal(113, (long)(await shop.ReadAsync(sheet))["gross"]);
    }

    [Fact]
    public async Task Headings_once_more_totals_and_a_table_of_something_else_are_no_sales()
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv(
            "Date,Item,Qty,Price", "25/03/2026,Mug,2,25.00", "31/03/2026,TOTAL,2,50.00", "Date,Item,Qty,Price", "01/04/2026,Total:,,", "26/04/2026,Bowl,1,20.00",
            "Expenses,,,", "Date,Supplier,Invoice,Amount", "26/03/2026,Clay shop,1042,60.00", "27/03/2026,Glaze shop,7,5.00"));
        Assert.Equal((2, 7000), ((long)read["adds"]["sales"], (long)read["gross"]));
        Assert.Equal(
            [("a total, not a row of its own", 2), ("not a date", 1), ("part of another table below the first: bring it as a file of its own", 3), ("the headings once more", 1)],
            read["reasons"].Select(reason => ((string)reason["reason"]!, (int)reason["count"])).Order());
    }

    [Theory]
    [InlineData("Date sold")]
    [InlineData("When")]
    [InlineData("Date of sale")]
    public async Task A_list_with_a_day_for_each_row_is_a_list_of_sales(string date)
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv($"{date},Item,Qty,Price", "25/03/2026,Mug,2,12.50", "27/03/2026,Bowl,1,20"));
        Assert.Equal(("sales", 4500), ((string?)read["format"], (long)read["gross"]));
    }

    [Fact]
    public async Task A_price_that_is_the_sum_of_its_row_is_not_multiplied()
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv("Date,Product,Quantity,Price,Total", "25/03/2026,Mug,2,25.00,25.00", "26/03/2026,Bowl,3,20.00,60.00", "27/03/2026,Jug,1,30.00,30.00"));
        Assert.Equal((9000, "its amounts do not add up"), ((long)read["gross"], Assert.Single(read.Reasons())));
    }

    [Fact]
    public async Task A_sale_without_a_number_is_not_called_by_what_it_is_known_by()
    {
        var shop = await app.OpenShopAsync();
        var import = await shop.ImportAsync(Files.Csv("Date,Item,Price", "25/03/2026,Mug,25.00"));
        var sale = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"]);
        foreach (var page in (string[])[$"import/{(Guid)import["id"]}", $"sales/{(Guid)sale["id"]}", "sales?period=all"])
            Assert.DoesNotContain((string)sale["externalId"]!, await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{page}", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
