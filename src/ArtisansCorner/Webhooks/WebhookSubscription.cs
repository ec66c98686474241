using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Webhooks;

/// <summary>An address of somebody else that wants to be told what happens in the shop.</summary>
public sealed class WebhookSubscription : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Where events are posted.</summary>
    public required string Url { get; set; }

    /// <summary>What it wants to hear of.</summary>
    public required WebhookEvents Events { get; set; }

    /// <summary>Whether anything is sent to it.</summary>
    public required bool Active { get; set; }

    /// <summary>The secret that deliveries are signed with, protected.</summary>
    public required string Secret { get; set; }

    /// <summary>The secret before the last rotation, protected.</summary>
    public string? PreviousSecret { get; set; }

    /// <summary>Until when deliveries are signed with the secret before as well.</summary>
    public DateTimeOffset? PreviousUntil { get; set; }

    /// <summary>Since when nothing but failures came back; nothing after a success.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>When a delivery was last given up; nothing after a success.</summary>
    public DateTimeOffset? GaveUpAt { get; set; }

    /// <summary>Why we switched it off ourselves, in a sentence; nothing when a person did, or it is on.</summary>
    public string? OffReason { get; set; }

    /// <summary>Counts the changes by people.</summary>
    public int Version { get; set; } = 1;

    /// <summary>When it was added.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who added it.</summary>
    public Guid? CreatedBy { get; init; }

    /// <summary>Switches it on or off; on again, what failed before is forgotten.</summary>
    public void Switch(bool on)
    {
        if (on && !Active) (FailingSince, GaveUpAt) = (null, null);
        if (on != Active) OffReason = null;
        Active = on;
    }

    /// <summary>Takes a new secret; the old one stays good for a while.</summary>
    public void Rotate(string secret, DateTimeOffset previousUntil) => (PreviousSecret, PreviousUntil, Secret) = (Secret, previousUntil, secret);
}
