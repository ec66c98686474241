using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Brings purchases through the verb that pages use: freight, tax and discount are spread by value, and what came is booked in. One that is here stays as it is.</summary>
internal sealed class BringPurchases(AppDb db, CurrentShop shop, FindPurchases find, SavePurchase save, SaveSupplier suppliers, TakePurchasesBack takeBack) : IBringFacts
{
    private const int AtOnce = 20;
    private const int Shown = 5;

    public Task FindAsync(ImportDraft draft, Guid importId, CancellationToken cancel) => find.RunAsync(draft, importId, cancel);

    public FactCount? Count(ImportDraft draft)
    {
        var purchases = draft.Of<DraftPurchase>();
        var adding = purchases.Where(purchase => purchase.Presence != Presence.Here).ToList();
        return purchases.Count == 0 ? null : new FactCount("purchase", "purchases", adding.Count, purchases.Count - adding.Count, Examples: [.. adding.Take(Shown).Select(Words)]);
    }

    public async Task<IReadOnlyCollection<DateOnly>> WriteAsync(ImportDraft draft, ImportTurn turn, CancellationToken cancel)
    {
        var purchases = draft.Of<DraftPurchase>();
        if (purchases.Count == 0) return [];
        await find.RunAsync(draft, turn.ImportId, cancel);
        var adding = draft.Of<DraftPurchase>().Where(purchase => purchase.Presence == Presence.New).ToList();
        var written = 0;
        foreach (var some in adding.Chunk(AtOnce))
        {
            await db.TryAgainAsync(async () =>
            {
                var items = await find.ItemsAsync(some, cancel);
                await using var write = await db.BeginWriteAsync(cancel);
                await turn.SayAsync(written + some.Length, adding.Count, cancel);
                foreach (var purchase in some) await WriteAsync(purchase, items, turn.ImportId, cancel);
                await write.CommitAsync(cancel);
            });
            written += some.Length;
            db.ChangeTracker.Clear();
            await turn.TellAsync(cancel);
        }

        return [];
    }

    public Task<int> TakeBackAsync(Guid importId, int atMost, CancellationToken cancel) => takeBack.RunAsync(importId, cancel);

    public async Task<string?> KeptAsync(Guid importId, CancellationToken cancel) => await db.Purchases.CountAsync(purchase => purchase.ImportId == importId, cancel) switch
    {
        0 => null,
        1 => "1 purchase stays, because somebody worked on it.",
        var several => $"{ImportWords.Number(several)} purchases stay, because somebody worked on them.",
    };

    private async Task WriteAsync(DraftPurchase purchase, Dictionary<string, Variant> items, Guid importId, CancellationToken cancel)
    {
        var supplier = purchase.Supplier is null ? null : (Guid?)await SupplierAsync(purchase.Supplier, importId, cancel);
        // A thing stands in a purchase once.
        var lines = purchase.Lines.GroupBy(line => Variant.KeyOf(line.Code)).Select(same => LineOf(items[same.Key], same.Sum(line => line.Quantity), same.First().Unit, same.Sum(line => line.Cost)));
        var input = new NewPurchase([.. lines], supplier, purchase.Day, null, purchase.Reference, purchase.Freight ?? 0, purchase.Tax ?? 0, purchase.Discount ?? 0, purchase.Note);
        var made = await save.WriteAsync(input, purchase.Arrived is { } day ? new NewReceipt(At: shop.Facts.Zone.StartOf(day)) : null, importId, cancel);
        if (!made.Succeeded) throw new InvalidDataException(made.Problems[0].Message);
    }

    private static NewPurchaseLine LineOf(Variant item, decimal quantity, string? unit, long cost) =>
        item.Unit is null ? new NewPurchaseLine(VariantId: item.Id, Quantity: quantity, Unit: unit, Cost: cost) : new NewPurchaseLine(MaterialId: item.Id, Quantity: quantity, Unit: unit, Cost: cost);

    private async Task<Guid> SupplierAsync(string name, Guid importId, CancellationToken cancel)
    {
        var (id, isNew) = await suppliers.FindOrAddAsync(name, cancel);
        if (!isNew) return id;
        var import = await db.Imports.FirstAsync(row => row.Id == importId, cancel);
        var plan = ImportPlan.Of(import);
        import.Plan = (plan with { AlsoMade = [.. plan.AlsoMade, id] }).ToJson();
        return id;
    }

    private static string Words(DraftPurchase purchase) => $"{purchase.Supplier ?? "somewhere"}{(purchase.Reference is null ? "" : $" {purchase.Reference}")}";
}
