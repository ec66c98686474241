using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Changes prices, levels and counts of many items in one transaction: all of it or nothing, and all of it is undone at once.</summary>
public sealed class EditItems(AppDb db, CurrentShop shop, ChangeProduct change, UndoChange undo, StockLedger ledger, TimeProvider time)
{
    /// <summary>How many at once.</summary>
    public const int Most = 500;

    private const long MostPieces = 1_000_000_000;

    /// <summary>What was changed, or why nothing was.</summary>
    public async Task<Outcome<ItemsEdited>> RunAsync(IReadOnlyList<ItemEdit>? edits, CancellationToken cancel)
    {
        if (edits is null or { Count: 0 }) return new Problem("items_missing", "Which items?", "Items");
        if (edits.Count > Most) return new Problem("too_many_items", $"Up to {Most} items at once.", "Items");
        if (Check(edits) is { Count: > 0 } problems) return problems;
        var (batch, different) = (Guid.CreateVersion7(), new HashSet<Guid>());
        var done = await change.RunAsync(
            async () =>
            {
                different.Clear();
                return await WriteAsync(edits, batch, different, cancel);
            },
            cancel);
        return done.Succeeded ? new ItemsEdited(batch, different.Count) : done.Problems.ToList();
    }

    /// <summary>Makes items again what they were before they were changed together; all of it or nothing, and once.</summary>
    public Task<Outcome<Guid>> UndoAsync(Guid batchId, CancellationToken cancel) => change.RunAsync(
        async () =>
        {
            var counted = await db.StockMovements.AsNoTracking().Where(movement => movement.CauseId == batchId && movement.Reason == StockReason.Counted).ToListAsync(cancel);
            var changed = await db.ProductChanges.AnyAsync(row => row.BatchId == batchId, cancel) ? await undo.WriteBatchAsync(batchId, cancel) : counted.Count > 0 ? batchId : UndoChange.Unknown;
            if (!changed.Succeeded || counted.Count == 0) return changed;
            // Locked before looking, so that a double tap takes back once.
            await ledger.OnHandAsync([.. counted.Select(movement => movement.VariantId)], shop.Facts.Zone.DayOf(time.GetUtcNow()), cancel);
            var ids = counted.ConvertAll(movement => (Guid?)movement.Id);
            if (!await db.StockMovements.AnyAsync(movement => ids.Contains(movement.CauseId), cancel)) await ledger.MoveAsync([.. counted.Select(NewMovement.Back)], cancel);
            return changed;
        },
        cancel);

    private async Task<Outcome<Guid>> WriteAsync(IReadOnlyList<ItemEdit> edits, Guid batch, HashSet<Guid> different, CancellationToken cancel)
    {
        var ids = edits.Select(edit => edit.VariantId).ToList();
        var products = await db.Variants.Where(variant => ids.Contains(variant.Id)).ToDictionaryAsync(variant => variant.Id, variant => variant.ProductId, cancel);
        if (edits.Index().FirstOrDefault(edit => !products.ContainsKey(edit.Item.VariantId)) is { Item: not null } unknown) return new Problem("unknown_variant", "There is no such variant.", $"Items[{unknown.Index}].VariantId");
        foreach (var of in edits.Where(edit => edit.Price is not null || edit.Threshold is not null).GroupBy(edit => products[edit.VariantId]).OrderBy(of => of.Key))
        {
            var byVariant = of.ToDictionary(edit => edit.VariantId);
            var written = await change.WriteAsync(of.Key, null, now => Changed(now, byVariant, different), batch, cancel);
            if (!written.Succeeded) return written;
        }

        await CountAsync([.. edits.Where(edit => edit.OnHand is not null)], batch, different, cancel);
        return batch;
    }

    private async Task CountAsync(List<ItemEdit> counted, Guid batch, HashSet<Guid> different, CancellationToken cancel)
    {
        if (counted.Count == 0) return;
        var now = time.GetUtcNow();
        var today = shop.Facts.Zone.DayOf(now);
        var there = await ledger.OnHandAsync([.. counted.Select(edit => edit.VariantId)], today, cancel);
        // Counting what nobody ever counted says something, even that there are none.
        var wrong = counted.FindAll(edit => there[edit.VariantId] != edit.OnHand);
        await ledger.MoveAsync([.. wrong.Select(edit => new NewMovement(edit.VariantId, edit.OnHand!.Value - (there[edit.VariantId] ?? 0), StockReason.Counted, now, today, CauseId: batch))], cancel);
        different.UnionWith(wrong.Select(edit => edit.VariantId));
    }

    private static NewProduct Changed(ProductState now, Dictionary<Guid, ItemEdit> edits, HashSet<Guid> different)
    {
        var input = now.ToInput();
        return input with { Variants = [.. input.Variants!.Select(variant => edits.TryGetValue(variant.Id!.Value, out var edit) ? Changed(variant, edit, different) : variant)] };
    }

    private static NewVariant Changed(NewVariant variant, ItemEdit edit, HashSet<Guid> different)
    {
        var changed = variant with { Price = edit.Price ?? variant.Price, Threshold = edit.Threshold is { } low ? low < 0 ? null : low : variant.Threshold };
        if (changed != variant) different.Add(edit.VariantId);
        return changed;
    }

    private static List<Problem> Check(IReadOnlyList<ItemEdit> edits)
    {
        List<Problem> problems = [];
        foreach (var (index, edit) in edits.Index())
        {
            var field = $"Items[{index}].";
            if (edit.Price is < 0 or > Amounts.Most) problems.Add(new("price_out_of_range", "A price is zero or more, and under a billion.", field + "Price"));
            if (edit.Threshold > ProductRules.MostThreshold) problems.Add(new("threshold_out_of_range", "That is more than anybody has.", field + "Threshold"));
            if (edit.OnHand is < 0 or > MostPieces) problems.Add(new("quantity_out_of_range", "A count is zero or more, and at most a billion.", field + "OnHand"));
        }

        var seen = new HashSet<Guid>();
        foreach (var (index, edit) in edits.Index())
        {
            if (!seen.Add(edit.VariantId)) problems.Add(new("item_twice", "This item is there twice.", $"Items[{index}].VariantId"));
        }

        return problems;
    }
}
