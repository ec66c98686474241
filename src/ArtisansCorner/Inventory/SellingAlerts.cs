using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Open alerts with what each item sells, the worst first.</summary>
public sealed class SellingAlerts(AppDb db, CurrentShop shop, AlertQuery alerts, TimeProvider time)
{
    private const int Most = 100;

    /// <summary>Those of these ids that are open still; of no ids in particular, those that are open and not snoozed.</summary>
    public async Task<IReadOnlyList<SellingAlert>> RunAsync(IReadOnlyCollection<Guid>? ids, CancellationToken cancel)
    {
        var open = (await alerts.ListAsync(all: false, null, Most, cancel)).Items.Where(alert => ids is null || ids.Contains(alert.Id)).ToList();
        var (variants, since) = (open.Select(alert => alert.VariantId).ToList(), shop.Facts.Zone.StartOf(shop.Facts.Zone.DayOf(time.GetUtcNow()).AddDays(1 - SellingAlert.Days)));
        var sold = await db.StockMovements.Where(movement => variants.Contains(movement.VariantId) && movement.At >= since && (movement.Reason == StockReason.Sold || movement.Reason == StockReason.Returned))
            .GroupBy(movement => movement.VariantId).Select(some => new { some.Key, Pieces = -some.Sum(movement => movement.Quantity) }).ToDictionaryAsync(one => one.Key, one => one.Pieces, cancel);
        return [.. open.OrderByDescending(alert => alert.Kind).ThenByDescending(alert => alert.RaisedAt).Select(alert => new SellingAlert(alert, sold.GetValueOrDefault(alert.VariantId)))];
    }
}
