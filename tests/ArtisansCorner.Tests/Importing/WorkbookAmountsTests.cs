using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Numbers of a workbook are what their cells show: in a currency, in percent.</summary>
public abstract class WorkbookAmountsTests(App app)
{
    private const string Other = "another currency than the shop's";
    private const string Euros = "[$€-407] #,##0.00";
    private const string Pounds = "[$£-809]#,##0.00";

    public sealed class OnSqlite(AppOnSqlite app) : WorkbookAmountsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : WorkbookAmountsTests(app);

    [Theory]
    [InlineData(Euros)]
    [InlineData("#,##0.00 [$€-1]")]
    [InlineData("[$$-409]#,##0.00")]
    [InlineData("#,##0.00 \"USD\"")]
    [InlineData("\"€\"#,##0.00")]
    [InlineData("_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-")]
    [InlineData("[Red][$€-407]#,##0.00")]
    public async Task A_price_that_is_shown_in_another_currency_stays_out(string format)
    {
        var read = await ReadAsync([.. Sold("1", Packed.Number("10"))], [.. Sold("2", Packed.Shown("12.5", format))]);
        Assert.Equal((1000, Other), ((long)read["gross"], Assert.Single(read.Reasons())));
    }

    [Theory]
    [InlineData(Pounds)]
    [InlineData("_-\"£\"* #,##0.00_-;\\-\"£\"* #,##0.00_-")]
    [InlineData("[$-409]#,##0.00")]
    [InlineData("[Red]#,##0.00")]
    [InlineData("#,##0 \"pcs.\"")]
    public async Task A_price_that_is_shown_in_the_shops_currency_or_in_none_is_one(string format)
    {
        var read = await ReadAsync([.. Sold("1", Packed.Shown("10.25", format))], [.. Sold("2", Packed.Shown("0", Euros))]);
        Assert.Equal((1025, 0), ((long)read["gross"], (int)read["rejected"]));
    }

    [Fact]
    public async Task Among_prices_in_pounds_those_in_euros_stay_out()
    {
        var read = await ReadAsync([.. Sold("1", Packed.Shown("10", Pounds))], [.. Sold("2", Packed.Shown("12.5", Euros))], [.. Sold("3", Packed.Shown("14", Euros))]);
        Assert.Equal((1000, 2, Other), ((long)read["gross"], (int)read["rejected"], Assert.Single(read.Reasons())));
        Assert.Equal("€12.5", (string?)read["rejectedRows"][0]["value"]);
    }

    [Theory]
    [InlineData("0.25", "0%", "25%")]
    [InlineData("25", "0.0 \"%\"", "25%")]
    public async Task Percents_are_no_amounts_of_money(string number, string format, string shown)
    {
        var read = await ReadAsync([.. Sold("1", Packed.Number("10")), Packed.Shown("0", format)], [.. Sold("2", Packed.Number("10")), Packed.Shown(number, format)]);
        var row = Assert.Single(read["rejectedRows"]);
        Assert.Equal(("not an amount", 3, "discount", shown), ((string?)row["reason"], (int)row["row"], (string?)row["column"], (string?)row["value"]));
        Assert.Equal(1000, (long)read["gross"]);
    }

    [Fact]
    public async Task Of_merged_cells_amounts_count_once_and_numbers_of_orders_stand_in_each_row()
    {
        var read = await ReadMergedAsync(
            ["D2:D3", "A2:A3", "B2:B3", "F2:F3"],
            [Packed.Number("1001"), Packed.Date("46023"), Packed.Text("Mug"), Packed.Shown("30", Pounds), "", Packed.Number("4.5")],
            ["", "", Packed.Text("Bowl"), ""],
            [Packed.Number("1002"), Packed.Date("46024"), Packed.Text("Mug"), Packed.Number("7")]);
        Assert.Equal((700, 2), ((long)read["gross"], (int)read["rejected"]));
        Assert.Equal(["another row of its order is wrong", "no price"], read.Reasons());
    }

    private static string[] Sold(string order, string price) => [Packed.Text(order), Packed.Date("46023"), Packed.Text("Mug"), price];

    private Task<Json> ReadAsync(params string[][] rows) => ReadMergedAsync([], rows);

    private async Task<Json> ReadMergedAsync(string[] merged, params string[][] rows)
    {
        string[] headings = [.. new[] { "order", "date", "title", "unit price", "discount", "shipping" }.Select(Packed.Text)];
        var read = await (await app.OpenShopAsync(currency: "GBP")).ReadAsync(Packed.Workbook(("Sales", [headings, .. rows], merged)));
        Assert.Null((string?)read["error"]);
        return read;
    }
}
