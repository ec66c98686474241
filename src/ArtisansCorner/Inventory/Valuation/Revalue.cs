using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Valuation;

/// <summary>
/// Works out again what movements are worth from a moment on, after one was written down late, changed or taken back: values depend on
/// what happened, never on the order in which it was entered. What lies in a closed period stays as it is.
/// </summary>
public sealed class Revalue(AppDb db, ClosedPeriods periods, CostLinksQuery links, Outbox outbox)
{
    private const int IdsInMessage = 500;

    /// <summary>Values the movements of a variant from this moment on; its level is locked by the transaction that is open, and is set right. Tells what these among them are worth now.</summary>
    public async Task<IReadOnlyList<(StockMovement Movement, Worth Worth)>> RunAsync(StockLevel level, DateTimeOffset since, IReadOnlyList<StockMovement> asked, CancellationToken cancel)
    {
        var from = await StartAsync(level.VariantId, since, cancel);
        var rows = await db.StockMovements.AsNoTracking().Where(row => row.VariantId == level.VariantId && row.At >= from).ToListAsync(cancel);
        rows.Sort(CostOrder.Instance);
        // What the rows say and what the level says are the same sum, right or not: the difference is what was before.
        var (onHand, value) = (level.OnHand - rows.Sum(row => row.Quantity), level.Value - rows.Sum(row => row.Value));
        (level.OnHand, level.Value, level.BaseOnHand, level.BaseValue) = (onHand, value, Math.Max(0, onHand), value);

        var others = await links.OthersAsync(rows, cancel);
        var known = await links.RunAsync(rows, others, cancel);
        var replay = new CostReplay(_ => level, known);
        var came = rows.FindAll(row => row.Quantity > 0 && row.Reason != StockReason.Moved && !known.Undone.Contains(row.Id));
        // Nothing is known of what left before the first came, but what those cost.
        if (onHand <= 0 && came.Count > 0 && replay.CostOf(came[0]) is { } cost) level.Begin(came[0].Quantity, cost);
        // What was taken back never came.
        if (came.Count > 0 || from == DateTimeOffset.MinValue) level.LastInAt = came.Count > 0 ? came[^1].At : null;
        List<StockMovement> changed = [], trued = [];
        foreach (var row in rows)
        {
            var worth = replay.Move(row) ?? Unmoved(row, others);
            if (worth == Worth.Of(row)) continue;
            if (worth.TrueUp != row.TrueUp) trued.Add(row);
            worth.WriteTo(row);
            changed.Add(row);
        }

        await SaveAsync(changed, cancel);
        Tell(changed, trued, await MadeOfAsync(changed, cancel));
        var now = rows.ToDictionary(row => row.Id, Worth.Of);
        return [.. asked.Select(row => (row, now[row.Id]))];
    }

    /// <summary>
    /// Where to begin: at the last pieces that came before at a cost, from which on nothing depends on what was earlier, and in no closed period.
    /// </summary>
    private async Task<DateTimeOffset> StartAsync(Guid variantId, DateTimeOffset since, CancellationToken cancel)
    {
        var all = db.StockMovements;
        var came = await all.Where(row => row.VariantId == variantId && row.At < since && row.Quantity > 0 && row.Cost != null && row.ReturnsId == null
                && !all.Any(other => other.CauseId == row.Id && other.At == row.At) && !all.Any(other => other.Id == row.CauseId && other.At == row.At))
            .MaxAsync(row => (DateTimeOffset?)row.At, cancel);
        var from = came ?? DateTimeOffset.MinValue;
        return await periods.LastAsync(cancel) is { } closed && closed.Until > from ? closed.Until : from;
    }

    // What takes another back mirrors it; what is carried is worth the same in another place.
    private static Worth Unmoved(StockMovement row, Dictionary<Guid, StockMovement> others) =>
        row.Reason != StockReason.Moved && CostLinksQuery.Of(row, others) is { } gone ? new Worth(-gone.Value, -gone.TrueUp) : Worth.Of(row);

    private async Task SaveAsync(List<StockMovement> changed, CancellationToken cancel)
    {
        foreach (var row in changed)
        {
            var entry = db.Entry(row);
            entry.State = EntityState.Unchanged;
            entry.Property(one => one.Value).IsModified = true;
            entry.Property(one => one.TrueUp).IsModified = true;
            entry.Property(one => one.Missing).IsModified = true;
        }

        await db.SaveChangesAsync(cancel);
        foreach (var row in changed) db.Entry(row).State = EntityState.Detached;
    }

    /// <summary>What was made of things that cost something else now.</summary>
    private async Task<List<Stale>> MadeOfAsync(List<StockMovement> changed, CancellationToken cancel)
    {
        List<Stale> made = [];
        foreach (var some in changed.Where(row => row.Reason == StockReason.Used).Select(row => row.CauseId).Distinct().Chunk(1000))
        {
            made.AddRange(await db.StockMovements.Where(row => some.Contains(row.CauseId) && row.Reason == StockReason.Made && row.Quantity > 0)
                .Select(row => new Stale(row.VariantId, row.At)).ToListAsync(cancel));
        }

        return made;
    }

    private void Tell(List<StockMovement> changed, List<StockMovement> trued, List<Stale> made)
    {
        if (made.Count > 0) outbox.Add(new StockStale(made));
        foreach (var some in changed.Where(row => row.Reason is StockReason.Sold or StockReason.Returned).Union(trued).Chunk(IdsInMessage)) outbox.Add(new CostsChanged([.. some.Select(row => row.Id)]));
    }
}
