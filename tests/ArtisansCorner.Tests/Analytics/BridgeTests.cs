using ArtisansCorner.Analytics;
using CsCheck;

namespace ArtisansCorner.Tests.Analytics;

public sealed class BridgeTests
{
    private static readonly Gen<Totals> AnyTotals = Gen.Select(Gen.Long[-9999, 99999].Array[8], parts => new Totals
    {
        Gross = parts[0], Discounts = parts[1], Returns = parts[2], Shipping = parts[3], Tax = parts[4], MarketplaceTax = parts[5], Fees = parts[6], CostOfGoods = parts[7],
    });

    [Fact]
    public void Each_sum_is_where_the_steps_before_it_lead_and_equals_the_figure_of_its_name() =>
        Gen.Select(AnyTotals, Gen.Bool).Sample((totals, ofPieces) =>
        {
            if (ofPieces) totals = totals with { Shipping = 0, Tax = 0, MarketplaceTax = 0, Fees = 0 };
            var figures = new Figures(totals, default);
            var steps = Bridge.Of(figures, ofPieces);
            for (var i = 1; i < steps.Count; i++) Assert.Equal(steps[i - 1].To, steps[i].IsSum ? steps[i].To : steps[i].From);
            Assert.All(steps.Where(step => step.IsSum), sum => Assert.Equal(sum.Metric.Of(figures), sum.Amount));
            Assert.Equal(figures.Contribution, steps[^1].Amount);
        });
}
