using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>What came back of one of Square's transactions on two days counts on each.</summary>
public abstract class SquareRefundDaysTests(App app)
{
    private const string Heading = "Date,Time,Time Zone,Item,Qty,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Event Type";
    private const string First = "2026-03-04,12:00:00,Eastern Time (US & Canada),Mug,-1,($26.00),$0.00,($26.00),$0.00,T-2,Refund";
    private const string Second = "2026-03-06,12:00:00,Eastern Time (US & Canada),Bowl,-1,($10.00),$0.00,($10.00),$0.00,T-2,Refund";

    public sealed class OnSqlite(AppOnSqlite app) : SquareRefundDaysTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SquareRefundDaysTests(app);

    [Fact]
    public async Task Each_is_a_refund_of_its_day_and_known_again()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        await shop.ImportAsync(Files.Csv(Heading, First));
        var both = await shop.ImportAsync(Files.Csv(Heading, First, Second));
        Assert.Equal((1, 1), ((int)both["adds"]["refunds"], (int)both["alreadyHere"]));
        Assert.Equal((2600, 1000), ((long)(await shop.FiguresAsync("2026-03-04", "2026-03-05"))["returns"], (long)(await shop.FiguresAsync("2026-03-06", "2026-03-06"))["returns"]));
    }
}
