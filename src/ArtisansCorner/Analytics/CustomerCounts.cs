using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    /// <summary>The counts of two parts of one range.</summary>
    public static CustomerCounts operator +(CustomerCounts one, CustomerCounts other) =>
        new(one.Customers + other.Customers, one.New + other.New, one.Repeat + other.Repeat, one.Once + other.Once);

    /// <summary>
    /// Counts the customers of a range from its rows alone, or what the rows of a part of it add: each customer is counted at the first row in the range,
    /// as a repeat buyer there if that day has two sales, else at the second row if the first had one; and as one who bought once at
    /// the first row ever, until the row of the second sale ever takes that back.
    /// </summary>
    /// <param name="rows">The rows of the part.</param>
    /// <param name="from">The first day of the range.</param>
    public static CustomerCounts Of(IEnumerable<CustomerDay> rows, DateOnly from)
    {
        var counts = new CustomerCounts();
        foreach (var row in rows)
        {
            var first = row.Previous is null || row.Previous < from;
            var second = row.PreviousOrders == 1 && (row.BeforePrevious is null || row.BeforePrevious < from);
            counts += new CustomerCounts(
                first ? 1 : 0,
                row.Previous is null ? 1 : 0,
                (first ? row.Orders > 1 : second) ? 1 : 0,
                row is { Previous: null, Orders: 1 } ? 1 : !first && row is { BeforePrevious: null, PreviousOrders: 1 } ? -1 : 0);
        }

        return counts;
    }

    /// <summary>Counts the customers of a range of a part of the shop: those with a sale of that part, new and once by all their sales ever.</summary>
    /// <param name="visits">Sales of that part in the range.</param>
    /// <param name="turns">What changed for customers in the range.</param>
    internal static CustomerCounts Of(IEnumerable<Visit> visits, IEnumerable<CustomerTurn> turns)
    {
        var customers = new Dictionary<Guid, (long Orders, bool IsNew, bool IsOnce)>();
        foreach (var visit in visits) CollectionsMarshal.GetValueRefOrAddDefault(customers, visit.CustomerId, out _).Orders += visit.Orders;
        foreach (var turn in turns)
        {
            ref var mine = ref CollectionsMarshal.GetValueRefOrNullRef(customers, turn.CustomerId);
            if (Unsafe.IsNullRef(ref mine)) continue;
            mine.IsNew |= turn.IsFirst;
            mine.IsOnce = turn.IsOnce;
        }

        var counts = new CustomerCounts();
        foreach (var (orders, isNew, isOnce) in customers.Values) counts += new CustomerCounts(1, isNew ? 1 : 0, orders > 1 ? 1 : 0, isOnce ? 1 : 0);
        return counts;
    }
}
