using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory.Reserving;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>Something that should be ordered, and why. Quantities are in the unit it is bought in.</summary>
/// <param name="VariantId">The variant or material.</param>
/// <param name="IsMaterial">Whether it is a material.</param>
/// <param name="Sku">Its code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">The unit; nothing: pieces.</param>
/// <param name="OnHand">How much there is.</param>
/// <param name="Incoming">How much is still to come.</param>
/// <param name="Committed">How much is set aside.</param>
/// <param name="PerDay">How much leaves a day, over the last 90 days.</param>
/// <param name="LeadDays">How many days pass until it arrives.</param>
/// <param name="Point">At or under how much to order.</param>
/// <param name="Quantity">How much to order, in whole packs.</param>
/// <param name="Cost">What that costs as last paid, in minor units; nothing where it was never bought.</param>
/// <param name="SupplierId">Who it was bought from last.</param>
/// <param name="Supplier">What that is called.</param>
public sealed record ReorderItem(
    Guid VariantId, bool IsMaterial, string Sku, string Name, string? Unit, decimal OnHand, decimal Incoming, decimal Committed, decimal PerDay, int LeadDays, decimal Point, decimal Quantity, long? Cost, Guid? SupplierId, string? Supplier);

/// <summary>Finds what should be ordered now: what was bought before, or is a material, and will not last until more arrives.</summary>
public sealed class ReorderQuery(AppDb db, CurrentShop shop, MeasuredItems items, TimeProvider time)
{
    /// <summary>What to order, what runs out first coming first.</summary>
    public async Task<IReadOnlyList<ReorderItem>> RunAsync(CancellationToken cancel)
    {
        var since = shop.Facts.Zone.DayOf(time.GetUtcNow()).AddDays(-Reorder.Days);
        var (all, purchases) = (db.StockMovements, db.Purchases);
        var bought = await db.PurchaseLines.AsNoTracking().Join(purchases, line => line.PurchaseId, purchase => purchase.Id, (line, purchase) => new Bought(line, purchase.SupplierId, purchase.RecordedAt)).ToListAsync(cancel);
        var last = bought.GroupBy(one => one.Line.VariantId).ToDictionary(some => some.Key, some => some.MaxBy(one => one.At)!);
        var incoming = bought.GroupBy(one => one.Line.VariantId).ToDictionary(some => some.Key, some => some.Sum(one => one.Line.Incoming));
        var materials = db.VariantsAndMaterials.Where(variant => variant.Unit != null).Select(variant => variant.Id);
        var ids = last.Keys.ToList();
        var levels = await db.StockLevels.Where(level => ids.Contains(level.VariantId) || materials.Contains(level.VariantId)).ToDictionaryAsync(level => level.VariantId, level => level.OnHand, cancel);
        var left = (await all.Where(row => row.Day > since && (row.Reason == StockReason.Sold || row.Reason == StockReason.Used) && (ids.Contains(row.VariantId) || materials.Contains(row.VariantId)))
            .GroupBy(row => new { row.VariantId, row.Day }).Select(day => new { day.Key.VariantId, Quantity = -day.Sum(row => row.Quantity) }).ToListAsync(cancel)).ToLookup(day => day.VariantId, day => day.Quantity);
        var offered = (await items.AllAsync(cancel)).Where(item => levels.ContainsKey(item.VariantId) && left.Contains(item.VariantId));
        var committed = await db.Reservations.Where(one => one.ClosedAt == null).GroupBy(one => one.VariantId).ToDictionaryAsync(some => some.Key, some => some.Sum(one => one.Quantity), cancel);
        var suppliers = await db.Suppliers.AsNoTracking().ToDictionaryAsync(supplier => supplier.Id, cancel);
        return [.. offered.Select(item => ItemOf(item, levels[item.VariantId], incoming.GetValueOrDefault(item.VariantId), committed.GetValueOrDefault(item.VariantId), [.. left[item.VariantId]], last.GetValueOrDefault(item.VariantId), suppliers))
            .OfType<ReorderItem>().OrderBy(item => item.OnHand / item.PerDay).ThenBy(item => item.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private static ReorderItem? ItemOf(MeasuredItem item, long onHand, long incoming, long committed, IReadOnlyCollection<long> left, Bought? last, Dictionary<Guid, Supplier> suppliers)
    {
        var supplier = last?.SupplierId is { } id ? suppliers.GetValueOrDefault(id) : null;
        var (perDay, deviation) = Reorder.Of(left, Reorder.Days);
        var lead = supplier?.LeadDays ?? Supplier.UsualLeadDays;
        var point = Reorder.PointOf(perDay, deviation, lead);
        if (perDay <= 0 || onHand - committed + incoming > point) return null;
        var quantity = Reorder.QuantityOf(point, perDay, onHand - committed + incoming, item.PurchaseGrains ?? 1);
        var unit = item.PurchaseUnit?.Code;
        return new ReorderItem(
            item.VariantId, item.Unit is not null, item.Sku, item.Name, unit, item.QuantityIn(onHand, unit), item.QuantityIn(incoming, unit), item.QuantityIn(committed, unit), decimal.Max(0.000001m, item.QuantityIn((long)Math.Round(perDay * 1000), unit) / 1000), lead,
            item.QuantityIn(point, unit), item.QuantityIn(quantity, unit), last is null ? null : (long)((Int128)last.Line.Cost * quantity / last.Line.Quantity), supplier?.Id, supplier?.Name);
    }

    private sealed record Bought(PurchaseLine Line, Guid? SupplierId, DateTimeOffset At);
}
