using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Counting;

/// <summary>
/// Sets levels right by what was counted: each by its difference at the moment it was counted, so that what was sold since then stays sold.
/// What was not counted stays as it is. It can be taken back.
/// </summary>
public sealed class FinishStocktake(AppDb db, CurrentShop shop, StockLedger ledger, TimeProvider time)
{
    /// <summary>The count, or what is wrong; twice is once.</summary>
    public Task<Outcome<Guid>> RunAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, async stocktake =>
    {
        if (stocktake.FinishedAt is not null) return id;
        if (stocktake.TakenBackAt is not null) return CountStock.Over;
        var lines = await db.StocktakeLines.AsNoTracking().Where(line => line.StocktakeId == id).ToListAsync(cancel);
        if (lines.Count == 0) return new Problem("nothing_counted", "Nothing was counted yet.", Kind: ProblemKind.Conflict);
        stocktake.FinishedAt = time.GetUtcNow();
        await ledger.MoveAsync(
            [.. lines.Where(line => line.Counted != line.Expected).Select(line => new NewMovement(
                line.VariantId, line.Counted - line.Expected, StockReason.Counted, line.CountedAt, shop.Facts.Zone.DayOf(line.CountedAt), id, LocationId: stocktake.LocationId))],
            cancel);
        return id;
    }, cancel);

    /// <summary>Takes a finished count back as if it had never been; twice is once.</summary>
    public Task<Outcome<Guid>> TakeBackAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, async stocktake =>
    {
        if (stocktake.FinishedAt is null) return new Problem("not_finished", "This count is not finished; give it up instead.", Kind: ProblemKind.Conflict);
        if (stocktake.TakenBackAt is not null) return id;
        stocktake.TakenBackAt = time.GetUtcNow();
        var moved = await db.StockMovements.AsNoTracking().Where(row => row.CauseId == id).ToListAsync(cancel);
        await ledger.MoveAsync([.. moved.Select(NewMovement.Back)], cancel);
        return id;
    }, cancel);

    private Task<Outcome<Guid>> ChangeAsync(Guid id, Func<Stocktake, Task<Outcome<Guid>>> change, CancellationToken cancel) => db.TryAgainAsync(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Stocktakes.Where(one => one.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } stocktake) return CountStock.Unknown;
        var changed = await change(stocktake);
        if (!changed.Succeeded) return changed;
        db.Stocktakes.Update(stocktake);
        await write.CommitAsync(cancel);
        return changed;
    });
}
