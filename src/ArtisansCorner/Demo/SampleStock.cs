using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Demo;

/// <summary>Plays the year through the shelf: batches are made before a piece runs out, sales take pieces, so that levels equal their movements.</summary>
internal sealed class SampleStock(Guid shopId, Guid location, IReadOnlyList<Guid> variants, IReadOnlyList<long> costs, DateTimeOffset recordedAt)
{
    private readonly long[] onHand = new long[variants.Count];
    private readonly long[] value = new long[variants.Count];
    private readonly DateOnly?[] since = new DateOnly?[variants.Count];

    /// <summary>Every movement, in order.</summary>
    public List<StockMovement> Movements { get; } = [];

    /// <summary>The levels that they come to.</summary>
    public IEnumerable<StockLevel> Levels() =>
        variants.Index().Where(variant => since[variant.Index] is not null).Select(variant => new StockLevel
        {
            ShopId = shopId, VariantId = variant.Item, OnHand = onHand[variant.Index], Value = value[variant.Index], Since = since[variant.Index]!.Value,
        });

    /// <summary>What lies in the shop's one place: all there is.</summary>
    public IEnumerable<PlaceLevel> Places() =>
        Levels().Select(level => new PlaceLevel { ShopId = shopId, VariantId = level.VariantId, LocationId = location, OnHand = level.OnHand });

    /// <summary>Takes pieces for a sale, and first makes a batch where too few are left; tells what they had cost.</summary>
    public long Sell(int piece, int quantity, DateTimeOffset at, DateOnly day, Guid saleId)
    {
        while (onHand[piece] < quantity) Make(piece, at.AddHours(-20), day.AddDays(-1));
        var cost = UnitCost.OfIssue(onHand[piece], value[piece], quantity);
        Add(piece, -quantity, StockReason.Sold, at, day, saleId, -cost);
        return cost;
    }

    /// <summary>Puts pieces back that a customer gave back.</summary>
    public void Return(int piece, int quantity, long cost, DateTimeOffset at, DateOnly day, Guid refundId) =>
        Add(piece, quantity, StockReason.Returned, at, day, refundId, cost);

    /// <summary>Makes one more batch where so few are left that it would be low.</summary>
    public void TopUp(int piece, long threshold, DateTimeOffset at, DateOnly day)
    {
        while (onHand[piece] <= threshold) Make(piece, at, day);
    }

    /// <summary>Counts the shelf at the end of the story.</summary>
    public void Count(int piece, long pieces, DateTimeOffset at, DateOnly day)
    {
        var delta = pieces - onHand[piece];
        if (delta == 0) return;
        var change = delta < 0 ? -UnitCost.OfIssue(onHand[piece], value[piece], -delta) : delta * costs[piece];
        Add(piece, delta, StockReason.Counted, at, day, null, change);
    }

    private void Make(int piece, DateTimeOffset at, DateOnly day)
    {
        var batch = SampleCatalog.Pieces[piece].Batch;
        Add(piece, batch, StockReason.Made, at, day, null, costs[piece] * batch);
    }

    private void Add(int piece, long quantity, StockReason reason, DateTimeOffset at, DateOnly day, Guid? cause, long worth)
    {
        onHand[piece] += quantity;
        value[piece] += worth;
        since[piece] ??= day;
        Movements.Add(new StockMovement
        {
            Id = Guid.CreateVersion7(at),
            ShopId = shopId,
            VariantId = variants[piece],
            LocationId = location,
            Quantity = quantity,
            UnitCost = reason == StockReason.Made ? costs[piece] : null,
            Value = worth,
            Reason = reason,
            CauseId = cause,
            At = at,
            Day = day,
            RecordedAt = recordedAt,
            RecordedThrough = Through.Demo,
        });
    }
}
