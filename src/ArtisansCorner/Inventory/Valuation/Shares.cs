namespace ArtisansCorner.Inventory.Valuation;

/// <summary>Parts of amounts.</summary>
internal static class Shares
{
    // More than any shop is worth; sums of it still fit.
    private const long Most = 1_000_000_000_000_000_000;

    /// <summary>amount × part ÷ whole, rounded half up; amount and part are not negative, whole is at least one.</summary>
    public static long Of(long amount, long part, long whole) => (long)Int128.Min(((Int128)amount * part * 2 + whole) / ((Int128)whole * 2), Most);
}
