using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Raises an item's alert once when it becomes low, in the shop or in a place, makes it worse while it does, resolves it when stock is back.</summary>
public sealed class RaiseAlerts(AppDb db, CurrentShop shop, Outbox outbox, TimeProvider time)
{
    private static readonly PerModel<Func<AppDb, List<Guid>, IAsyncEnumerable<WatchedItem>>> ItemsOf = new(_ => EF.CompileAsyncQuery((AppDb db, List<Guid> variants) =>
        db.Set<Variant>().IgnoreQueryFilters(new[] { CatalogTables.ForSaleFilter }).Where(variant => variants.Contains(variant.Id))
            .Join(db.Set<Product>(), variant => variant.ProductId, product => product.Id,
                (variant, product) => new WatchedItem(variant.Id, variant.Threshold, variant.Unit, variant.IsMuted, product.Status))));

    private static readonly PerModel<Func<AppDb, List<Guid>, IAsyncEnumerable<StockAlert>>> OpenOf = new(_ => EF.CompileAsyncQuery((AppDb db, List<Guid> variants) =>
        db.Set<StockAlert>().AsNoTracking().Where(alert => alert.ResolvedAt == null && variants.Contains(alert.VariantId))));

    // Others snooze alerts and tell of them meanwhile.
    private static readonly string[] Looked = [nameof(StockAlert.Kind), nameof(StockAlert.OnHand), nameof(StockAlert.Threshold), nameof(StockAlert.ResolvedAt)];

    /// <summary>What an item with so many pieces is; nothing when it is as it should be: what is made to order, put together or retired never runs out, and of one of a kind there is one or none.</summary>
    public static AlertKind? KindOf(long onHand, long threshold, ProductStatus status) => (status, onHand) switch
    {
        (ProductStatus.MadeToOrder or ProductStatus.Kit or ProductStatus.Retired, _) => null,
        (_, < 0) => AlertKind.Negative,
        (ProductStatus.OneOfAKind, _) => null,
        (_, 0) => AlertKind.Out,
        _ => onHand <= threshold ? AlertKind.Low : null,
    };

    /// <summary>Looks at items whose levels are locked by the transaction that is open, and at what of them lies in these places.</summary>
    public async Task RunAsync(IReadOnlyCollection<StockLevel> levels, IReadOnlyCollection<PlaceLevel> places, CancellationToken cancel) =>
        Look(await FindAsync([.. levels.Select(level => level.VariantId)], cancel), levels, places);

    /// <summary>What of these items is to be watched, and which of their alerts are open.</summary>
    public async Task<WatchedItems> FindAsync(List<Guid> variants, CancellationToken cancel)
    {
        var together = db.AskTogether();
        var items = together.Ask(async () => await ItemsOf.Of(db)(db, variants).ToDictionaryAsync(item => item.VariantId, cancellationToken: cancel));
        var open = together.Ask(async () => await OpenOf.Of(db)(db, variants).ToDictionaryAsync(alert => (alert.VariantId, alert.LocationId), cancellationToken: cancel));
        await together.RunAsync(cancel);
        return new WatchedItems(await items, await open);
    }

    /// <summary>The same with what was found before, while the levels were locked already.</summary>
    public void Look(WatchedItems watched, IReadOnlyCollection<StockLevel> levels, IReadOnlyCollection<PlaceLevel> places)
    {
        foreach (var level in levels)
        {
            var item = watched.Items[level.VariantId];
            // The shop's usual number of pieces says nothing of grams.
            var threshold = item.Threshold ?? (item.Unit is null ? shop.Facts.DefaultThreshold : 0);
            Look(item, null, level.OnHand, threshold, watched);
        }

        foreach (var place in places)
        {
            if (place.Threshold is { } threshold && watched.Items.TryGetValue(place.VariantId, out var item)) Look(item, place.LocationId, place.OnHand, threshold, watched);
        }
    }

    private void Look(WatchedItem item, Guid? locationId, long onHand, long threshold, WatchedItems watched)
    {
        var kind = item.IsMuted ? null : KindOf(onHand, threshold, item.Status);
        if (watched.Open.GetValueOrDefault((item.VariantId, locationId)) is { } open)
        {
            open.OnHand = onHand;
            if (kind is { } worse) (open.Kind, open.Threshold) = (worse, threshold);
            else open.ResolvedAt = time.GetUtcNow();
            db.Rows.Update(open, Looked);
            return;
        }

        if (kind is null) return;
        var alert = new StockAlert
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, VariantId = item.VariantId, LocationId = locationId, Kind = kind.Value, OnHand = onHand, Threshold = threshold, RaisedAt = time.GetUtcNow(),
        };
        db.Rows.Insert(alert);
        outbox.Add(new StockLow(alert.Id), urgent: true);
    }
}

/// <summary>What is to be watched of some items, and their open alerts, of the shop (no place) or of one place.</summary>
public sealed record WatchedItems(IReadOnlyDictionary<Guid, WatchedItem> Items, IReadOnlyDictionary<(Guid VariantId, Guid? LocationId), StockAlert> Open);

/// <summary>What says whether an item is low.</summary>
public sealed record WatchedItem(Guid VariantId, long? Threshold, string? Unit, bool IsMuted, ProductStatus Status);
