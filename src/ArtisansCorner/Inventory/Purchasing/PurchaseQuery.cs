using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>Finds purchases and suppliers.</summary>
public sealed class PurchaseQuery(AppDb db, MeasuredItems items)
{
    /// <summary>Purchases, the latest first; only those that are still awaited, or of one supplier, where that is asked.</summary>
    public async Task<Paged<PurchaseItem>> ListAsync(bool awaited, Guid? supplierId, Cursor? after, int limit, CancellationToken cancel)
    {
        var (purchases, lines) = (db.Purchases.AsNoTracking(), db.PurchaseLines);
        if (awaited) purchases = purchases.Where(purchase => lines.Any(line => line.PurchaseId == purchase.Id && line.Incoming > 0));
        if (supplierId is not null) purchases = purchases.Where(purchase => purchase.SupplierId == supplierId);
        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            purchases = purchases.Where(purchase => purchase.RecordedAt < at || (purchase.RecordedAt == at && purchase.Id < id));
        }

        var rows = await purchases.OrderByDescending(purchase => purchase.RecordedAt).ThenByDescending(purchase => purchase.Id).Take(limit + 1).ToListAsync(cancel);
        var page = Paging.Cut(rows, limit, purchase => new Cursor(purchase.RecordedAt, purchase.Id));
        return new Paged<PurchaseItem>(await ItemsAsync(page.Items, cancel), page.Next);
    }

    /// <summary>One purchase, or nothing.</summary>
    public async Task<PurchaseItem?> FindAsync(Guid id, CancellationToken cancel) =>
        (await ItemsAsync(await db.Purchases.AsNoTracking().Where(purchase => purchase.Id == id).ToListAsync(cancel), cancel)).FirstOrDefault();

    /// <summary>The suppliers, by name; those that were put away too where that is asked.</summary>
    public async Task<IReadOnlyList<Supplier>> SuppliersAsync(bool all, CancellationToken cancel) =>
        await db.Suppliers.AsNoTracking().Where(supplier => all || supplier.PutAwayAt == null).OrderBy(supplier => supplier.NameKey).ToListAsync(cancel);

    private async Task<List<PurchaseItem>> ItemsAsync(IReadOnlyList<Purchase> purchases, CancellationToken cancel)
    {
        var ids = purchases.Select(purchase => purchase.Id).ToList();
        var suppliers = await db.Suppliers.Where(supplier => purchases.Select(purchase => purchase.SupplierId).Contains(supplier.Id)).ToDictionaryAsync(supplier => supplier.Id, supplier => supplier.Name, cancel);
        var lines = (await db.PurchaseLines.AsNoTracking().Where(line => ids.Contains(line.PurchaseId)).OrderBy(line => line.Place).ToListAsync(cancel)).ToLookup(line => line.PurchaseId);
        var receipts = await db.Receipts.AsNoTracking().Where(receipt => ids.Contains(receipt.PurchaseId)).OrderByDescending(receipt => receipt.At).ThenByDescending(receipt => receipt.Id).ToListAsync(cancel);
        var causes = receipts.Select(receipt => (Guid?)receipt.Id).ToList();
        var all = db.StockMovements;
        // What was booked in again at another cost came once; what was taken back came too.
        var came = (await all.AsNoTracking().Where(row => causes.Contains(row.CauseId)).OrderBy(row => row.RecordedAt).ToListAsync(cancel)).ToLookup(row => row.CauseId);
        var places = await db.Locations.ToDictionaryAsync(place => place.Id, place => place.Name, cancel);
        var named = await items.OfAsync([.. lines.SelectMany(of => of).Select(line => line.VariantId).Distinct()], cancel);
        return [.. purchases.Select(purchase => ToItem(
            purchase, purchase.SupplierId is { } supplier ? suppliers.GetValueOrDefault(supplier) : null, [.. lines[purchase.Id]],
            [.. receipts.Where(receipt => receipt.PurchaseId == purchase.Id).Select(receipt => ToItem(receipt, places[receipt.LocationId], came[receipt.Id], [.. lines[purchase.Id]], named))], named))];
    }

    private static ReceiptItem ToItem(Receipt receipt, string place, IEnumerable<StockMovement> came, List<PurchaseLine> lines, Dictionary<Guid, MeasuredItem> named) => new(
        receipt.Id, receipt.At, place,
        [.. lines.Select(line => (line, Row: came.LastOrDefault(row => row.VariantId == line.VariantId))).Where(pair => pair.Row is not null).Select(pair =>
        {
            var (item, unit) = (named[pair.line.VariantId], pair.line.Unit);
            return new ReceivedItem(item.VariantId, item.Name, item.QuantityIn(pair.Row!.Quantity, unit), unit, pair.Row.Cost ?? 0);
        })],
        receipt.TakenBackAt);

    private static PurchaseItem ToItem(Purchase purchase, string? supplier, List<PurchaseLine> lines, IReadOnlyList<ReceiptItem> receipts, Dictionary<Guid, MeasuredItem> named)
    {
        var landed = LandedCost.Of([.. lines.Select(line => line.Cost)], purchase.Freight, purchase.Tax, purchase.Discount);
        return new PurchaseItem(
            purchase.Id, purchase.Number, purchase.SupplierId, supplier, StateOf(purchase, lines), purchase.OrderedOn, purchase.ExpectedOn, purchase.Reference,
            [.. lines.Select((line, index) =>
            {
                var item = named[line.VariantId];
                return new PurchaseLineItem(
                    line.VariantId, item.Unit is not null, item.Sku, item.Name, item.QuantityIn(line.Quantity, line.Unit), line.Unit, line.Cost, landed[index],
                    item.QuantityIn(line.Received, line.Unit), item.QuantityIn(line.Incoming, line.Unit));
            })],
            purchase.Freight, purchase.Tax, purchase.Discount, landed.Sum(), purchase.Note, receipts, purchase.Version);
    }

    private static PurchaseState StateOf(Purchase purchase, List<PurchaseLine> lines) =>
        lines.TrueForAll(line => line.Received == 0) ? purchase.CancelledAt is null ? PurchaseState.Ordered : PurchaseState.Cancelled
        : lines.Exists(line => line.Incoming > 0) ? PurchaseState.PartlyReceived : PurchaseState.Received;
}
