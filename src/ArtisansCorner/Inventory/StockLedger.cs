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

    // All of them or none: who held some and then made another would wait for one who has that and wants these.
    private static readonly PerModel<Func<AppDb, List<Guid>, int, IAsyncEnumerable<StockLevel>>> LevelsOf = new(_ => EF.CompileAsyncQuery((AppDb db, List<Guid> variants, int all) =>
        db.Set<StockLevel>().Where(level => variants.Contains(level.VariantId) && db.Set<StockLevel>().Count(one => variants.Contains(one.VariantId)) == all)
            .OrderBy(level => level.VariantId).AsNoTracking().TagWith(ForUpdate.Tag)));

    private static readonly PerModel<Func<AppDb, List<Guid>, IAsyncEnumerable<PlaceLevel>>> PlacesOf = new(_ => EF.CompileAsyncQuery((AppDb db, List<Guid> variants) =>
        db.Set<PlaceLevel>().AsNoTracking().Where(level => variants.Contains(level.VariantId))));

    /// <summary>Moves stock; tells what each movement is worth, in the same order. Who moves the same pieces again in this transaction finds them as they are now.</summary>
    public async Task<IReadOnlyList<Worth>> MoveAsync(IReadOnlyList<NewMovement> movements, CancellationToken cancel)
    {
        var worths = await MoveLastAsync(movements, cancel);
        await SaveAsync(cancel);
        return worths;
    }

    /// <summary>The same for who asks nothing of stock in this transaction any more: the commit saves it with the rest, in one trip to the database.</summary>
    public async Task<IReadOnlyList<Worth>> MoveLastAsync(IReadOnlyList<NewMovement> movements, CancellationToken cancel)
    {
        if (movements.Count == 0) return [];
        var now = time.GetUtcNow();
        var there = await StandingAsync(movements, cancel);
        var (usual, levels) = (there.Usual ?? await place.IdAsync(cancel), there.Levels);
        movements = await InOpenPeriodAsync(await CostedAsync(movements, cancel), now, cancel);
        var rows = movements.Select(movement => RowOf(movement, movement.LocationId ?? usual, now)).ToList();
        var late = Value(movements, rows, levels, now);
        rows.ForEach(db.Rows.Insert);
        var places = MovePlaces(movements, there.Places, usual);
        await RevalueAsync(late, rows, levels, movements.Count <= FewAtOnce, cancel);

        if (rows.Where(row => row.TrueUp != 0).Select(row => row.Id).ToList() is { Count: > 0 } trued) outbox.Add(new CostsChanged(trued));
        alerts.Look(there.Watched, levels.Values, places);
        outbox.Add(new StockChanged([.. levels.Keys]));
        foreach (var level in levels.Values) db.Rows.Update(level);
        return rows.ConvertAll(Worth.Of);
    }

    /// <summary>Saves what was moved before, and what that needs.</summary>
    private async Task SaveAsync(CancellationToken cancel)
    {
        if (db.Rows.IsEmpty) return;
        await db.SaveChangesAsync(cancel);
        await db.Rows.WriteAsync(cancel);
    }

    /// <summary>How everything stands that is about to move, in one trip, with the levels locked first.</summary>
    private async Task<Standing> StandingAsync(IReadOnlyList<NewMovement> movements, CancellationToken cancel)
    {
        await SaveAsync(cancel);
        var variants = movements.Select(movement => movement.VariantId).Distinct().Order().ToList();
        var together = db.AskTogether();
        var levels = together.Ask(() => ReadLockedAsync(variants, cancel));
        var places = together.Ask(async () => await PlacesOf.Of(db)(db, variants).ToDictionaryAsync(level => (level.VariantId, level.LocationId), cancellationToken: cancel));
        var watched = together.Ask(() => alerts.FindAsync(variants, cancel));
        var usual = together.Ask(() => place.FindAsync());
        await together.RunAsync(cancel);
        var locked = await levels;
        if (locked.Count == variants.Count) return new Standing(locked, await places, await watched, await usual);

        await AddMissingAsync(variants, missing => movements.Where(movement => movement.VariantId == missing).Min(movement => movement.Day), cancel);
        return await StandingAsync(movements, cancel);
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
    private static Dictionary<Guid, DateTimeOffset> Value(IReadOnlyList<NewMovement> movements, List<StockMovement> rows, Dictionary<Guid, StockLevel> levels, DateTimeOffset now)
    {
        Dictionary<Guid, DateTimeOffset> late = [];
        foreach (var (movement, row) in movements.Zip(rows))
        {
            if (movement.Reason == StockReason.Moved) continue;
            var (level, isIn) = (levels[movement.VariantId], movement.Quantity > 0);
            if (movement.TakesBack || level.IsLate(isIn, movement.Reason, movement.At, now))
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

        await SaveAsync(cancel);
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
    public async Task<Dictionary<Guid, long?>> OnHandAsync(IReadOnlyCollection<Guid> variants, DateOnly today, CancellationToken cancel)
    {
        await SaveAsync(cancel);
        List<Guid> asked = [.. variants.Distinct().Order()];
        HashSet<Guid> made = [];
        Dictionary<Guid, StockLevel> levels;
        while ((levels = await ReadLockedAsync(asked, cancel)).Count < asked.Count) made.UnionWith(await AddMissingAsync(asked, _ => today, cancel));
        return asked.ToDictionary(variant => variant, variant => made.Contains(variant) ? null : (long?)levels[variant].OnHand);
    }

    /// <summary>
    /// The levels, locked in the order of their ids, so that two sales of the same pieces never wait for each other in a circle; none, and none locked, where one of
    /// them is not there yet.
    /// </summary>
    private async Task<Dictionary<Guid, StockLevel>> ReadLockedAsync(List<Guid> variants, CancellationToken cancel) =>
        await LevelsOf.Of(db)(db, variants, variants.Count).ToDictionaryAsync(level => level.VariantId, cancellationToken: cancel);

    /// <summary>Makes the levels of variants that move for the first time, but for those that another makes at this moment; tells which. No level may be locked yet.</summary>
    private async Task<List<Guid>> AddMissingAsync(List<Guid> variants, Func<Guid, DateOnly> since, CancellationToken cancel)
    {
        var there = await db.StockLevels.Where(level => variants.Contains(level.VariantId)).Select(level => level.VariantId).ToListAsync(cancel);
        List<Guid> added = [];
        foreach (var missing in variants.Except(there).Order())
        {
            StockLevel? made = null;
            var level = await db.FindOrAddAsync(
                () => db.StockLevels.AsNoTracking().FirstOrDefaultAsync(level => level.VariantId == missing, cancel), () => made = new StockLevel { ShopId = shop.Id, VariantId = missing, Since = since(missing) }, cancel);
            db.Entry(level).State = EntityState.Detached;
            if (level == made) added.Add(missing);
        }

        return added;
    }

    /// <summary>Moves what lies in each place; the variants' levels are locked, so nobody else does.</summary>
    private List<PlaceLevel> MovePlaces(IReadOnlyList<NewMovement> movements, Dictionary<(Guid VariantId, Guid LocationId), PlaceLevel> there, Guid usual)
    {
        List<PlaceLevel> changed = [];
        foreach (var here in movements.GroupBy(movement => (movement.VariantId, LocationId: movement.LocationId ?? usual)))
        {
            var pieces = here.Sum(movement => movement.Quantity);
            if (pieces == 0) continue;
            var level = there.GetValueOrDefault(here.Key) ?? new PlaceLevel { ShopId = shop.Id, VariantId = here.Key.VariantId, LocationId = here.Key.LocationId };
            level.OnHand += pieces;
            if (there.ContainsKey(here.Key)) db.Rows.Update(level);
            else db.Rows.Insert(level);
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

    /// <summary>How everything stands that is about to move.</summary>
    private sealed record Standing(Dictionary<Guid, StockLevel> Levels, Dictionary<(Guid VariantId, Guid LocationId), PlaceLevel> Places, WatchedItems Watched, Guid? Usual);
}
