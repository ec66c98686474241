using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>What goods cost when they are here: freight, tax and discount belong to them by their value (IAS 2.11). Amounts are minor units.</summary>
public static class LandedCost
{
    /// <summary>The cost of each line: its own + its shares of freight and tax − its share of the discount, each by value; they sum to all that is paid.</summary>
    public static long[] Of(IReadOnlyList<long> costs, long freight, long tax, long discount)
    {
        var (carried, taxed, taken) = (LargestRemainder.Split(freight, costs), LargestRemainder.Split(tax, costs), LargestRemainder.Split(discount, costs));
        return [.. costs.Select((cost, index) => cost + carried[index] + taxed[index] - taken[index])];
    }

    /// <summary>What the next <paramref name="pieces"/> of a line cost after <paramref name="received"/> of its <paramref name="all"/> came; all parts sum to the line's cost.</summary>
    public static long OfPart(long cost, long received, long pieces, long all) => Shares.Of(cost, received + pieces, all) - Shares.Of(cost, received, all);
}
