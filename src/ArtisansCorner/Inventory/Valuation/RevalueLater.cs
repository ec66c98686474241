using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Live;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Valuation;

/// <summary>Values movements again after many were written at once, or after what they were made of costs something else: each variant in a transaction of its own.</summary>
public sealed class RevalueLater(AppDb db, CurrentShop shop, Revalue revalue, ILiveFeed live) : IHandle<StockStale>
{
    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<StockStale> happened, CancellationToken cancel)
    {
        foreach (var (variantId, since) in happened.SelectMany(message => message.Items).GroupBy(item => item.VariantId).Select(group => (group.Key, group.Min(item => item.Since))))
        {
            await using var write = await db.BeginWriteAsync(cancel);
            if (await db.StockLevels.Where(level => level.VariantId == variantId).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } level) continue;
            await revalue.RunAsync(level, since, [], cancel);
            db.StockLevels.Update(level);
            await write.CommitAsync(cancel);
            db.ChangeTracker.Clear();
        }

        await live.PublishAsync(shop.Id, LiveTopics.Stock, cancel);
    }
}
