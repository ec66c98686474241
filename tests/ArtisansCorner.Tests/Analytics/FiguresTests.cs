using ArtisansCorner.Analytics;
using System.Text.Json;

namespace ArtisansCorner.Tests.Analytics;

public sealed class FiguresTests
{
    private static readonly Figures November = new(
        new Totals
        {
            Orders = 3, Units = 9, UnitsReturned = 2, Gross = 10_000, Discounts = 1_500, Returns = 2_000,
            Shipping = 450, Tax = 600, MarketplaceTax = 120, Fees = 700, CostOfGoods = 2_600,
        },
        new CustomerCounts(Customers: 3, New: 2, Repeat: 0, Once: 2));

    [Fact]
    public void Every_figure_follows_from_the_sums()
    {
        Assert.Equal(6_500, November.NetSales); // 10,000 − 1,500 − 2,000
        Assert.Equal(7_550, November.TotalSales); // 6,500 + 450 + 600
        Assert.Equal(3_650, November.Contribution); // 6,500 + 450 − 2,600 − 700
        Assert.Equal(0.6m, November.Margin); // 3,900 / 6,500
        Assert.Equal(2_833, November.AverageOrderValue); // 8,500 / 3 = 2,833.3
        Assert.Equal(7, November.NetUnits);
        Assert.Equal(0.3333m, November.ReturningCustomerRate); // 1 of 3
        Assert.Equal(0m, November.RepeatPurchaseRate);
    }

    [Fact]
    public void An_average_is_rounded_half_away_from_zero() =>
        Assert.Equal((3, -3), (Shares.Mean(5, 2), Shares.Mean(-5, 2)));

    [Fact]
    public void Where_there_is_nothing_to_divide_by_there_is_no_figure()
    {
        var nothing = new Figures(default, default);
        Assert.Null(nothing.AverageOrderValue);
        Assert.Null(nothing.Margin);
        Assert.Null(nothing.ReturningCustomerRate);
        Assert.Null(nothing.RepeatPurchaseRate);
    }

    [Fact]
    public void The_api_tells_exactly_the_metrics_that_pages_show()
    {
        var json = JsonSerializer.SerializeToElement(November, JsonSerializerOptions.Web);
        Assert.Equal(Metrics.All.Select(metric => metric.Key).Order(), json.EnumerateObject().Select(field => field.Name).Order());
        Assert.All(Metrics.All, metric => Assert.Equal(metric.Of(November), json.GetProperty(metric.Key).GetDecimal()));
    }
}
