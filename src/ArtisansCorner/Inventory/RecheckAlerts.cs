using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Live;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Looks at alerts again after the thresholds of a product, or the one of the shop, may have changed.</summary>
public sealed class RecheckAlerts(AppDb db, RaiseAlerts alerts, ILiveFeed live, CurrentShop shop) : IHandle<ProductChanged>, IHandle<DefaultThresholdChanged>
{
    /// <inheritdoc />
    public Task HandleAsync(IReadOnlyList<ProductChanged> happened, CancellationToken cancel)
    {
        var products = happened.Select(change => change.ProductId).Distinct().ToList();
        return LookAsync(db.VariantsAndMaterials.Where(variant => products.Contains(variant.ProductId)).Select(variant => variant.Id), cancel);
    }

    /// <inheritdoc />
    public Task HandleAsync(IReadOnlyList<DefaultThresholdChanged> happened, CancellationToken cancel) =>
        LookAsync(db.Variants.Where(variant => variant.Threshold == null).Select(variant => variant.Id), cancel);

    private async Task LookAsync(IQueryable<Guid> variants, CancellationToken cancel)
    {
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            // Locked, so that no sale raises the same alert at this moment.
            var levels = await db.StockLevels.Where(level => variants.Contains(level.VariantId)).OrderBy(level => level.VariantId).LockedForUpdate().ToListAsync(cancel);
            var places = await db.PlaceLevels.AsNoTracking().Where(place => place.Threshold != null && variants.Contains(place.VariantId)).ToListAsync(cancel);
            await alerts.RunAsync(levels, places, cancel);
            await write.CommitAsync(cancel);
        }

        await live.PublishAsync(shop.Id, LiveTopics.Stock, cancel);
    }
}
