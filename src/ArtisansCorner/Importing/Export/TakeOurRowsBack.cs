using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Facts;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Export;

/// <summary>
/// Takes back what an import of a shop's data brought, some at a time. Which rows those are is read in its file again, for most of them do not say who
/// brought them; sales, products and customers, which do, go with those of every import. What something else hangs on stays.
/// </summary>
internal sealed class TakeOurRowsBack(AppDb db, CurrentShop shop, FileStore files)
{
    private const int VariantsAtOnce = 50;
    private const int RowsAtOnce = 500;
    private readonly Queue<(OurTable? Table, List<Guid> Ids)> steps = new();
    private readonly Dictionary<OurTable, List<object>> settings = [];
    private readonly Dictionary<OurTable, List<Guid>> ids = [];
    private readonly HashSet<Guid> movements = [];
    private readonly HashSet<Guid> moved = [];

    /// <summary>Notes what of a round of the file is to go, its ids mapped; of settings of the shop those that it brought.</summary>
    public void Note(ImportDraft draft, IReadOnlyList<string> settingsMade)
    {
        foreach (var some in draft.Of<DraftRow>().GroupBy(row => row.Table))
        {
            if (settingsMade.Contains(some.Key.Name)) settings[some.Key] = [.. some.Select(row => row.Entity)];
            if (!ids.TryGetValue(some.Key, out var noted)) ids.Add(some.Key, noted = []);
            noted.AddRange(some.Select(row => row.Key));
            foreach (var movement in some.Select(row => row.Entity).OfType<StockMovement>())
            {
                movements.Add(movement.Id);
                moved.Add(movement.VariantId);
            }
        }
    }

    /// <summary>Begins with all that was noted.</summary>
    public void Begin()
    {
        foreach (var table in settings.Keys) steps.Enqueue((table, ids[table]));
        foreach (var some in moved.Chunk(VariantsAtOnce)) steps.Enqueue((null, [.. some]));
        foreach (var table in OurTables.All.Reverse().Where(table => table.HasId && ids.ContainsKey(table)))
        {
            foreach (var some in ids[table].Chunk(RowsAtOnce)) steps.Enqueue((table, [.. some]));
        }
    }

    /// <summary>Takes some back inside the transaction that is open; tells how many were looked at, 0 at the end.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!steps.TryDequeue(out var step)) return 0;
        if (step.Table is null) await UnmoveAsync(step.Ids, cancel);
        else if (settings.TryGetValue(step.Table, out var rows)) await step.Table.DeleteSameAsync(db, rows, cancel);
        else
        {
            if (step.Table is OurTable<Photo>) await DeletePicturesAsync(step.Ids, cancel);
            await step.Table.DeleteAsync(db, step.Ids, cancel);
        }

        return step.Ids.Count;
    }

    // Before the rows that name them: what is killed between finds them gone and goes on.
    private async Task DeletePicturesAsync(List<Guid> photos, CancellationToken cancel)
    {
        foreach (var photo in await db.Photos.AsNoTracking().Where(photo => photos.Contains(photo.Id)).ToListAsync(cancel))
        {
            files.Delete(shop.Id, photo.LargeFile);
            files.Delete(shop.Id, photo.SmallFile);
        }
    }

    // A level is the sum of its movements: all of a thing's movements go, or none where somebody moved it since.
    private async Task UnmoveAsync(List<Guid> variants, CancellationToken cancel)
    {
        var there = await db.StockMovements.Where(row => variants.Contains(row.VariantId)).Select(row => new { row.Id, row.VariantId, row.CauseId }).ToListAsync(cancel);
        var mine = there.GroupBy(row => row.VariantId).Where(rows => rows.All(row => movements.Contains(row.Id) || (row.CauseId is { } cause && movements.Contains(cause)))).Select(rows => rows.Key).ToList();
        await UncountedVariants.RemoveAsync(db, mine, cancel);
    }
}
