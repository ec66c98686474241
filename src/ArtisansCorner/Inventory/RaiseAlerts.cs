using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Raises an item's alert once when it becomes low, makes it worse while it does, resolves it when stock is back.</summary>
public sealed class RaiseAlerts(AppDb db, CurrentShop shop, Outbox outbox, TimeProvider time)
{
    /// <summary>What an item with so many pieces is; nothing when it is well stocked.</summary>
    public static AlertKind? KindOf(long onHand, long threshold) => onHand switch
    {
        < 0 => AlertKind.Negative,
        0 => AlertKind.Out,
        _ => onHand <= threshold ? AlertKind.Low : null,
    };

    /// <summary>Looks at one item whose level is locked by the transaction that is open.</summary>
    public async Task RunAsync(Guid variantId, long onHand, CancellationToken cancel)
    {
        var threshold = await db.Variants.Where(variant => variant.Id == variantId).Select(variant => variant.Threshold).FirstAsync(cancel) ?? shop.Facts.DefaultThreshold;
        var open = db.StockAlerts.Where(alert => alert.VariantId == variantId && alert.ResolvedAt == null);
        if (KindOf(onHand, threshold) is not { } kind)
        {
            await open.ExecuteUpdateAsync(row => row.SetProperty(alert => alert.ResolvedAt, time.GetUtcNow()).SetProperty(alert => alert.OnHand, onHand), cancel);
            return;
        }

        var known = await open.ExecuteUpdateAsync(
            row => row.SetProperty(alert => alert.Kind, kind).SetProperty(alert => alert.OnHand, onHand).SetProperty(alert => alert.Threshold, threshold), cancel);
        if (known > 0) return;
        var alertId = Guid.CreateVersion7();
        db.StockAlerts.Add(new StockAlert
        {
            Id = alertId, ShopId = shop.Id, VariantId = variantId, Kind = kind, OnHand = onHand, Threshold = threshold, RaisedAt = time.GetUtcNow(),
        });
        outbox.Add(new StockLow(alertId));
        // At once, so that a second line of the same sale finds it.
        await db.SaveChangesAsync(cancel);
    }
}
