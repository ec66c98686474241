using ArtisansCorner.Sales;

namespace ArtisansCorner.Customers;

/// <summary>What a customer bought in a shop up to a day.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="LastDay">The day of the last sale.</param>
/// <param name="Orders">Sales placed.</param>
/// <param name="NetSales">Net sales, in minor units.</param>
public readonly record struct Purchases(Guid CustomerId, DateOnly LastDay, long Orders, long NetSales);

/// <summary>Where a customer stands among those of the shop, each score from 1, worst, to 5.</summary>
/// <param name="Recency">How lately the customer bought.</param>
/// <param name="Frequency">How often.</param>
/// <param name="Monetary">For how much.</param>
public readonly record struct RfmScore(int Recency, int Frequency, int Monetary)
{
    /// <summary>The group, by recency and by the mean of the other two, rounded half up.</summary>
    public CustomerGroup Group => Rfm.Groups[Recency - 1][(Frequency + Monetary + 1) / 2 - 1];
}

/// <summary>Recency, frequency and money: scores of customers among each other, and the groups that come of them.</summary>
public static class Rfm
{
    /// <summary>Among fewer customers who bought, nobody's place says anything.</summary>
    public const int Fewest = 25;

    // Recency 1 to 5, in each the mean of frequency and money from 1 to 5.
    internal static readonly CustomerGroup[][] Groups =
    [
        [CustomerGroup.Dormant, CustomerGroup.Dormant, CustomerGroup.AtRisk, CustomerGroup.AtRisk, CustomerGroup.PreviouslyLoyal],
        [CustomerGroup.Dormant, CustomerGroup.Dormant, CustomerGroup.AtRisk, CustomerGroup.AtRisk, CustomerGroup.PreviouslyLoyal],
        [CustomerGroup.AlmostLost, CustomerGroup.AlmostLost, CustomerGroup.NeedsAttention, CustomerGroup.Loyal, CustomerGroup.Loyal],
        [CustomerGroup.Promising, CustomerGroup.Active, CustomerGroup.Active, CustomerGroup.Loyal, CustomerGroup.Loyal],
        [CustomerGroup.New, CustomerGroup.Active, CustomerGroup.Active, CustomerGroup.Champions, CustomerGroup.Champions],
    ];

    /// <summary>The score of each customer who bought, in their order; none where there are too few of them.</summary>
    public static IReadOnlyList<RfmScore> Of(IReadOnlyList<Purchases> customers)
    {
        if (customers.Count < Fewest) return [];
        var recency = Scores([.. customers.Select(customer => (long)customer.LastDay.DayNumber)]);
        var frequency = Scores([.. customers.Select(customer => customer.Orders)]);
        var monetary = Scores([.. customers.Select(customer => customer.NetSales)]);
        return [.. customers.Select((_, i) => new RfmScore(recency[i], frequency[i], monetary[i]))];
    }

    /// <summary>1 + ⌊5 × the share of those who are strictly worse⌋: equal values get equal scores.</summary>
    internal static int[] Scores(long[] values)
    {
        var worse = new Dictionary<long, int>();
        foreach (var (place, value) in values.Order().Index()) worse.TryAdd(value, place);
        return [.. values.Select(value => 1 + (int)(5L * worse[value] / values.Length))];
    }
}
