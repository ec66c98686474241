using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Inventory;
using ArtisansCorner.Making;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>
/// Brings materials; one that is here, by its code or else its exact name, is only completed where it says nothing of its category or of when it is low,
/// and counted where it never was. What a person typed stays.
/// </summary>
internal sealed class BringMaterials(AppDb db, CurrentShop shop, FindMaterials find, CreateMaterial create, ChangeMaterial change, StockLedger ledger, TimeProvider time) : IBringFacts
{
    private const int AtOnce = 100;
    private const int Shown = 5;

    public InRounds Rounds => InRounds.BeforeSales;

    public Task FindAsync(ImportDraft draft, Guid importId, CancellationToken cancel) => find.RunAsync(draft.Of<DraftMaterial>(), importId, cancel);

    public async Task<Problem?> RefuseAsync(ImportDraft draft, CancellationToken cancel)
    {
        var adding = draft.Of<DraftMaterial>().Count(material => material.Presence == Presence.New);
        return adding > 0 && adding + await db.VariantsAndMaterials.CountAsync(variant => variant.Unit != null, cancel) > CreateMaterial.Most ? new Problem("too_many_materials", $"A shop has at most {CreateMaterial.Most} materials.") : null;
    }

    public FactCount? Count(ImportDraft draft)
    {
        var materials = draft.Of<DraftMaterial>();
        var adding = materials.Where(material => material.Presence != Presence.Here).ToList();
        var completes = materials.Count(material => material is { Presence: Presence.Here, Completes: true });
        return materials.Count == 0 ? null : new FactCount("material", "materials", adding.Count, materials.Count - adding.Count - completes, completes, Examples: [.. adding.Take(Shown).Select(material => material.Name)]);
    }

    public long StockOffered(ImportDraft draft) => draft.Of<DraftMaterial>().Count(material => material is { OnHand: >= 0, IsUncounted: true });

    public async Task<IReadOnlyCollection<DateOnly>> WriteAsync(ImportDraft draft, ImportTurn turn, CancellationToken cancel)
    {
        var materials = draft.Of<DraftMaterial>();
        if (materials.Count == 0) return [];
        var takeStock = ImportPlan.Of(await db.Imports.AsNoTracking().FirstAsync(import => import.Id == turn.ImportId, cancel)).Choices.TakeStock;
        var written = 0;
        foreach (var some in materials.Chunk(AtOnce))
        {
            // Someone may write one of these at this very moment: theirs stands.
            await db.TryAgainAsync(async () =>
            {
                await FindAsync(draft, turn.ImportId, cancel);
                await using var write = await db.BeginWriteAsync(cancel);
                await turn.SayAsync(written + some.Length, materials.Count, cancel);
                foreach (var material in some.Where(material => material.Presence == Presence.New)) material.VariantId = await MakeAsync(material, turn.ImportId, cancel);
                foreach (var material in some.Where(material => material is { Presence: Presence.Here, Completes: true }))
                    await change.CompleteAsync(material.VariantId!.Value, now => (now.Category ?? material.Category, now.Variants[0].Threshold ?? material.Threshold), turn.ImportId, cancel);
                if (takeStock) await TakeStockAsync(some, turn.ImportId, cancel);
                await write.CommitAsync(cancel);
            });
            written += some.Length;
            db.ChangeTracker.Clear();
            await turn.TellAsync(cancel);
        }

        return [];
    }

    // The products of an import go with those of its sales, and what it counted with what it counted of products.
    public Task<int> TakeBackAsync(Guid importId, int atMost, CancellationToken cancel) => Task.FromResult(0);

    public async Task<string?> KeptAsync(Guid importId, CancellationToken cancel) => await db.ProductsAndMaterials.CountAsync(product => product.IsMaterial && product.ImportId == importId, cancel) switch
    {
        0 => null,
        1 => "1 material stays, because something else uses it or somebody worked on it.",
        var several => $"{ImportWords.Number(several)} materials stay, because something else uses them or somebody worked on them.",
    };

    private async Task<Guid> MakeAsync(DraftMaterial material, Guid importId, CancellationToken cancel)
    {
        var made = await create.WriteAsync(new NewMaterial(material.Name, material.Units.Use.Code, Sku: material.Code, Category: material.Category), material.Units, material.Threshold, importId, cancel);
        return made.Succeeded ? made.Value : throw new InvalidDataException(made.Problems[0].Message);
    }

    private async Task TakeStockAsync(IReadOnlyList<DraftMaterial> some, Guid importId, CancellationToken cancel)
    {
        var (now, day) = (time.GetUtcNow(), shop.Facts.Zone.DayOf(time.GetUtcNow()));
        var ids = some.Where(material => material is { OnHand: >= 0, IsUncounted: true }).Select(material => material.VariantId!.Value).ToList();
        var counted = (await db.StockLevels.Where(level => ids.Contains(level.VariantId)).Select(level => level.VariantId).ToListAsync(cancel)).ToHashSet();
        await ledger.MoveAsync(
            [.. some.Where(material => material is { OnHand: >= 0, IsUncounted: true } && !counted.Contains(material.VariantId!.Value)).Select(material =>
                new NewMovement(material.VariantId!.Value, material.OnHand!.Value, StockReason.Counted, now, day, importId, Cost: material.Cost))],
            cancel);
    }
}
