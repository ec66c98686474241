using System.Text.Json;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ArtisansCorner.Webhooks;

/// <summary>One fact that may be told outside.</summary>
/// <param name="Id">The fact's own id, which is the event's.</param>
/// <param name="At">When it was written down.</param>
/// <param name="Data">What is told of it.</param>
public sealed record Happened(Guid Id, DateTimeOffset At, object Data);

/// <summary>Writes a delivery for everyone who wants to hear of an event; the same fact again writes nothing.</summary>
public sealed class Announce(AppDb db, CurrentShop shop, DeliverySignal signal, TimeProvider time, IOptions<JsonOptions> json)
{
    /// <summary>Whether anybody listens.</summary>
    public Task<bool> IsHeardAsync(WebhookEvents happened, CancellationToken cancel) => Listeners(happened).AnyAsync(cancel);

    /// <summary>Writes what is to be sent, and wakes the worker.</summary>
    public async Task RunAsync(WebhookEvents happened, IReadOnlyList<Happened> facts, CancellationToken cancel)
    {
        if (facts.Count == 0) return;
        await db.TryAgainAsync(() => TryAsync(happened, facts, cancel));
        signal.Set();
    }

    /// <summary>What is sent to a subscription of an event.</summary>
    public WebhookDelivery DeliveryOf(Guid subscriptionId, string happened, Happened fact)
    {
        var now = time.GetUtcNow();
        return new WebhookDelivery
        {
            Id = Guid.CreateVersion7(),
            ShopId = shop.Id,
            SubscriptionId = subscriptionId,
            EventId = fact.Id,
            Event = happened,
            Body = JsonSerializer.Serialize(new WebhookMessage(fact.Id, happened, fact.At.ToUniversalTime(), shop.Id, fact.Data), json.Value.SerializerOptions),
            CreatedAt = now,
            NextAt = now,
        };
    }

    private async Task<bool> TryAsync(WebhookEvents happened, IReadOnlyList<Happened> facts, CancellationToken cancel)
    {
        var (word, ids) = (WebhookEventWords.Of(happened)[0], facts.Select(fact => fact.Id).ToList());
        await using var write = await db.BeginWriteAsync(cancel);
        foreach (var listener in await Listeners(happened).Select(subscription => subscription.Id).ToListAsync(cancel))
        {
            var there = await db.WebhookDeliveries.Where(row => row.SubscriptionId == listener && ids.Contains(row.EventId)).Select(row => row.EventId).ToListAsync(cancel);
            db.WebhookDeliveries.AddRange(facts.Where(fact => !there.Contains(fact.Id)).Select(fact => DeliveryOf(listener, word, fact)));
        }

        await write.CommitAsync(cancel);
        return true;
    }

    private IQueryable<WebhookSubscription> Listeners(WebhookEvents happened) =>
        db.WebhookSubscriptions.Where(subscription => subscription.Active && (subscription.Events & happened) != 0);
}

/// <summary>What is posted.</summary>
/// <param name="Id">The event's id: unique, and the same whenever it is sent again.</param>
/// <param name="Event">Which event, such as “sale.recorded”.</param>
/// <param name="CreatedAt">When it happened.</param>
/// <param name="ShopId">The shop it happened in.</param>
/// <param name="Data">What is told of it.</param>
public sealed record WebhookMessage(Guid Id, string Event, DateTimeOffset CreatedAt, Guid ShopId, object Data);
