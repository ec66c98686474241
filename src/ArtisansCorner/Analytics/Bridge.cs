namespace ArtisansCorner.Analytics;

/// <summary>One step of the way from gross sales to what is left over. Amounts are minor units.</summary>
/// <param name="Metric">The metric that the step is.</param>
/// <param name="Amount">What it adds; what it takes away is negative. For a sum, the sum.</param>
/// <param name="From">Where its bar begins.</param>
/// <param name="To">Where its bar ends.</param>
/// <param name="IsSum">Whether it is what all before it come to.</param>
public sealed record BridgeStep(Metric Metric, long Amount, long From, long To, bool IsSum);

/// <summary>
/// The bridge: gross − discounts − returns = net sales, + shipping + tax = total sales, − tax − fees − cost of goods = contribution.
/// Each sum equals the figure of the same name, because each is worked out by <see cref="Figures"/>.
/// </summary>
public static class Bridge
{
    /// <summary>The steps in order; of pieces alone, without what belongs to whole orders.</summary>
    public static IReadOnlyList<BridgeStep> Of(Figures figures, bool ofPieces)
    {
        var steps = new List<BridgeStep>();
        Sum(steps, Metrics.GrossSales, figures.GrossSales);
        Add(steps, Metrics.Discounts, -figures.Discounts);
        Add(steps, Metrics.Returns, -figures.Returns);
        Sum(steps, Metrics.NetSales, figures.NetSales);
        if (!ofPieces)
        {
            Add(steps, Metrics.Shipping, figures.Shipping);
            Add(steps, Metrics.Tax, figures.Tax);
            Sum(steps, Metrics.TotalSales, figures.TotalSales);
            Add(steps, Metrics.Tax, -figures.Tax);
            Add(steps, Metrics.Fees, -figures.Fees);
        }

        Add(steps, Metrics.CostOfGoods, -figures.CostOfGoods);
        Sum(steps, Metrics.Contribution, figures.Contribution);
        return steps;
    }

    private static void Sum(List<BridgeStep> steps, Metric metric, long sum) => steps.Add(new BridgeStep(metric, sum, 0, sum, true));

    private static void Add(List<BridgeStep> steps, Metric metric, long amount) => steps.Add(new BridgeStep(metric, amount, steps[^1].To, steps[^1].To + amount, false));
}
