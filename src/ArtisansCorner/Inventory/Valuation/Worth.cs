namespace ArtisansCorner.Inventory.Valuation;

/// <summary>What a movement is worth. Amounts are minor units.</summary>
/// <param name="Value">By how much it changes the value of what is on the shelf.</param>
/// <param name="TrueUp">By how much what it cost differs from that: what pieces that had left before cost more, or less, than was thought.</param>
/// <param name="Missing">How many of those that left had not come yet, while nothing was known of their cost.</param>
public readonly record struct Worth(long Value, long TrueUp = 0, long Missing = 0)
{
    /// <summary>What the ledger says a movement is worth.</summary>
    public static Worth Of(StockMovement movement) => new(movement.Value, movement.TrueUp, movement.Missing);

    /// <summary>Writes it into the ledger.</summary>
    public void WriteTo(StockMovement movement) => (movement.Value, movement.TrueUp, movement.Missing) = (Value, TrueUp, Missing);
}

/// <summary>Pieces that left together.</summary>
/// <param name="Pieces">How many.</param>
/// <param name="Missing">How many of them had not come yet, while nothing was known of their cost.</param>
/// <param name="Cost">What the others had cost, in minor units.</param>
public readonly record struct Left(long Pieces, long Missing, long Cost)
{
    /// <summary>What left with this movement.</summary>
    public static Left Of(StockMovement movement) => new(-movement.Quantity, movement.Missing, -movement.Value);

    /// <summary>
    /// What some of them cost when they come back after others did: what all that came back cost − what those before did, each
    /// cost × pieces ÷ those that had a cost, so that all parts together cost what left; nothing is known of it when none had a cost.
    /// </summary>
    /// <param name="before">How many came back already.</param>
    /// <param name="pieces">How many come back now.</param>
    public long? CostOf(long before, long pieces) => Missing == Pieces ? null : CostOfFirst(before + pieces) - CostOfFirst(before);

    private long CostOfFirst(long pieces) => (long)((Int128)Cost * pieces / (Pieces - Missing));
}
