using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Two orders under one number are not one order: they come back with the reason.</summary>
public abstract class OneNumberTwiceTests(App app)
{
    private const string Heading = "Order,Date,Item,Qty,Price,Customer email,Shipping";
    private const string First = "1,03/03/2026,Mug,2,10,a@example.com,3";
    private const string Other = "2,31/03/2026,Bowl,1,10,,";

    public sealed class OnSqlite(AppOnSqlite app) : OneNumberTwiceTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : OneNumberTwiceTests(app);

    [Theory]
    [InlineData("another day", "Date", "1,24/03/2026,Mug,1,10,a@example.com,3")]
    [InlineData("an earlier day", "Date", "1,01/03/2026,Mug,1,10,,3")]
    [InlineData("another buyer", "Customer email", "1,03/03/2026,Mug,1,10,b@example.com,3")]
    public async Task A_row_of_another_day_or_buyer_keeps_the_order_out(string what, string column, string row)
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv(Heading, First, Other, row));
        Assert.Equal((what, 1, 2, 1000), (what, (int)read["adds"]["sales"], (int)read["rejected"], (long)read["gross"]));
        Assert.Equal(["another row of its order is wrong", "differs from another row of its order"], read.Reasons().Order());
        Assert.Equal(column, (string?)read["rejectedRows"].Single(rejected => (string?)rejected["reason"] == "differs from another row of its order")["column"]);
    }

    [Theory]
    [InlineData("no buyer", "1,03/03/2026,Mug,1,10,,")]
    [InlineData("the same buyer, written otherwise", "1,03/03/2026,Mug,1,10,A@Example.com,3")]
    [InlineData("another time of the day", "1,03/03/2026 18:30,Mug,1,10,a@example.com,")]
    public async Task Rows_that_only_say_less_or_say_it_otherwise_are_of_the_order(string what, string row)
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv(Heading, First, Other, row));
        Assert.Equal((what, 2, 0, 4000), (what, (int)read["adds"]["sales"], (int)read["rejected"], (long)read["gross"]));
    }

    [Fact]
    public async Task What_comes_back_on_a_later_day_is_of_the_order()
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv(Heading, First, Other, "1,24/03/2026,Mug,-1,10,a@example.com,"));
        Assert.Equal((2, 1, 0), ((int)read["adds"]["sales"], (int)read["adds"]["refunds"], (int)read["rejected"]));
    }
}
