using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>
/// Finds the purchases of a file among those that are here: by supplier and number; without a number by supplier, day and what was bought. Leaves out,
/// with the reason, what names a code that neither the shop nor the upload knows, does not fit its unit, or came in a closed period.
/// </summary>
internal sealed class FindPurchases(AppDb db, ClosedPeriods periods)
{
    /// <summary>Fills in what is here.</summary>
    public async Task RunAsync(ImportDraft draft, Guid importId, CancellationToken cancel)
    {
        var purchases = draft.Of<DraftPurchase>();
        if (purchases.Count == 0) return;
        var items = await ItemsAsync(purchases, cancel);
        Reject(draft, items, ComingIn(draft), await periods.ThroughAsync(cancel));
        var here = await HereAsync(purchases, cancel);
        foreach (var purchase in draft.Of<DraftPurchase>())
        {
            var known = here[KeyOf(purchase.Supplier)].FirstOrDefault(one => IsSame(purchase, one, items));
            purchase.Presence = known is null ? Presence.New : known.ImportId == importId ? Presence.Written : Presence.Here;
        }
    }

    /// <summary>The materials and variants of these codes, as the shop has them now; a material goes before a product of the same code.</summary>
    public async Task<Dictionary<string, Variant>> ItemsAsync(IEnumerable<DraftPurchase> purchases, CancellationToken cancel)
    {
        var keys = purchases.SelectMany(purchase => purchase.Lines).Select(line => Variant.KeyOf(line.Code)).Distinct().ToList();
        var found = await db.VariantsAndMaterials.AsNoTracking().Where(variant => keys.Contains(variant.SkuKey)).ToListAsync(cancel);
        return found.OrderBy(variant => variant.Unit is null).DistinctBy(variant => variant.SkuKey).ToDictionary(variant => variant.SkuKey);
    }

    // What stands in the same upload is here by the time purchases are written.
    private static Predicate<string> ComingIn(ImportDraft draft) => key => draft.Codes.Has(key) || draft.MaterialCodes.Has(key) || draft.Products.IsUsed(key);

    private static void Reject(ImportDraft draft, Dictionary<string, Variant> items, Predicate<string> coming, DateOnly? closed)
    {
        HashSet<DraftPurchase> left = [];
        foreach (var purchase in draft.Of<DraftPurchase>())
        {
            var wrong = purchase.Lines.Select(line => (line.Row, Reason: ReasonOf(line, items, coming))).FirstOrDefault(line => line.Reason is not null);
            // One thing is one line of a purchase, in one unit.
            if (wrong.Reason is null && purchase.Lines.GroupBy(line => Variant.KeyOf(line.Code)).FirstOrDefault(same => same.DistinctBy(line => line.Unit).Skip(1).Any()) is { } twice) wrong = (twice.Last().Row, Reasons.UnitMisfit);
            if (wrong.Reason is null && purchase.Arrived <= closed) wrong = (purchase.Lines[0].Row, Reasons.ClosedPeriod);
            if (wrong.Reason is null) continue;
            left.Add(purchase);
            draft.Rejections.AddRange(purchase.Lines.Select(line => new Rejection(line.Row, line.Row == wrong.Row ? wrong.Reason : Reasons.OrderSpoiled)));
        }

        if (left.Count == 0) return;
        draft.Remove<DraftPurchase>(left.Contains);
        draft.Rejections.Sort();
    }

    private static string? ReasonOf(DraftPurchaseLine line, Dictionary<string, Variant> items, Predicate<string> coming)
    {
        var key = Variant.KeyOf(line.Code);
        if (!items.TryGetValue(key, out var item)) return coming(key) ? null : Reasons.UnknownCode;
        var measured = ItemOf(item).Measure(line.Quantity, line.Unit ?? item.PurchaseUnit, "");
        return measured is { Succeeded: true, Value: > 0 } ? null : !measured.Succeeded && measured.Problems[0].Code == "no_conversion" ? Reasons.UnitMisfit : Reasons.BadQuantity;
    }

    private async Task<ILookup<string, Known>> HereAsync(IReadOnlyList<DraftPurchase> purchases, CancellationToken cancel)
    {
        var suppliers = await db.Suppliers.ToDictionaryAsync(supplier => supplier.Id, supplier => supplier.NameKey, cancel);
        var wanted = purchases.Select(purchase => KeyOf(purchase.Supplier)).ToHashSet();
        var days = purchases.Select(purchase => purchase.Day).Distinct().ToList();
        var references = purchases.Select(purchase => purchase.Reference).OfType<string>().Distinct().ToList();
        var rows = await db.Purchases.AsNoTracking().Where(purchase => days.Contains(purchase.OrderedOn) || references.Contains(purchase.Reference!))
            .Select(purchase => new { purchase.Id, purchase.SupplierId, purchase.Reference, purchase.OrderedOn, purchase.ImportId }).ToListAsync(cancel);
        var ids = rows.ConvertAll(row => row.Id);
        var lines = (await db.PurchaseLines.AsNoTracking().Where(line => ids.Contains(line.PurchaseId)).ToListAsync(cancel)).ToLookup(line => line.PurchaseId);
        return rows.Select(row => new Known(row.SupplierId is { } supplier ? suppliers[supplier] : "", row.Reference, row.OrderedOn, row.ImportId, [.. lines[row.Id].Select(line => (line.VariantId, line.Cost)).Order()]))
            .Where(row => wanted.Contains(row.Supplier)).ToLookup(row => row.Supplier);
    }

    private static bool IsSame(DraftPurchase purchase, Known known, Dictionary<string, Variant> items)
    {
        if (purchase.Reference is { } reference) return string.Equals(known.Reference, reference, StringComparison.OrdinalIgnoreCase);
        if (known.Reference is not null || known.Day != purchase.Day) return false;
        var bought = purchase.Lines.Select(line => (Id: items.GetValueOrDefault(Variant.KeyOf(line.Code))?.Id ?? Guid.Empty, line.Cost)).GroupBy(line => line.Id).Select(same => (same.Key, same.Sum(line => line.Cost)));
        return bought.Order().SequenceEqual(known.Lines);
    }

    private static MeasuredItem ItemOf(Variant variant) => new(
        variant.Id, variant.ProductId, variant.Sku, variant.Sku, variant.Price, Unit.Find(variant.Unit), Unit.Find(variant.PurchaseUnit), variant.PurchaseGrains, false);

    private static string KeyOf(string? supplier) => supplier is null ? "" : Supplier.KeyOf(supplier);

    private sealed record Known(string Supplier, string? Reference, DateOnly Day, Guid? ImportId, List<(Guid VariantId, long Cost)> Lines);
}
