using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Making;

/// <summary>Takes batches back by further movements the other way: what they used is there again, what they made is not. Twice is once.</summary>
public sealed class TakeBatchBack(AppDb db, StockLedger ledger, TimeProvider time)
{
    /// <summary>The batch, or what is wrong.</summary>
    public Task<Outcome<Guid>> RunAsync(Guid id, CancellationToken cancel) => db.TryAgainAsync(() => TryAsync(id, cancel));

    /// <summary>Takes the batches back that kits of these sales were put together in, inside the transaction that is open; tells the movements that do so.</summary>
    public async Task<IReadOnlyList<NewMovement>> OfSalesAsync(IReadOnlyList<Guid> sales, CancellationToken cancel)
    {
        var batches = db.Batches.Where(batch => batch.SaleId != null && sales.Contains(batch.SaleId.Value) && batch.TakenBackAt == null);
        var ids = await batches.Select(batch => (Guid?)batch.Id).ToListAsync(cancel);
        if (ids.Count == 0) return [];
        var now = time.GetUtcNow();
        await batches.ExecuteUpdateAsync(row => row.SetProperty(batch => batch.TakenBackAt, now), cancel);
        return [.. (await db.StockMovements.AsNoTracking().Where(movement => ids.Contains(movement.CauseId)).ToListAsync(cancel)).Select(NewMovement.Back)];
    }

    private async Task<Outcome<Guid>> TryAsync(Guid id, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Batches.Where(one => one.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } batch) return BatchQuery.Unknown;
        if (batch.TakenBackAt is not null) return id;
        if (batch.SaleId is not null) return new Problem("made_for_a_sale", "This was put together for a sale. Correct the sale, and it comes apart again.", Kind: ProblemKind.Conflict);
        var movements = await db.StockMovements.AsNoTracking().Where(movement => movement.CauseId == id).ToListAsync(cancel);
        await ledger.MoveAsync([.. movements.Select(NewMovement.Back)], cancel);
        var now = time.GetUtcNow();
        await db.Batches.Where(one => one.Id == id).ExecuteUpdateAsync(row => row.SetProperty(one => one.TakenBackAt, now), cancel);
        await write.CommitAsync(cancel);
        return id;
    }
}
