using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Jobs;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Tells members in the morning of their shop what is low, where they want to hear it so.</summary>
public sealed class AlertDigestJob(AppDb db, ShopScopes shops, TimeProvider time) : IJob
{
    private const int Morning = 7;

    /// <inheritdoc />
    public TimeSpan Every => TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancel)
    {
        foreach (var shop in await db.AlertChoices.IgnoreQueryFilters([AppDb.ShopFilter]).Where(choice => choice.Mail == AlertMail.Daily).Select(choice => choice.ShopId).Distinct().ToListAsync(cancel))
        {
            if (await shops.OpenAsync(shop, Actor.System, cancel) is not { } scope) continue;
            await using var inside = scope;
            var local = inside.ServiceProvider.GetRequiredService<CurrentShop>().Facts.Zone.LocalOf(time.GetUtcNow());
            if (local.Hour >= Morning) await inside.ServiceProvider.GetRequiredService<MailAlerts>().TellDailyAsync(DateOnly.FromDateTime(local), cancel);
        }
    }
}
