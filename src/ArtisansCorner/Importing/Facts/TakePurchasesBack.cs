using ArtisansCorner.Inventory;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>
/// Takes back the purchases of an import that nobody worked on since, inside the transaction that is open: what came of them leaves stock again,
/// and where nothing else ever moved a thing, it was never counted.
/// </summary>
internal sealed class TakePurchasesBack(AppDb db, StockLedger ledger)
{
    private const int AtOnce = 20;

    /// <summary>Takes some back; tells how many, 0 at the end.</summary>
    public async Task<int> RunAsync(Guid importId, CancellationToken cancel)
    {
        // What was changed, received further, taken back or called off by a person is theirs.
        var mine = await db.Purchases.AsNoTracking().Where(purchase => purchase.ImportId == importId && purchase.Version == 1).OrderBy(purchase => purchase.Number).Select(purchase => purchase.Id).Take(AtOnce).ToListAsync(cancel);
        if (mine.Count == 0) return 0;
        var (all, receipts) = (db.StockMovements, await db.Receipts.Where(receipt => mine.Contains(receipt.PurchaseId)).Select(receipt => receipt.Id).ToListAsync(cancel));
        var causes = receipts.ConvertAll(id => (Guid?)id);
        var came = await all.AsNoTracking().Where(row => causes.Contains(row.CauseId) && !all.Any(other => other.CauseId == row.Id)).OrderBy(row => row.Id).ToListAsync(cancel);
        var ids = came.Select(row => row.VariantId).Distinct().ToList();
        var moved = await all.Where(row => ids.Contains(row.VariantId) && !causes.Contains(row.CauseId)).Select(row => row.VariantId).Distinct().ToListAsync(cancel);
        var alone = ids.Except(moved).ToList();
        await UncountedVariants.RemoveAsync(db, alone, cancel);
        await ledger.MoveAsync([.. came.Where(row => !alone.Contains(row.VariantId)).Select(NewMovement.Back)], cancel);
        await db.Receipts.Where(receipt => mine.Contains(receipt.PurchaseId)).ExecuteDeleteAsync(cancel);
        await db.PurchaseLines.Where(line => mine.Contains(line.PurchaseId)).ExecuteDeleteAsync(cancel);
        return await db.Purchases.Where(purchase => mine.Contains(purchase.Id)).ExecuteDeleteAsync(cancel);
    }
}
