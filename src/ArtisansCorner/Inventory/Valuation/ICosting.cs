namespace ArtisansCorner.Inventory.Valuation;

/// <summary>
/// A way to tell what the pieces of one variant cost when they leave. Nothing is ever lost to rounding: what came in is what left,
/// was trued up or is still there. Pieces that leave before they came are taken to cost what the last did, or the first; the difference is
/// trued up when they come. Amounts are minor units.
/// </summary>
public interface ICosting
{
    /// <summary>How many there are; below zero when more left than came.</summary>
    long OnHand { get; }

    /// <summary>What they had cost; below zero while more left than came, nothing when there are none.</summary>
    long Value { get; }

    /// <summary>Says, before anything moved, what pieces cost that leave before the first came: what those did.</summary>
    void Begin(long pieces, long cost);

    /// <summary>Books pieces in that cost so much in all; without a cost they are taken to have cost what the others did.</summary>
    Worth Receive(long pieces, long? cost);

    /// <summary>Books pieces out.</summary>
    Worth Issue(long pieces);
}
