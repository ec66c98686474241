using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>
/// Writes stock movements inside the transaction that is open: locks the levels of all that moves, so that two sales of one piece
/// follow each other, works out what each movement is worth, and writes rows, levels and alerts together.
/// </summary>
public sealed class StockLedger(AppDb db, CurrentShop shop, DefaultPlace place, Outbox outbox, RaiseAlerts alerts, ClosedPeriods periods, CostLinksQuery links, Revalue revalue, TimeProvider time)
{
    private const int FewAtOnce = 20;

    /// <summary>Moves stock; tells what each movement is worth, in the same order.</summary>
    public async Task<IReadOnlyList<Worth>> MoveAsync(IReadOnlyList<NewMovement> movements, CancellationToken cancel)
    {
        if (movements.Count == 0) return [];
        var (usual, now) = (await place.IdAsync(cancel), time.GetUtcNow());
        var levels = (await LockAsync([.. movements.Select(movement => movement.VariantId)], variant => movements.Where(movement => movement.VariantId == variant).Min(movement => movement.Day), cancel))
            .ToDictionary(level => level.Key, level => level.Value.Level);
        movements = await InOpenPeriodAsync(await CostedAsync(movements, cancel), now, cancel);
        var rows = movements.Select(movement => RowOf(movement, movement.LocationId ?? usual, now)).ToList();
        var late = Value(movements, rows, levels);
        db.StockMovements.AddRange(rows);
        var places = await MovePlacesAsync(movements, usual, cancel);
        await RevalueAsync(late, rows, levels, movements.Count <= FewAtOnce, cancel);

        if (rows.Where(row => row.TrueUp != 0).Select(row => row.Id).ToList() is { Count: > 0 } trued) outbox.Add(new CostsChanged(trued));
        await alerts.RunAsync(levels.Values, places, cancel);
        outbox.Add(new StockChanged([.. levels.Keys]));
        db.StockLevels.UpdateRange(levels.Values);
        // At once, so that who moves the same pieces again in this transaction reads what they are now.
        await db.SaveChangesAsync(cancel);
        foreach (var row in levels.Values.Concat<object>(places).Concat(rows)) db.Entry(row).State = EntityState.Detached;
        return rows.ConvertAll(Worth.Of);
    }

    /// <summary>What customers give back costs what it left with; all parts of it together as much as all of it.</summary>
    private async Task<IReadOnlyList<NewMovement>> CostedAsync(IReadOnlyList<NewMovement> movements, CancellationToken cancel)
    {
        var ids = movements.Select(movement => movement.ReturnsId).OfType<Guid>().ToList();
        if (ids.Count == 0) return movements;
        var left = await db.StockMovements.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, Left.Of, cancel);
        var back = await links.BackAsync(ids, [], cancel);
        return [.. movements.Select(movement => movement.ReturnsId is { } sold && left.TryGetValue(sold, out var gone) ? movement with { Worth = gone.CostOf(Before(sold, movement.Quantity), movement.Quantity) } : movement)];

        long Before(Guid sold, long pieces)
        {
            var before = back.GetValueOrDefault(sold);
            back[sold] = before + pieces;
            return before;
        }
    }

    /// <summary>Values movements as if they came in the order in which they happened; tells since when that was not so.</summary>
    private static Dictionary<Guid, DateTimeOffset> Value(IReadOnlyList<NewMovement> movements, List<StockMovement> rows, Dictionary<Guid, StockLevel> levels)
    {
        Dictionary<Guid, DateTimeOffset> late = [];
        foreach (var (movement, row) in movements.Zip(rows))
        {
            if (movement.Reason == StockReason.Moved) continue;
            var (level, isIn) = (levels[movement.VariantId], movement.Quantity > 0);
            if (movement.TakesBack || level.IsLate(isIn, movement.Reason, movement.At))
                late[movement.VariantId] = late.TryGetValue(movement.VariantId, out var since) && since < movement.At ? since : movement.At;
            (isIn ? level.Receive(movement.Quantity, movement.Worth ?? movement.Cost) : level.Issue(-movement.Quantity)).WriteTo(row);
            level.Moved(isIn, movement.At);
        }

        return late;
    }

    /// <summary>Values again what came late: at once where few moved, else after the commit, all of it together.</summary>
    private async Task RevalueAsync(Dictionary<Guid, DateTimeOffset> late, List<StockMovement> rows, Dictionary<Guid, StockLevel> levels, bool atOnce, CancellationToken cancel)
    {
        if (late.Count == 0) return;
        if (!atOnce)
        {
            outbox.Add(new StockStale([.. late.Select(item => new Stale(item.Key, item.Value))]));
            return;
        }

        await db.SaveChangesAsync(cancel);
        foreach (var row in rows) db.Entry(row).State = EntityState.Detached;
        foreach (var (variantId, since) in late.OrderBy(item => item.Key))
        {
            foreach (var (row, worth) in await revalue.RunAsync(levels[variantId], since, [.. rows.Where(row => row.VariantId == variantId)], cancel)) worth.WriteTo(row);
        }
    }

    /// <summary>What comes late is booked on the first open day: a closed period is never written again.</summary>
    private async Task<IReadOnlyList<NewMovement>> InOpenPeriodAsync(IReadOnlyList<NewMovement> movements, DateTimeOffset now, CancellationToken cancel)
    {
        var zone = shop.Facts.Zone;
        var today = zone.DayOf(now);
        if (movements.All(movement => movement.Day >= today) || await periods.LastAsync(cancel) is not { } closed) return movements;
        var open = closed.Through.AddDays(1);
        var start = zone.StartOf(open) is var begins && begins > closed.Until ? begins : closed.Until;
        return [.. movements.Select(movement => movement.Day > closed.Through && movement.At >= closed.Until ? movement : movement with { Day = movement.Day > open ? movement.Day : open, At = start })];
    }

    /// <summary>How many there are of each of these variants, which nobody else moves until this transaction ends; nothing of what never moved.</summary>
    public async Task<Dictionary<Guid, long?>> OnHandAsync(IReadOnlyCollection<Guid> variants, DateOnly today, CancellationToken cancel) =>
        (await LockAsync(variants, _ => today, cancel)).ToDictionary(level => level.Key, level => level.Value.IsNew ? null : (long?)level.Value.Level.OnHand);

    /// <summary>The levels, locked in the order of their ids, so that two sales of the same pieces never wait for each other in a circle; made where a variant moves for the first time.</summary>
    private async Task<Dictionary<Guid, (StockLevel Level, bool IsNew)>> LockAsync(IReadOnlyCollection<Guid> moving, Func<Guid, DateOnly> sinceOf, CancellationToken cancel)
    {
        var variants = moving.Distinct().Order().ToList();
        var levels = await db.StockLevels.Where(level => variants.Contains(level.VariantId)).OrderBy(level => level.VariantId).LockedForUpdate()
            .ToDictionaryAsync(level => level.VariantId, level => (level, false), cancel);
        foreach (var missing in variants.Where(variant => !levels.ContainsKey(variant)))
        {
            StockLevel? made = null;
            var level = await db.FindOrAddAsync(
                () => db.StockLevels.Where(level => level.VariantId == missing).LockedForUpdate().FirstOrDefaultAsync(cancel),
                () => made = new StockLevel { ShopId = shop.Id, VariantId = missing, Since = sinceOf(missing) },
                cancel);
            db.Entry(level).State = EntityState.Detached;
            levels.Add(missing, (level, level == made));
        }

        return levels;
    }

    /// <summary>Moves what lies in each place; the variants' levels are locked, so nobody else does.</summary>
    private async Task<List<PlaceLevel>> MovePlacesAsync(IReadOnlyList<NewMovement> movements, Guid usual, CancellationToken cancel)
    {
        var moved = movements.GroupBy(movement => (movement.VariantId, LocationId: movement.LocationId ?? usual)).ToList();
        var (variants, locations) = (moved.Select(here => here.Key.VariantId).Distinct().ToList(), moved.Select(here => here.Key.LocationId).Distinct().ToList());
        var there = await db.PlaceLevels.AsNoTracking().Where(level => variants.Contains(level.VariantId) && locations.Contains(level.LocationId)).ToDictionaryAsync(level => (level.VariantId, level.LocationId), cancel);
        List<PlaceLevel> changed = [];
        foreach (var here in moved)
        {
            var pieces = here.Sum(movement => movement.Quantity);
            if (pieces == 0) continue;
            var level = there.GetValueOrDefault(here.Key) ?? new PlaceLevel { ShopId = shop.Id, VariantId = here.Key.VariantId, LocationId = here.Key.LocationId };
            level.OnHand += pieces;
            db.Entry(level).State = there.ContainsKey(here.Key) ? EntityState.Modified : EntityState.Added;
            changed.Add(level);
        }

        return changed;
    }

    private StockMovement RowOf(NewMovement movement, Guid location, DateTimeOffset now) => new()
    {
        Id = movement.Id ?? Guid.CreateVersion7(),
        ShopId = shop.Id,
        VariantId = movement.VariantId,
        LocationId = location,
        Quantity = movement.Quantity,
        Cost = movement.Quantity > 0 ? movement.Cost : null,
        Value = 0,
        Reason = movement.Reason,
        CauseId = movement.CauseId,
        ReturnsId = movement.ReturnsId,
        At = movement.At,
        Day = movement.Day,
        RecordedAt = now,
        RecordedBy = shop.Actor.UserId,
        RecordedThrough = shop.Actor.Through,
    };
}
