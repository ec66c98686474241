using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Making;

/// <summary>Takes a batch back by further movements the other way: what it used is there again, what it made is not. Twice is once.</summary>
public sealed class TakeBatchBack(AppDb db, StockLedger ledger, TimeProvider time)
{
    /// <summary>The batch, or what is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(Guid id, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Batches.Where(one => one.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } batch) return BatchQuery.Unknown;
        if (batch.TakenBackAt is not null) return id;
        var movements = await db.StockMovements.AsNoTracking().Where(movement => movement.CauseId == id).ToListAsync(cancel);
        await ledger.MoveAsync([.. movements.Select(NewMovement.Back)], cancel);
        var now = time.GetUtcNow();
        await db.Batches.Where(one => one.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.TakenBackAt, now), cancel);
        await write.CommitAsync(cancel);
        return id;
    }
}
