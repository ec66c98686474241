using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>Makes products again what they were before a change, as long as nobody changed them since.</summary>
public sealed class UndoChange(AppDb db, ChangeProduct change)
{
    /// <summary>Undoes one change; tells the product.</summary>
    public async Task<Outcome<Guid>> RunAsync(Guid changeId, CancellationToken cancel)
    {
        if (await db.ProductChanges.AsNoTracking().FirstOrDefaultAsync(row => row.Id == changeId, cancel) is not { } made) return Unknown;
        var undone = await change.RunAsync(() => UndoAsync(made, null, cancel), cancel);
        return undone.Succeeded ? made.ProductId : undone;
    }

    /// <summary>Undoes everything that was changed together; all of it or nothing. Tells the batch that undid it.</summary>
    public async Task<Outcome<Guid>> RunBatchAsync(Guid batchId, CancellationToken cancel) => await change.RunAsync(() => WriteBatchAsync(batchId, cancel), cancel);

    /// <summary>The same inside the transaction that is open.</summary>
    internal async Task<Outcome<Guid>> WriteBatchAsync(Guid batchId, CancellationToken cancel)
    {
        var made = await db.ProductChanges.AsNoTracking().Where(row => row.BatchId == batchId).OrderBy(row => row.ProductId).ToListAsync(cancel);
        if (made.Count == 0) return Unknown;
        var undoing = Guid.CreateVersion7();
        foreach (var one in made)
        {
            var undone = await UndoAsync(one, undoing, cancel);
            if (!undone.Succeeded) return undone;
        }

        return undoing;
    }

    private async Task<Outcome<Guid>> UndoAsync(ProductChange made, Guid? batchId, CancellationToken cancel)
    {
        var (before, after) = (ProductState.FromJson(made.Before), ProductState.FromJson(made.After));
        if (after.Variants.Count > before.Variants.Count)
            return new Problem("variant_added", $"A variant of {after.Name} came with that change, and may have been sold since. Change back by hand what you want.", Kind: ProblemKind.Conflict);
        var isAsMade = true;
        var undone = await change.WriteAsync(made.ProductId, null, now => (isAsMade = now.ToJson() == made.After) ? before.ToInput() : now.ToInput(), batchId, cancel);
        return isAsMade ? undone : new Problem("changed_since", $"{after.Name} was changed again since. Undo that first.", Kind: ProblemKind.Conflict);
    }

    internal static Problem Unknown => new("unknown_change", "There is no such change.", Kind: ProblemKind.NotFound);
}
