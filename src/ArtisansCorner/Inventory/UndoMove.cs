using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Carries pieces back that were carried from one place to another, by two further movements; it can be taken back once.</summary>
public sealed class UndoMove(AppDb db, StockLedger ledger)
{
    /// <summary>The variant that moved back, or what is wrong.</summary>
    public Task<Outcome<Guid>> RunAsync(Guid moveId, CancellationToken cancel) => db.TryAgainAsync(() => TryAsync(moveId, cancel));

    private async Task<Outcome<Guid>> TryAsync(Guid moveId, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var moved = await db.StockMovements.AsNoTracking().Where(row => row.CauseId == moveId && row.Reason == StockReason.Moved).OrderBy(row => row.Id).ToListAsync(cancel);
        // What takes a move back has a movement for its cause; it is no move itself.
        if (moved.Count != 2) return new Problem("unknown_move", "There is no such move.", Kind: ProblemKind.NotFound);
        var (variantId, first) = (moved[0].VariantId, moved[0].Id);
        // The level's row is locked before looking, so that a double tap takes back once.
        await db.StockLevels.Where(level => level.VariantId == variantId).ExecuteUpdateAsync(level => level.SetProperty(one => one.OnHand, one => one.OnHand), cancel);
        if (await db.StockMovements.AnyAsync(row => row.CauseId == first, cancel)) return variantId;
        await ledger.MoveAsync([.. moved.Select(NewMovement.Back)], cancel);
        await write.CommitAsync(cancel);
        return variantId;
    }
}
