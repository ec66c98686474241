using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>One movement to be written.</summary>
/// <param name="VariantId">What moves.</param>
/// <param name="Quantity">How many pieces come (positive) or go (negative).</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
/// <param name="Day">On which business day.</param>
/// <param name="CauseId">The fact that causes it.</param>
/// <param name="UnitCost">What one piece cost, when pieces are booked in.</param>
/// <param name="Value">By how much the value of the stock changes, when that is known: pieces come back at the cost they left with, a movement is taken back.</param>
/// <param name="LocationId">Where; nothing: the shop's default location.</param>
public sealed record NewMovement(
    Guid VariantId, long Quantity, StockReason Reason, DateTimeOffset At, DateOnly Day,
    Guid? CauseId = null, long? UnitCost = null, long? Value = null, Guid? LocationId = null);

/// <summary>
/// Writes stock movements inside the transaction that is open: adds the rows, lets the database move the levels,
/// and raises or resolves alerts. The first change of a level locks it, so that two sales of one piece follow each other.
/// </summary>
public sealed class StockLedger(AppDb db, CurrentShop shop, DefaultPlace place, Outbox outbox, RaiseAlerts alerts, TimeProvider time)
{
    /// <summary>Moves stock; tells by how much each movement changed the value of the stock, in the same order.</summary>
    public async Task<long[]> MoveAsync(IReadOnlyList<NewMovement> movements, CancellationToken cancel)
    {
        if (movements.Count == 0) return [];
        var (location, now) = (await place.IdAsync(cancel), time.GetUtcNow());
        var values = new long[movements.Count];
        // Always in the order of ids: two sales of the same pieces then never wait for each other in a circle.
        foreach (var same in movements.Index().GroupBy(movement => movement.Item.VariantId).OrderBy(group => group.Key))
        {
            var level = await LevelAsync(same.Key, same.Min(movement => movement.Item.Day), cancel);
            foreach (var (index, value) in await ApplyAsync(level, [.. same], cancel))
            {
                values[index] = value;
                db.StockMovements.Add(RowOf(movements[index], value, movements[index].LocationId ?? location, now));
            }

            await MovePlacesAsync(same.Key, same.Select(movement => movement.Item), location, cancel);
            await alerts.RunAsync(same.Key, level.OnHand, cancel);
        }

        outbox.Add(new StockChanged([.. movements.Select(movement => movement.VariantId).Distinct()]));
        return values;
    }

    /// <summary>Moves one level by all its movements at once; the first change locks it, so what each of them is worth can be worked out here, one after the other.</summary>
    private async Task<IReadOnlyList<(int Index, long Value)>> ApplyAsync(StockLevel level, IReadOnlyList<(int Index, NewMovement Item)> same, CancellationToken cancel)
    {
        var (row, all) = (db.StockLevels.Where(stock => stock.VariantId == level.VariantId), same.Sum(movement => movement.Item.Quantity));
        await row.ExecuteUpdateAsync(stock => stock.SetProperty(one => one.OnHand, one => one.OnHand + all), cancel);
        var now = await row.AsNoTracking().FirstAsync(cancel);
        var (onHand, worth) = (now.OnHand - all, now.Value);
        List<(int, long)> values = [];
        foreach (var (index, movement) in same)
        {
            var value = movement.Value ?? (movement.Quantity < 0
                ? -UnitCost.OfIssue(onHand, worth, -movement.Quantity)
                : (movement.UnitCost ?? 0) * movement.Quantity);
            (onHand, worth) = (onHand + movement.Quantity, worth + value);
            values.Add((index, value));
        }

        var change = worth - now.Value;
        if (change != 0) await row.ExecuteUpdateAsync(stock => stock.SetProperty(one => one.Value, one => one.Value + change), cancel);
        level.OnHand = now.OnHand;
        return values;
    }

    /// <summary>The level, made if this is the variant's first movement; not tracked, for only the database moves it.</summary>
    private async Task<StockLevel> LevelAsync(Guid variantId, DateOnly since, CancellationToken cancel)
    {
        var level = await db.FindOrAddAsync(
            () => db.StockLevels.AsNoTracking().FirstOrDefaultAsync(stock => stock.VariantId == variantId, cancel),
            () => new StockLevel { ShopId = shop.Id, VariantId = variantId, Since = since },
            cancel);
        db.Entry(level).State = EntityState.Detached;
        return level;
    }

    /// <summary>Moves what lies in each place, in the order of their ids; the variant's level is locked already, so nobody else makes the same row.</summary>
    private async Task MovePlacesAsync(Guid variantId, IEnumerable<NewMovement> movements, Guid usual, CancellationToken cancel)
    {
        foreach (var here in movements.GroupBy(movement => movement.LocationId ?? usual).OrderBy(group => group.Key))
        {
            var (locationId, pieces) = (here.Key, here.Sum(movement => movement.Quantity));
            if (pieces == 0 || await db.PlaceLevels.Where(level => level.VariantId == variantId && level.LocationId == locationId)
                .ExecuteUpdateAsync(row => row.SetProperty(level => level.OnHand, level => level.OnHand + pieces), cancel) > 0) continue;
            var first = db.PlaceLevels.Add(new PlaceLevel { ShopId = shop.Id, VariantId = variantId, LocationId = locationId, OnHand = pieces });
            await db.SaveChangesAsync(cancel);
            first.State = EntityState.Detached;
        }
    }

    private StockMovement RowOf(NewMovement movement, long value, Guid location, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        ShopId = shop.Id,
        VariantId = movement.VariantId,
        LocationId = location,
        Quantity = movement.Quantity,
        UnitCost = movement.UnitCost,
        Value = value,
        Reason = movement.Reason,
        CauseId = movement.CauseId,
        At = movement.At,
        Day = movement.Day,
        RecordedAt = now,
        RecordedBy = shop.Actor.UserId,
        RecordedThrough = shop.Actor.Through,
    };
}
