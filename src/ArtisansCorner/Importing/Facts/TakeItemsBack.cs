using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Making;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>
/// Takes back what an import did to products and materials that were here and to counts, inside the transaction that is open: a field that was completed goes back
/// unless it was changed since. The products that it made go afterwards, with those of its sales.
/// </summary>
internal sealed class TakeItemsBack(AppDb db, ChangeProduct change, ChangeMaterial material, StockLedger ledger)
{
    private const int AtOnce = 50;

    /// <summary>Takes some back; tells how many, 0 at the end.</summary>
    public async Task<int> RunAsync(Guid importId, CancellationToken cancel) =>
        await UncountAsync(importId, cancel) is > 0 and var counted ? counted : await UncompleteAsync(importId, cancel);

    private async Task<int> UncountAsync(Guid importId, CancellationToken cancel)
    {
        var all = db.StockMovements;
        var mine = await all.AsNoTracking().Where(row => row.CauseId == importId && !all.Any(other => other.CauseId == row.Id)).OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancel);
        var ids = mine.ConvertAll(row => row.VariantId);
        var alone = await all.Where(row => ids.Contains(row.VariantId)).GroupBy(row => row.VariantId).Where(rows => rows.Count() == 1).Select(rows => rows.Key).ToListAsync(cancel);
        // What nothing else moved was never counted.
        await UncountedVariants.RemoveAsync(db, alone, cancel);
        await ledger.MoveAsync([.. mine.Where(row => !alone.Contains(row.VariantId)).Select(NewMovement.Back)], cancel);
        return mine.Count;
    }

    private async Task<int> UncompleteAsync(Guid importId, CancellationToken cancel)
    {
        var made = await db.ProductChanges.AsNoTracking().Where(row => row.BatchId == importId).OrderBy(row => row.Id).Take(AtOnce).ToListAsync(cancel);
        foreach (var one in made)
        {
            var (before, after) = (ProductState.FromJson(one.Before), ProductState.FromJson(one.After));
            if (before.MeasuredIn is not null)
            {
                await material.CompleteAsync(before.Variants[0].Id, now => BackOfMaterial(now, before, after), null, cancel);
                continue;
            }

            await change.WriteAsync(one.ProductId, null, now => Back(now, before, after), null, cancel);
            var added = after.Variants.Select(variant => variant.Id).Except(before.Variants.Select(variant => variant.Id)).ToList();
            await UnusedVariants.Of(db).Where(variant => added.Contains(variant.Id)).ExecuteDeleteAsync(cancel);
        }

        var ids = made.ConvertAll(one => one.Id);
        // Told in the history by what took it back.
        await db.ProductChanges.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(row => row.SetProperty(one => one.BatchId, (Guid?)null), cancel);
        return made.Count;
    }

    private static NewProduct Back(ProductState now, ProductState before, ProductState after) => now.ToInput() with
    {
        Category = now.Category == after.Category ? before.Category ?? "" : now.Category ?? "",
        Description = now.Description == after.Description ? before.Description ?? "" : now.Description ?? "",
        MakerId = (now.MakerId == after.MakerId ? before.MakerId : now.MakerId) ?? Guid.Empty,
        Tags = now.Tags.SequenceEqual(after.Tags) ? before.Tags : now.Tags,
        Variants = [.. now.ToInput().Variants!.Select(row => Back(row, before.Variants.FirstOrDefault(one => one.Id == row.Id), after.Variants.FirstOrDefault(one => one.Id == row.Id)))],
    };

    private static (string? Category, long? Threshold) BackOfMaterial(ProductState now, ProductState before, ProductState after) => (
        now.Category == after.Category ? before.Category : now.Category,
        now.Variants[0].Threshold == after.Variants[0].Threshold ? before.Variants[0].Threshold : now.Variants[0].Threshold);

    private static NewVariant Back(NewVariant now, VariantItem? before, VariantItem? after) => before is null || after is null ? now : now with
    {
        Price = now.Price == after.Price ? before.Price : now.Price,
        Threshold = now.Threshold == after.Threshold ? before.Threshold : now.Threshold,
        Barcode = now.Barcode == (after.Barcode ?? "") ? before.Barcode ?? "" : now.Barcode,
    };
}
