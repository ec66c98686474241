using System.Text.Json;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Platform.Messaging;

/// <summary>Takes events down in the transaction of the fact; they are delivered after its commit, at least once.</summary>
public sealed class Outbox(AppDb db, CurrentShop shop, TimeProvider time)
{
    /// <summary>Adds an event of the current shop to what the transaction that is open writes; it is delivered after the commit, or so much later.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="after">How much later.</param>
    /// <param name="urgent">Whether people are to see it at once: the shop does not rest before it.</param>
    public void Add<TEvent>(TEvent happened, TimeSpan after = default, bool urgent = false)
        where TEvent : class
    {
        db.HasNewMessages = true;
        db.HasUrgentMessages |= urgent;
        db.Rows.Insert(new OutboxMessage
        {
            Id = Guid.CreateVersion7(),
            ShopId = shop.Id,
            Event = typeof(TEvent).Name,
            Body = JsonSerializer.Serialize(happened, JsonSerializerOptions.Web),
            DueAt = time.GetUtcNow() + after,
        });
    }
}
