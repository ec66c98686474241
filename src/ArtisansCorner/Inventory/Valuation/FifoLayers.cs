namespace ArtisansCorner.Inventory.Valuation;

/// <summary>First in, first out: what leaves cost what the oldest pieces that are left had cost (IAS 2.27).</summary>
public sealed class FifoLayers : ICosting
{
    private readonly Queue<Layer> layers = new();

    // What came last, by which pieces are valued that left before they came.
    private long lastPieces, lastCost;

    /// <inheritdoc />
    public long OnHand { get; private set; }

    /// <inheritdoc />
    public long Value { get; private set; }

    /// <inheritdoc />
    public void Begin(long pieces, long cost) => (lastPieces, lastCost) = (pieces, cost);

    /// <inheritdoc />
    public Worth Receive(long pieces, long? cost)
    {
        var (missing, before) = (Math.Max(0, -OnHand), Value);
        var came = cost ?? (OnHand > 0 ? Shares.Of(Value, pieces, OnHand) : LastCostOf(pieces));
        if (cost is not null) (lastPieces, lastCost) = (pieces, came);
        OnHand += pieces;
        if (OnHand > 0)
        {
            var shelved = missing == 0 ? came : came - Shares.Of(came, missing, pieces);
            layers.Enqueue(new Layer { Pieces = Math.Min(pieces, OnHand), Value = shelved });
            Value = missing == 0 ? before + shelved : shelved;
        }
        else
        {
            Value = -LastCostOf(-OnHand);
        }

        return new Worth(Value - before, came - (Value - before));
    }

    /// <inheritdoc />
    public Worth Issue(long pieces)
    {
        var (before, left) = (Value, pieces);
        while (left > 0 && layers.TryPeek(out var oldest))
        {
            var taken = Math.Min(left, oldest.Pieces);
            var share = taken == oldest.Pieces ? oldest.Value : Shares.Of(oldest.Value, taken, oldest.Pieces);
            (oldest.Pieces, oldest.Value) = (oldest.Pieces - taken, oldest.Value - share);
            (left, Value) = (left - taken, Value - share);
            if (oldest.Pieces == 0) layers.Dequeue();
        }

        OnHand -= pieces;
        if (OnHand < 0) Value = -LastCostOf(-OnHand);
        return new Worth(Value - before, Missing: lastPieces > 0 ? 0 : left);
    }

    private long LastCostOf(long pieces) => lastPieces == 0 ? 0 : Shares.Of(lastCost, pieces, lastPieces);

    private sealed class Layer
    {
        public long Pieces { get; set; }

        public long Value { get; set; }
    }
}
