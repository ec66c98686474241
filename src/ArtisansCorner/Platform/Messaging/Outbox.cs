using System.Text.Json;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Platform.Messaging;

/// <summary>Takes events down in the transaction of the fact; they are delivered after its commit, at least once.</summary>
public sealed class Outbox(AppDb db, CurrentShop shop, TimeProvider time)
{
    /// <summary>Adds an event of the current shop to what will be saved; it is delivered after the commit, or so much later.</summary>
    public void Add<TEvent>(TEvent happened, TimeSpan after = default)
        where TEvent : class
    {
        db.HasNewMessages = true;
        db.OutboxMessages.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(),
            ShopId = shop.Id,
            Event = typeof(TEvent).Name,
            Body = JsonSerializer.Serialize(happened, JsonSerializerOptions.Web),
            DueAt = time.GetUtcNow() + after,
        });
    }
}
