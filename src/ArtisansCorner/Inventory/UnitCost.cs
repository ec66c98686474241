namespace ArtisansCorner.Inventory;

/// <summary>
/// What pieces cost when they leave: the moving weighted average, kept as a whole value so that nothing is lost to rounding.
/// Receiving q at c makes (Q·avg + q·c)/(Q + q); issues leave at the average (IAS 2.27).
/// </summary>
public static class UnitCost
{
    /// <summary>
    /// The cost, in minor units, of taking <paramref name="pieces"/> (&gt; 0) out of <paramref name="onHand"/> pieces worth <paramref name="value"/>:
    /// value × pieces ÷ onHand, rounded half up; the last piece takes what is left. Pieces that were never booked in cost nothing yet.
    /// </summary>
    public static long OfIssue(long onHand, long value, long pieces)
    {
        if (onHand <= 0 || value <= 0) return 0;
        if (pieces >= onHand) return value;
        return (long)(((Int128)value * pieces * 2 + onHand) / ((Int128)onHand * 2));
    }
}
