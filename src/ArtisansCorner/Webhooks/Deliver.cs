using System.Globalization;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks;

/// <summary>
/// Sends one delivery that was claimed and writes down what came of it: done, to be tried again later, or given up.
/// A subscription of which nothing but failures come back for three days is switched off.
/// </summary>
public sealed class Deliver(AppDb db, SendWebhook send, WebhookSecrets secrets, Random chance, TimeProvider time)
{
    private static readonly SendOutcome Surprise = new(null, null, 0, "Something went wrong on our side.");

    /// <summary>Sends it; nothing is written while the other side is waited for.</summary>
    public async Task RunAsync(ClaimedDelivery claimed, CancellationToken cancel)
    {
        var (delivery, subscription) = await FindAsync(claimed, cancel);
        if (delivery is null || subscription is null) return;
        var now = time.GetUtcNow();
        var signature = WebhookSignature.Of(delivery.Body, now, secrets.Of(subscription, now));
        var outcome = await send.RunAsync(subscription.Url, delivery.Event, delivery.Body, signature, cancel);
        await WriteAsync(claimed, delivery, outcome, cancel);
    }

    /// <summary>Counts a surprise of ours as a failure, so that it is tried again later and not at once for ever.</summary>
    public async Task PutOffAsync(ClaimedDelivery claimed, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        if ((await FindAsync(claimed, cancel)).Delivery is { } delivery) await WriteAsync(claimed, delivery, Surprise, cancel);
    }

    private async Task<(WebhookDelivery? Delivery, WebhookSubscription? Subscription)> FindAsync(ClaimedDelivery claimed, CancellationToken cancel)
    {
        var delivery = await Deliveries.AsNoTracking().FirstOrDefaultAsync(row => row.Id == claimed.Id && row.ClaimedBy == claimed.By, cancel);
        return delivery is null ? (null, null) : (delivery, await Subscriptions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == delivery.SubscriptionId, cancel));
    }

    private async Task WriteAsync(ClaimedDelivery claimed, WebhookDelivery delivery, SendOutcome outcome, CancellationToken cancel)
    {
        var (now, attempts) = (time.GetUtcNow(), delivery.Attempts + 1);
        var next = outcome.Succeeded ? null : RetryTimes.After(attempts, chance.NextDouble()) is { } pause ? now + pause : (DateTimeOffset?)null;
        var state = outcome.Succeeded ? DeliveryState.Delivered : next is null ? DeliveryState.GivenUp : DeliveryState.Waiting;
        await using var write = await db.BeginWriteAsync(cancel);
        var mine = await Deliveries.Where(row => row.Id == claimed.Id && row.ClaimedBy == claimed.By).ExecuteUpdateAsync(
            row => row
                .SetProperty(one => one.State, state)
                .SetProperty(one => one.Attempts, attempts)
                .SetProperty(one => one.NextAt, next)
                .SetProperty(one => one.AttemptedAt, now)
                .SetProperty(one => one.StatusCode, outcome.StatusCode)
                .SetProperty(one => one.Answer, outcome.Answer)
                .SetProperty(one => one.Duration, outcome.Duration)
                .SetProperty(one => one.Failure, outcome.Failure)
                .SetProperty(one => one.ClaimedUntil, (DateTimeOffset?)null)
                .SetProperty(one => one.ClaimedBy, (Guid?)null),
            cancel);
        if (mine == 1) await JudgeAsync(delivery.SubscriptionId, outcome, state, now, cancel);
        await write.CommitAsync(cancel);
    }

    private async Task JudgeAsync(Guid subscriptionId, SendOutcome outcome, DeliveryState state, DateTimeOffset now, CancellationToken cancel)
    {
        var mine = Subscriptions.Where(row => row.Id == subscriptionId);
        if (outcome.Succeeded)
        {
            await mine.Where(row => row.FailingSince != null).ExecuteUpdateAsync(
                row => row.SetProperty(one => one.FailingSince, (DateTimeOffset?)null).SetProperty(one => one.GaveUpAt, (DateTimeOffset?)null), cancel);
            return;
        }

        await mine.Where(row => row.FailingSince == null).ExecuteUpdateAsync(row => row.SetProperty(one => one.FailingSince, now), cancel);
        if (state == DeliveryState.GivenUp) await mine.ExecuteUpdateAsync(row => row.SetProperty(one => one.GaveUpAt, now), cancel);
        var last = outcome.StatusCode is { } status ? string.Create(CultureInfo.InvariantCulture, $"The last answer was {status}.") : outcome.Failure;
        var (since, reason) = (now - RetryTimes.Patience, $"For three days nothing could be delivered. {last}");
        await mine.Where(row => row.Active && row.FailingSince <= since).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Active, false).SetProperty(one => one.OffReason, reason), cancel);
    }

    private IQueryable<WebhookDelivery> Deliveries => db.WebhookDeliveries.IgnoreQueryFilters([AppDb.ShopFilter]);

    private IQueryable<WebhookSubscription> Subscriptions => db.WebhookSubscriptions.IgnoreQueryFilters([AppDb.ShopFilter]);
}
