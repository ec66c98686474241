using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Jobs;
using ArtisansCorner.Webhooks.Incoming;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks;

/// <summary>Forgets what was told and heard more than thirty days ago, in every shop.</summary>
public sealed class PruneDeliveriesJob(AppDb db, TimeProvider time) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <inheritdoc />
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancel)
    {
        var before = time.GetUtcNow() - Kept;
        await using var write = await db.BeginWriteAsync(cancel);
        await db.WebhookDeliveries.IgnoreQueryFilters([AppDb.ShopFilter]).Where(delivery => delivery.CreatedAt < before).ExecuteDeleteAsync(cancel);
        await db.WebhookReceipts.IgnoreQueryFilters([AppDb.ShopFilter]).Where(receipt => receipt.ReceivedAt < before).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
    }
}
