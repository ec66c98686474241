using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory;

/// <summary>
/// How many pieces of a variant there are in the shop, the sum of its movements, and what they had cost: the moving weighted average.
/// Receiving q at c makes (Q·avg + q·c)/(Q + q); issues leave at the average (IAS 2.27). All that left since pieces came last leaves
/// base value × pieces ÷ base pieces, rounded once, so that their order makes no difference to what is left; below zero too.
/// </summary>
public sealed class StockLevel : IBelongsToShop, ICosting
{
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>What lies there.</summary>
    public required Guid VariantId { get; init; }

    /// <inheritdoc />
    public long OnHand { get; set; }

    /// <inheritdoc />
    public long Value { get; set; }

    /// <summary>How many there were when pieces came last, or came themselves where all of them had left before; nothing while no cost is known.</summary>
    public long BaseOnHand { get; set; }

    /// <summary>What those had cost, in minor units.</summary>
    public long BaseValue { get; set; }

    /// <summary>When pieces came last; nothing while none did.</summary>
    public DateTimeOffset? LastInAt { get; set; }

    /// <summary>When anything moved last.</summary>
    public DateTimeOffset? LastAt { get; set; }

    /// <summary>The first business day anything moved: stock before it was never counted.</summary>
    public required DateOnly Since { get; init; }

    /// <inheritdoc />
    public void Begin(long pieces, long cost) => (BaseOnHand, BaseValue) = (pieces, cost);

    /// <inheritdoc />
    public Worth Receive(long pieces, long? cost)
    {
        var (missing, before) = (Math.Max(0, -OnHand), Value);
        var came = cost ?? WorthOf(OnHand + pieces) - WorthOf(OnHand);
        OnHand += pieces;
        if (OnHand > 0)
        {
            Value = missing == 0 ? before + came : came - Shares.Of(came, missing, pieces);
            (BaseOnHand, BaseValue) = (OnHand, Value);
        }
        else
        {
            if (cost is not null) (BaseOnHand, BaseValue) = (pieces, came);
            Value = WorthOf(OnHand);
        }

        return new Worth(Value - before, came - (Value - before));
    }

    /// <inheritdoc />
    public Worth Issue(long pieces)
    {
        var before = Value;
        OnHand -= pieces;
        Value = WorthOf(OnHand);
        return new Worth(Value - before, Missing: BaseOnHand > 0 ? 0 : Math.Clamp(-OnHand, 0, pieces));
    }

    // On the line through nothing and the base; nothing while nothing is known.
    private long WorthOf(long pieces) =>
        BaseOnHand <= 0 ? 0
        : pieces <= BaseOnHand ? BaseValue - Shares.Of(BaseValue, BaseOnHand - pieces, BaseOnHand)
        : BaseValue + Shares.Of(BaseValue, pieces - BaseOnHand, BaseOnHand);

    /// <summary>Takes down when it moved.</summary>
    public void Moved(bool isIn, DateTimeOffset at)
    {
        if (isIn && !(at <= LastInAt)) LastInAt = at;
        if (!(at <= LastAt)) LastAt = at;
    }

    /// <summary>
    /// Whether what was worked out for later movements depends on one of this moment. What left since pieces came last is worth the same
    /// together in any order, but the cent that one of them leaves with and another not belongs to its day: what is written down later than
    /// it happened takes its place. Two tills that sell at this very moment come in either order.
    /// </summary>
    public bool IsLate(bool isIn, StockReason reason, DateTimeOffset at, DateTimeOffset now) =>
        isIn ? at <= LastAt || IsFirst : at < LastInAt || (at == LastInAt && reason == StockReason.Used) || (at < LastAt && at < now - Moment);

    // What left before anything came learns now what it cost.
    private bool IsFirst => LastInAt is null && OnHand < 0;
}
