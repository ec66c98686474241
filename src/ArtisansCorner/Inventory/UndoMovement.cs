using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Takes a movement by hand back, by a further movement the other way; nothing is erased. It can be taken back once.</summary>
public sealed class UndoMovement(AppDb db, StockLedger ledger)
{
    /// <summary>The variant that moved back, or what is wrong.</summary>
    public Task<Outcome<Guid>> RunAsync(Guid movementId, CancellationToken cancel) => db.TryAgainAsync(() => TryAsync(movementId, cancel));

    private async Task<Outcome<Guid>> TryAsync(Guid movementId, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var movement = await db.StockMovements.AsNoTracking().FirstOrDefaultAsync(row => row.Id == movementId, cancel);
        if (movement is null) return new Problem("unknown_movement", "There is no such movement.", Kind: ProblemKind.NotFound);
        if (movement.CauseId is not null) return new Problem("not_by_hand", "Only what was booked by hand can be taken back here.", Kind: ProblemKind.Conflict);
        // The level's row is locked before looking, so that a double tap takes back once.
        await db.StockLevels.Where(level => level.VariantId == movement.VariantId).ExecuteUpdateAsync(level => level.SetProperty(one => one.OnHand, one => one.OnHand), cancel);
        if (await db.StockMovements.AnyAsync(row => row.CauseId == movementId, cancel)) return movement.VariantId;

        await ledger.MoveAsync([NewMovement.Back(movement)], cancel);
        await write.CommitAsync(cancel);
        return movement.VariantId;
    }
}
