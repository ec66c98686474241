using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>At or under how many pieces an item is low in a place; nothing: nobody wants to hear of it.</summary>
public sealed record PlaceThreshold(Guid VariantId, Guid LocationId, long? Threshold);

/// <summary>The levels of places before they were changed, and what the change made of them.</summary>
public sealed record ThresholdsBefore(IReadOnlyList<PlaceThreshold> Were, IReadOnlyList<PlaceThreshold> Became);

/// <summary>Says of an item whether anybody wants to hear when it runs low, and at how many in a place.</summary>
public sealed class WatchItem(AppDb db, CurrentShop shop, RaiseAlerts alerts, Places places, Outbox outbox, TimeProvider time)
{
    private const long MostThreshold = 1_000_000_000;

    private static Problem OutOfRange => new("threshold_out_of_range", "A level is zero or more.", "Threshold");

    private static Problem Unknown => new("unknown_variant", "There is no such variant.", Kind: ProblemKind.NotFound);

    /// <summary>Keeps an item quiet for good, or lets it speak again; its open alerts go, or come back.</summary>
    public Task<Outcome<Guid>> MuteAsync(Guid variantId, bool isMuted, CancellationToken cancel) => WriteAsync(
        [variantId],
        async () =>
        {
            await db.VariantsAndMaterials.Where(variant => variant.Id == variantId).ExecuteUpdateAsync(row => row.SetProperty(variant => variant.IsMuted, isMuted), cancel);
            return await db.PlaceLevels.AsNoTracking().Where(level => level.VariantId == variantId && level.Threshold != null).ToListAsync(cancel);
        },
        cancel);

    /// <summary>Sets at how many an item is low in a place; nothing: nobody wants to hear of that place.</summary>
    public async Task<Outcome<Guid>> SetThresholdAsync(Guid variantId, string location, long? threshold, CancellationToken cancel)
    {
        var found = await places.FindAsync(location, "Location", cancel);
        return found.Succeeded ? await SetThresholdsAsync([new PlaceThreshold(variantId, found.Value.Id, threshold)], cancel) : found.Problems.ToList();
    }

    /// <summary>The same of several in places that there are, all or none of them.</summary>
    public async Task<Outcome<Guid>> SetThresholdsAsync(IReadOnlyList<PlaceThreshold> wanted, CancellationToken cancel) =>
        wanted.Any(one => one.Threshold is < 0 or > MostThreshold) ? OutOfRange
        : await WriteAsync(
            [.. wanted.Select(one => one.VariantId).Distinct()],
            async () =>
            {
                var watched = new List<PlaceLevel>();
                foreach (var one in wanted)
                {
                    var level = await SetAsync(one, cancel);
                    if (one.Threshold is not null) watched.Add(level);
                }

                return watched;
            },
            cancel);

    /// <summary>Makes levels what they were before a change, as long as nobody changed them since; tells one of the items.</summary>
    public async Task<Outcome<Guid>> UndoAsync(ThresholdsBefore before, CancellationToken cancel)
    {
        var items = before.Were.Select(one => one.VariantId).ToList();
        var now = await db.PlaceLevels.AsNoTracking().Where(level => items.Contains(level.VariantId)).ToDictionaryAsync(level => (level.VariantId, level.LocationId), level => level.Threshold, cancel);
        var isAsMade = before.Became.All(one => now.GetValueOrDefault((one.VariantId, one.LocationId)) == one.Threshold);
        return isAsMade ? await SetThresholdsAsync(before.Were, cancel) : Problem.Stale;
    }

    private async Task<PlaceLevel> SetAsync(PlaceThreshold wanted, CancellationToken cancel)
    {
        var (item, place) = (wanted.VariantId, wanted.LocationId);
        var level = await db.FindOrAddAsync(
            () => db.PlaceLevels.FirstOrDefaultAsync(one => one.VariantId == item && one.LocationId == place, cancel),
            () => new PlaceLevel { ShopId = shop.Id, VariantId = item, LocationId = place },
            cancel);
        level.Threshold = wanted.Threshold;
        await db.SaveChangesAsync(cancel);
        if (wanted.Threshold is not null) return level;
        var now = time.GetUtcNow();
        await db.StockAlerts.Where(alert => alert.VariantId == item && alert.LocationId == place && alert.ResolvedAt == null).ExecuteUpdateAsync(row => row.SetProperty(alert => alert.ResolvedAt, now), cancel);
        return level;
    }

    private Task<Outcome<Guid>> WriteAsync(IReadOnlyList<Guid> variants, Func<Task<IReadOnlyList<PlaceLevel>>> change, CancellationToken cancel) =>
        db.TryAgainAsync(() => TryAsync(variants, change, cancel));

    private async Task<Outcome<Guid>> TryAsync(IReadOnlyList<Guid> variants, Func<Task<IReadOnlyList<PlaceLevel>>> change, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.VariantsAndMaterials.CountAsync(variant => variants.Contains(variant.Id), cancel) < variants.Count) return Unknown;
        // Locked, in the order in which sales lock them, so that no sale raises the same alert at this moment.
        var levels = await db.StockLevels.Where(level => variants.Contains(level.VariantId)).OrderBy(level => level.VariantId).LockedForUpdate().ToListAsync(cancel);
        var here = await change();
        await alerts.RunAsync(levels, here, cancel);
        outbox.Add(new StockChanged([.. variants]));
        await write.CommitAsync(cancel);
        return variants[0];
    }
}
