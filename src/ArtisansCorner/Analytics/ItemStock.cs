namespace ArtisansCorner.Analytics;

/// <summary>What the stock ledger says of an item: how many there are, how many could be sold in a range, and its last 28 days.</summary>
/// <param name="Available">Pieces there now that are not set aside; nothing where nobody ever counted.</param>
/// <param name="Value">What they cost, in minor units.</param>
/// <param name="Opening">Pieces there when the range began.</param>
/// <param name="CameIn">Pieces made and received in the range.</param>
/// <param name="Days">The last 28 days, today included, oldest first.</param>
public sealed record ItemStock(long? Available, long Value, long Opening, long CameIn, IReadOnlyList<StockDay> Days)
{
    /// <summary>How many days the pace of sales is taken from.</summary>
    public const int PaceDays = 28;

    /// <summary>How many days the pieces will last; nothing where nobody counted or none was sold.</summary>
    public decimal? DaysLeft => Available is { } pieces ? DaysOfStock.Of(pieces, Days) : null;

    /// <summary>Both items taken together.</summary>
    public static ItemStock operator +(ItemStock one, ItemStock other) => new(
        one.Available is null && other.Available is null ? null : (one.Available ?? 0) + (other.Available ?? 0),
        one.Value + other.Value,
        one.Opening + other.Opening,
        one.CameIn + other.CameIn,
        [.. one.Days.Zip(other.Days, (mine, theirs) => mine + theirs)]);
}
