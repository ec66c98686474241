using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Says of an item whether anybody wants to hear when it runs low, and at how many in a place.</summary>
public sealed class WatchItem(AppDb db, CurrentShop shop, RaiseAlerts alerts, Places places, Outbox outbox, TimeProvider time)
{
    private const long MostThreshold = 1_000_000_000;

    private static Problem Unknown => new("unknown_variant", "There is no such variant.", Kind: ProblemKind.NotFound);

    /// <summary>Keeps an item quiet for good, or lets it speak again; its open alerts go, or come back.</summary>
    public Task<Outcome<Guid>> MuteAsync(Guid variantId, bool isMuted, CancellationToken cancel) => WriteAsync(
        variantId,
        async () =>
        {
            await db.VariantsAndMaterials.Where(variant => variant.Id == variantId).ExecuteUpdateAsync(row => row.SetProperty(variant => variant.IsMuted, isMuted), cancel);
            return await db.PlaceLevels.AsNoTracking().Where(level => level.VariantId == variantId && level.Threshold != null).ToListAsync(cancel);
        },
        cancel);

    /// <summary>Sets at how many an item is low in a place; nothing: nobody wants to hear of that place.</summary>
    public async Task<Outcome<Guid>> SetThresholdAsync(Guid variantId, string location, long? threshold, CancellationToken cancel)
    {
        if (threshold is < 0 or > MostThreshold) return new Problem("threshold_out_of_range", "A level is zero or more.", "Threshold");
        var found = await places.FindAsync(location, "Location", cancel);
        if (!found.Succeeded) return found.Problems.ToList();
        var place = found.Value.Id;
        return await WriteAsync(
            variantId,
            async () =>
            {
                var level = await db.FindOrAddAsync(
                    () => db.PlaceLevels.FirstOrDefaultAsync(one => one.VariantId == variantId && one.LocationId == place, cancel),
                    () => new PlaceLevel { ShopId = shop.Id, VariantId = variantId, LocationId = place },
                    cancel);
                level.Threshold = threshold;
                await db.SaveChangesAsync(cancel);
                if (threshold is not null) return [level];
                var now = time.GetUtcNow();
                await db.StockAlerts.Where(alert => alert.VariantId == variantId && alert.LocationId == place && alert.ResolvedAt == null).ExecuteUpdateAsync(row => row.SetProperty(alert => alert.ResolvedAt, now), cancel);
                return [];
            },
            cancel);
    }

    private async Task<Outcome<Guid>> WriteAsync(Guid variantId, Func<Task<IReadOnlyList<PlaceLevel>>> change, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (!await db.VariantsAndMaterials.AnyAsync(variant => variant.Id == variantId, cancel)) return Unknown;
        // Locked, so that no sale raises the same alert at this moment.
        var levels = await db.StockLevels.Where(level => level.VariantId == variantId).LockedForUpdate().ToListAsync(cancel);
        var here = await change();
        await alerts.RunAsync(levels, here, cancel);
        outbox.Add(new StockChanged([variantId]));
        await write.CommitAsync(cancel);
        return variantId;
    }
}
