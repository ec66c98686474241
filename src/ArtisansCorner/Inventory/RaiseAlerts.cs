using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Raises an item's alert once when it becomes low, in the shop or in a place, makes it worse while it does, resolves it when stock is back.</summary>
public sealed class RaiseAlerts(AppDb db, CurrentShop shop, Outbox outbox, TimeProvider time)
{
    /// <summary>What an item with so many pieces is; nothing when it is as it should be: what is made to order, put together or retired never runs out, and of one of a kind there is one or none.</summary>
    public static AlertKind? KindOf(long onHand, long threshold, ProductStatus status) => (status, onHand) switch
    {
        (ProductStatus.MadeToOrder or ProductStatus.Kit or ProductStatus.Retired, _) => null,
        (_, < 0) => AlertKind.Negative,
        (ProductStatus.OneOfAKind, _) => null,
        (_, 0) => AlertKind.Out,
        _ => onHand <= threshold ? AlertKind.Low : null,
    };

    /// <summary>Looks at items whose levels are locked by the transaction that is open, and at what of them lies in these places; the caller saves.</summary>
    public async Task RunAsync(IReadOnlyCollection<StockLevel> levels, IReadOnlyCollection<PlaceLevel> places, CancellationToken cancel)
    {
        var ids = levels.Select(level => level.VariantId).ToList();
        var open = db.StockAlerts.Where(alert => alert.ResolvedAt == null && alert.LocationId == null);
        var items = await db.VariantsAndMaterials.Where(variant => ids.Contains(variant.Id))
            .Join(db.ProductsAndMaterials, variant => variant.ProductId, product => product.Id, (variant, product) => new { variant.Id, variant.Threshold, variant.Unit, variant.IsMuted, product.Status })
            .LeftJoin(open, item => item.Id, alert => alert.VariantId, (item, alert) => new { item.Id, item.Threshold, item.Unit, item.IsMuted, item.Status, Alert = alert })
            .ToDictionaryAsync(item => item.Id, cancel);
        foreach (var level in levels)
        {
            var item = items[level.VariantId];
            // The shop's usual number of pieces says nothing of grams.
            var threshold = item.Threshold ?? (item.Unit is null ? shop.Facts.DefaultThreshold : 0);
            Look(level.VariantId, null, level.OnHand, threshold, item.IsMuted ? null : KindOf(level.OnHand, threshold, item.Status), item.Alert);
        }

        var watched = places.Where(place => place.Threshold is not null && items.ContainsKey(place.VariantId)).ToList();
        if (watched.Count == 0) return;
        var here = await db.StockAlerts.Where(alert => alert.ResolvedAt == null && alert.LocationId != null && ids.Contains(alert.VariantId)).ToDictionaryAsync(alert => (alert.VariantId, alert.LocationId!.Value), cancel);
        foreach (var place in watched)
        {
            var (item, threshold) = (items[place.VariantId], place.Threshold.GetValueOrDefault());
            var kind = item.IsMuted ? null : KindOf(place.OnHand, threshold, item.Status);
            Look(place.VariantId, place.LocationId, place.OnHand, threshold, kind, here.GetValueOrDefault((place.VariantId, place.LocationId)));
        }
    }

    private void Look(Guid variantId, Guid? locationId, long onHand, long threshold, AlertKind? kind, StockAlert? open)
    {
        if (open is not null)
        {
            open.OnHand = onHand;
            if (kind is { } worse) (open.Kind, open.Threshold) = (worse, threshold);
            else open.ResolvedAt = time.GetUtcNow();
            return;
        }

        if (kind is null) return;
        var alert = new StockAlert
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, VariantId = variantId, LocationId = locationId, Kind = kind.Value, OnHand = onHand, Threshold = threshold, RaisedAt = time.GetUtcNow(),
        };
        db.StockAlerts.Add(alert);
        outbox.Add(new StockLow(alert.Id));
    }
}
