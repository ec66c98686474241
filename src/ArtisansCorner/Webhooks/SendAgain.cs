using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks;

/// <summary>What a person sends by hand: a delivery once more, or a trial.</summary>
public sealed class SendAgain(AppDb db, CurrentShop shop, Announce announce, DeliverySignal signal, TimeProvider time)
{
    private static Problem Off => new("webhook_off", "This webhook is switched off; switch it on first.", Kind: ProblemKind.Conflict);

    /// <summary>Sends a delivery now, the same event with the same id and words, and tries it to the end again.</summary>
    public async Task<Outcome<Guid>> RunAsync(Guid deliveryId, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var (deliveries, active) = (db.WebhookDeliveries.Where(row => row.Id == deliveryId), db.WebhookSubscriptions.Where(row => row.Active));
        await using var write = await db.BeginWriteAsync(cancel);
        if (!await deliveries.AnyAsync(cancel)) return new Problem("unknown_delivery", "There is no such delivery.", Kind: ProblemKind.NotFound);
        if (!await deliveries.AnyAsync(row => active.Any(subscription => subscription.Id == row.SubscriptionId), cancel)) return Off;
        var due = await deliveries.Where(row => row.ClaimedUntil == null || row.ClaimedUntil < now).ExecuteUpdateAsync(
            row => row
                .SetProperty(delivery => delivery.State, DeliveryState.Waiting)
                .SetProperty(delivery => delivery.Attempts, 0)
                .SetProperty(delivery => delivery.NextAt, now),
            cancel);
        await write.CommitAsync(cancel);
        signal.Set();
        return due == 1 ? deliveryId : new Problem("being_sent", "This is being sent at this moment.", Kind: ProblemKind.Conflict);
    }

    /// <summary>Sends a ping, so that one sees whether the other side hears; tells the delivery.</summary>
    public async Task<Outcome<Guid>> TestAsync(Guid subscriptionId, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var subscription = await db.WebhookSubscriptions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == subscriptionId, cancel);
        if (subscription is null) return ChangeWebhook.Unknown;
        if (!subscription.Active) return Off;
        var ping = new Happened(Guid.CreateVersion7(), time.GetUtcNow(), new { message = $"Hello from {shop.Facts.Name}." });
        var delivery = announce.DeliveryOf(subscriptionId, WebhookEventWords.Ping, ping);
        db.WebhookDeliveries.Add(delivery);
        await write.CommitAsync(cancel);
        signal.Set();
        return delivery.Id;
    }
}
