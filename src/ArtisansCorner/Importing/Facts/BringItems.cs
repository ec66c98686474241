using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Brings products with their choices. One that is here is only completed where it says nothing; what a person typed stays.</summary>
internal sealed class BringItems(AppDb db, FindItems find, CodeItems code, WriteItems write, TakeItemsBack takeBack) : IBringFacts
{
    private const int AtOnce = 100;
    private const int Tries = 5;

    public InRounds Rounds => InRounds.BeforeSales;

    public Task FindAsync(ImportDraft draft, Guid importId, CancellationToken cancel) => find.RunAsync(draft.Of<DraftItem>(), importId, cancel);

    public FactCount? Count(ImportDraft draft)
    {
        var here = draft.Of<DraftItem>().Where(item => item.Presence == Presence.Here).ToList();
        var completes = here.Count(item => item.Completes);
        return here.Count == 0 ? null : new FactCount("product", "products", 0, here.Count - completes, completes);
    }

    public long StockOffered(ImportDraft draft) => draft.Of<DraftItem>().SelectMany(item => item.Variants).Count(variant => variant is { Quantity: >= 0, IsUncounted: true });

    public async Task<IReadOnlyCollection<DateOnly>> WriteAsync(ImportDraft draft, ImportTurn turn, CancellationToken cancel)
    {
        var items = draft.Of<DraftItem>();
        if (items.Count == 0) return [];
        var choices = ImportPlan.Of(await db.Imports.AsNoTracking().FirstAsync(import => import.Id == turn.ImportId, cancel)).Choices;
        var written = 0;
        foreach (var some in items.Chunk(AtOnce))
        {
            written += some.Length;
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await using var transaction = await db.BeginWriteAsync(cancel);
                    await turn.SayAsync(written, items.Count, cancel);
                    await write.RunAsync(some, draft.Codes, choices, turn.ImportId, cancel);
                    await transaction.CommitAsync(cancel);
                    break;
                }
                catch (Exception problem) when ((db.Engine.IsDuplicate(problem) || db.Engine.IsDeadlock(problem) || problem is DbUpdateConcurrencyException) && attempt < Tries)
                {
                    // Someone wrote one of these at this very moment: theirs is completed.
                    db.ChangeTracker.Clear();
                    code.Forget();
                    await find.AnewAsync(some, turn.ImportId, cancel);
                }
            }

            db.ChangeTracker.Clear();
            await turn.TellAsync(cancel);
        }

        return [];
    }

    public Task<int> TakeBackAsync(Guid importId, int atMost, CancellationToken cancel) => takeBack.RunAsync(importId, cancel);

    public async Task<string?> KeptAsync(Guid importId, CancellationToken cancel) => await db.Products.CountAsync(product => product.ImportId == importId, cancel) switch
    {
        0 => null,
        1 => "1 product stays, because something else uses it or somebody worked on it.",
        var several => $"{ImportWords.Number(several)} products stay, because something else uses them or somebody worked on them.",
    };
}
