using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Jobs;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Customers;

/// <summary>Scores the customers of every shop in which something was written since, or a new day began.</summary>
public sealed class RescoreCustomersJob(AppDb db, ShopScopes shops, TimeProvider time) : IJob
{
    /// <inheritdoc />
    public TimeSpan Every => TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var shop in await DueAsync(cancel))
        {
            if (await shops.OpenAsync(shop, Actor.System, cancel) is not { } scope) continue;
            await using (scope) await scope.ServiceProvider.GetRequiredService<RescoreCustomers>().RunAsync(cancel);
        }
    }

    /// <summary>The shops whose scores may not be right any more.</summary>
    internal async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var revisions = await db.Set<ShopRevision>().IgnoreQueryFilters([AppDb.ShopFilter]).ToDictionaryAsync(revision => revision.ShopId, revision => revision.Number, cancel);
        var scorings = await db.CustomerScorings.IgnoreQueryFilters([AppDb.ShopFilter]).AsNoTracking().ToDictionaryAsync(scoring => scoring.ShopId, cancel);
        var all = await db.Shops.Select(shop => new { shop.Id, shop.TimeZone }).ToListAsync(cancel);
        return
        [
            .. all.Where(shop => revisions.TryGetValue(shop.Id, out var revision)
                && (scorings.GetValueOrDefault(shop.Id) is not { } last || last.Revision != revision || last.Day != ShopZone.Of(shop.TimeZone).DayOf(now))).Select(shop => shop.Id),
        ];
    }
}
