using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Live;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Looks at a product's alerts again after its thresholds may have changed.</summary>
public sealed class RecheckAlerts(AppDb db, RaiseAlerts alerts, ILiveFeed live, CurrentShop shop) : IHandle<ProductChanged>
{
    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<ProductChanged> happened, CancellationToken cancel)
    {
        var products = happened.Select(change => change.ProductId).Distinct().ToList();
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            var variants = db.Variants.Where(variant => products.Contains(variant.ProductId)).Select(variant => variant.Id);
            var levels = db.StockLevels.Where(level => variants.Contains(level.VariantId));
            // Takes the rows' locks, so that no sale raises the same alert at this moment.
            await levels.ExecuteUpdateAsync(level => level.SetProperty(one => one.OnHand, one => one.OnHand), cancel);
            foreach (var level in await levels.AsNoTracking().OrderBy(level => level.VariantId).ToListAsync(cancel))
                await alerts.RunAsync(level.VariantId, level.OnHand, cancel);
            await write.CommitAsync(cancel);
        }

        await live.PublishAsync(shop.Id, LiveTopics.Stock, cancel);
    }
}
