namespace ArtisansCorner.Analytics;

/// <summary>Which share of what could be sold in a range of days was sold.</summary>
public static class SellThrough
{
    /// <summary>Net units ÷ (pieces there at the start + made + received in the range), to four decimals; nothing where nothing could be sold.</summary>
    public static decimal? Of(long netUnits, long opening, long cameIn) => opening + cameIn <= 0 ? null : Shares.Of(netUnits, opening + cameIn);
}
