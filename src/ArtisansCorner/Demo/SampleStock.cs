using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Demo;

/// <summary>Plays the year through the shelf: batches are made before a piece runs out, sales take pieces, so that levels equal their movements.</summary>
internal sealed class SampleStock(Guid shopId, Guid location, IReadOnlyList<Guid> variants, IReadOnlyList<long> costs, DateTimeOffset recordedAt)
{
    private readonly StockLevel?[] levels = new StockLevel?[variants.Count];

    /// <summary>Every movement, in order.</summary>
    public List<StockMovement> Movements { get; } = [];

    /// <summary>The levels that they come to.</summary>
    public IEnumerable<StockLevel> Levels() => levels.OfType<StockLevel>();

    /// <summary>What lies in the shop's one place: all there is.</summary>
    public IEnumerable<PlaceLevel> Places() =>
        Levels().Select(level => new PlaceLevel { ShopId = shopId, VariantId = level.VariantId, LocationId = location, OnHand = level.OnHand });

    /// <summary>Takes pieces for a sale, and first makes a batch where too few are left. The line of the sale has the movement's id.</summary>
    public StockMovement Sell(int piece, int quantity, DateTimeOffset at, DateOnly day, Guid saleId)
    {
        while (OnHand(piece) < quantity) Make(piece, at.AddHours(-20), day.AddDays(-1));
        return Add(piece, -quantity, StockReason.Sold, at, day, saleId);
    }

    /// <summary>Puts pieces back that a customer gave back.</summary>
    public StockMovement Return(int piece, SaleLine line, DateTimeOffset at, DateOnly day, Guid refundId) =>
        Add(piece, line.Quantity, StockReason.Returned, at, day, refundId, line.Cost, line.Id);

    /// <summary>Makes one more batch where so few are left that it would be low.</summary>
    public void TopUp(int piece, long threshold, DateTimeOffset at, DateOnly day)
    {
        while (OnHand(piece) <= threshold) Make(piece, at, day);
    }

    /// <summary>Counts the shelf at the end of the story.</summary>
    public void Count(int piece, long pieces, DateTimeOffset at, DateOnly day)
    {
        var delta = pieces - OnHand(piece);
        if (delta != 0) Add(piece, delta, StockReason.Counted, at, day, null, delta * costs[piece]);
    }

    private void Make(int piece, DateTimeOffset at, DateOnly day)
    {
        var batch = SampleCatalog.Pieces[piece].Batch;
        Add(piece, batch, StockReason.Made, at, day, null, costs[piece] * batch);
    }

    private long OnHand(int piece) => levels[piece]?.OnHand ?? 0;

    private StockMovement Add(int piece, long quantity, StockReason reason, DateTimeOffset at, DateOnly day, Guid? cause, long? cost = null, Guid? returns = null)
    {
        var level = levels[piece] ??= new StockLevel { ShopId = shopId, VariantId = variants[piece], Since = day };
        var movement = new StockMovement
        {
            Id = Guid.CreateVersion7(at),
            ShopId = shopId,
            VariantId = variants[piece],
            LocationId = location,
            Quantity = quantity,
            Cost = quantity > 0 ? cost : null,
            Value = (quantity > 0 ? level.Receive(quantity, cost) : level.Issue(-quantity)).Value,
            Reason = reason,
            CauseId = cause,
            ReturnsId = returns,
            At = at,
            Day = day,
            RecordedAt = recordedAt,
            RecordedThrough = Through.Demo,
        };
        level.Moved(quantity > 0, at);
        Movements.Add(movement);
        return movement;
    }
}
