using ArtisansCorner.Inventory;
using ArtisansCorner.Inventory.Reserving;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>Reads what the stock ledger says of every item; a past level is the present one without what moved since.</summary>
public sealed class ItemStockQuery(AppDb db, CurrentShop shop)
{
    private readonly record struct Moved(long Change, bool CameIn, long Fresh);

    /// <summary>Every item that was ever booked or sold, or only these, by variant.</summary>
    public async Task<IReadOnlyDictionary<Guid, ItemStock>> RunAsync(Period range, DateOnly today, IReadOnlyDictionary<Guid, ItemPast> past, CancellationToken cancel, IReadOnlyCollection<Guid>? only = null)
    {
        var pace = new Period(today.AddDays(1 - ItemStock.PaceDays), today);
        var counted = db.StockLevels.AsNoTracking();
        if (only is not null) counted = counted.Where(level => only.Contains(level.VariantId));
        var levels = await counted.ToDictionaryAsync(level => level.VariantId, cancel);
        var moves = await MovesAsync(range.From < pace.From ? range.From : pace.From, only, cancel);
        var promised = db.Reservations.Where(one => one.ClosedAt == null);
        if (only is not null) promised = promised.Where(one => only.Contains(one.VariantId));
        var committed = await promised.GroupBy(one => one.VariantId).ToDictionaryAsync(some => some.Key, some => some.Sum(one => one.Quantity), cancel);
        return levels.Keys.Union(past.Keys).ToDictionary(id => id, id => StockOf(
            levels.GetValueOrDefault(id), committed.GetValueOrDefault(id), moves.GetValueOrDefault(id) ?? [], past.TryGetValue(id, out var sold) ? sold.NetUnits : null, range, pace));
    }

    private async Task<Dictionary<Guid, Dictionary<DateOnly, Moved>>> MovesAsync(DateOnly since, IReadOnlyCollection<Guid>? only, CancellationToken cancel)
    {
        var start = shop.Facts.Zone.StartOf(since);
        // By the moment, so that an index finds what moved of few items among all that moved.
        var movements = only is null ? db.StockMovements.Where(movement => movement.Day >= since) : db.StockMovements.Where(movement => only.Contains(movement.VariantId) && movement.At >= start);
        var rows = await movements.GroupBy(movement => new { movement.VariantId, movement.Day }).Select(day => new
        {
            day.Key.VariantId,
            day.Key.Day,
            Change = day.Sum(movement => movement.Quantity),
            CameIn = day.Sum(movement => movement.Quantity > 0 ? 1 : 0),
            Fresh = day.Sum(movement => movement.Reason == StockReason.Made || movement.Reason == StockReason.Received ? movement.Quantity : 0),
        }).ToListAsync(cancel);
        return rows.GroupBy(row => row.VariantId).ToDictionary(item => item.Key, item => item.ToDictionary(row => row.Day, row => new Moved(row.Change, row.CameIn > 0, row.Fresh)));
    }

    private static ItemStock StockOf(StockLevel? level, long committed, Dictionary<DateOnly, Moved> moves, IReadOnlyDictionary<DateOnly, long>? sold, Period range, Period pace)
    {
        var days = new StockDay[pace.Days];
        var opened = level?.OnHand - moves.Where(move => move.Key > pace.To).Sum(move => move.Value.Change);
        for (var i = days.Length - 1; i >= 0; i--)
        {
            var day = pace.From.AddDays(i);
            var moved = moves.GetValueOrDefault(day);
            opened -= moved.Change;
            days[i] = new StockDay(level is null || day < level.Since ? null : opened, moved.CameIn, sold?.GetValueOrDefault(day) ?? 0);
        }

        return new ItemStock(
            level?.OnHand - committed,
            level?.Value ?? 0,
            (level?.OnHand ?? 0) - moves.Where(move => move.Key >= range.From).Sum(move => move.Value.Change),
            moves.Where(move => range.Contains(move.Key)).Sum(move => move.Value.Fresh),
            days);
    }
}
