using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>Distinct customers of one range; those of two ranges may not be added, because a customer may be in both.</summary>
/// <param name="Customers">Those with a sale in the range.</param>
/// <param name="New">Of these, those whose first sale ever is in the range.</param>
/// <param name="Repeat">Of these, those with two or more sales inside the range.</param>
/// <param name="Once">Of these, those with exactly one sale ever by the end of the range.</param>
public readonly record struct CustomerCounts(long Customers, long New, long Repeat, long Once)
{
    /// <summary>Those with a sale in the range who have more than one sale ever by its end.</summary>
    public long Returning => Customers - Once;

    /// <summary>
    /// Counts the customers of a range from its rows alone. Each customer is counted at one row: at the first in the range,
    /// and as a repeat buyer there if that day has two sales, else at the second row if the first had one.
    /// </summary>
    public static CustomerCounts Of(IEnumerable<CustomerDay> rows, Period range)
    {
        var counts = new CustomerCounts();
        foreach (var row in rows)
        {
            if (!range.Contains(row.Day)) continue;
            var first = row.Previous is null || row.Previous < range.From;
            var second = !first && row.PreviousOrders == 1 && (row.BeforePrevious is null || row.BeforePrevious < range.From);
            counts = new CustomerCounts(
                counts.Customers + (first ? 1 : 0),
                counts.New + (row.Previous is null ? 1 : 0),
                counts.Repeat + ((first && row.Orders > 1) || second ? 1 : 0),
                counts.Once + (row.Previous is null && row.Orders == 1 && (row.Next is null || row.Next > range.To) ? 1 : 0));
        }

        return counts;
    }

    /// <summary>Counts the customers of a range of a part of the shop: those with a sale of that part, new and once by all their sales ever.</summary>
    internal static CustomerCounts Of(IEnumerable<Visit> visits, Period range)
    {
        var counts = new CustomerCounts();
        foreach (var mine in visits.Where(visit => range.Contains(visit.Day)).GroupBy(visit => visit.First.CustomerId))
        {
            var first = mine.First().First;
            counts = new CustomerCounts(
                counts.Customers + 1,
                counts.New + (first.Day >= range.From ? 1 : 0),
                counts.Repeat + (mine.Sum(visit => visit.Orders) > 1 ? 1 : 0),
                counts.Once + (first.Orders == 1 && (first.Next is null || first.Next > range.To) ? 1 : 0));
        }

        return counts;
    }
}
