using ArtisansCorner.Sales;

namespace ArtisansCorner.Analytics;

/// <summary>On which day returns count.</summary>
public enum ReturnsOn
{
    /// <summary>On the day of the refund: the ledger view.</summary>
    RefundDay,

    /// <summary>On the day of the sale that they are of: the order view.</summary>
    SaleDay,
}

/// <summary>Which facts figures are made of.</summary>
/// <param name="Slice">Which of the shop's sales.</param>
/// <param name="Returns">On which day their returns count.</param>
public sealed record Scope(SaleSlice Slice, ReturnsOn Returns = ReturnsOn.RefundDay)
{
    /// <summary>All facts, each on its own day: what the roll-ups hold.</summary>
    public static Scope All { get; } = new(SaleSlice.Whole);

    /// <summary>
    /// Whether the figures of a month stay what they are while nothing is recorded, changed or withdrawn on its days: returns may count on the day of
    /// a sale of another month, and who asks for buyers or places finds refunds and fees by the sale they are of.
    /// </summary>
    public bool IsByMonth => Returns == ReturnsOn.RefundDay && !Slice.IsOfSales && !Slice.IsOfCustomers;

    /// <summary>Whether the roll-ups answer it.</summary>
    public bool IsAll => this == All;
}
