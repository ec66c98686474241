using System.Linq.Expressions;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks;

/// <summary>A delivery as the log shows it.</summary>
/// <param name="Id">Its id, to send it again.</param>
/// <param name="EventId">The event's id.</param>
/// <param name="Event">Which event.</param>
/// <param name="State">waiting, delivered or givenUp.</param>
/// <param name="Attempt">How often it was tried.</param>
/// <param name="StatusCode">The status of the last answer.</param>
/// <param name="Answer">The first kilobyte of it.</param>
/// <param name="Failure">Why there was none.</param>
/// <param name="Duration">How long the last try took, in milliseconds.</param>
/// <param name="CreatedAt">When it was written down.</param>
/// <param name="AttemptedAt">When it was last tried.</param>
/// <param name="NextTry">When it is tried next.</param>
public sealed record DeliveryItem(
    Guid Id, Guid EventId, string Event, DeliveryState State, int Attempt, int? StatusCode, string? Answer, string? Failure, long? Duration,
    DateTimeOffset CreatedAt, DateTimeOffset? AttemptedAt, DateTimeOffset? NextTry);

/// <summary>The log of a subscription, latest first.</summary>
public sealed class DeliveryListQuery(AppDb db)
{
    private static readonly Expression<Func<WebhookDelivery, DeliveryItem>> Item = row => new DeliveryItem(
        row.Id, row.EventId, row.Event, row.State, row.Attempts, row.StatusCode, row.Answer, row.Failure, row.Duration, row.CreatedAt, row.AttemptedAt, row.NextAt);

    /// <summary>Some of it, after the cursor.</summary>
    public async Task<Paged<DeliveryItem>> RunAsync(Guid subscriptionId, Cursor? after, int limit, CancellationToken cancel)
    {
        var rows = db.WebhookDeliveries.AsNoTracking().Where(row => row.SubscriptionId == subscriptionId);
        if (after is { } seen)
        {
            var at = seen.At;
            rows = rows.Where(row => row.CreatedAt < at || (row.CreatedAt == at && row.Id < seen.Id));
        }

        var items = await rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(limit + 1).Select(Item).ToListAsync(cancel);
        return Paging.Cut(items, limit, item => new Cursor(item.CreatedAt, item.Id));
    }

    /// <summary>One delivery, or nothing.</summary>
    public Task<DeliveryItem?> FindAsync(Guid id, CancellationToken cancel) =>
        db.WebhookDeliveries.AsNoTracking().Where(row => row.Id == id).Select(Item).FirstOrDefaultAsync(cancel);
}
