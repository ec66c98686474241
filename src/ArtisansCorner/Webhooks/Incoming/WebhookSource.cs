using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>A platform that posts what happens on it to an address of ours that only it knows.</summary>
public sealed class WebhookSource : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Which platform.</summary>
    public required SellingPlatform Platform { get; init; }

    /// <summary>The part of the address that nobody guesses. It opens nothing by itself: what comes must be signed.</summary>
    public required string Token { get; init; }

    /// <summary>The secret that the platform signs with, protected.</summary>
    public required string Secret { get; init; }

    /// <summary>The address as the platform was told it, where its signature covers that and it is not our own.</summary>
    public string? NotificationUrl { get; init; }

    /// <summary>When it was added.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who added it.</summary>
    public Guid? CreatedBy { get; init; }

    /// <summary>When something good last came.</summary>
    public DateTimeOffset? HeardAt { get; set; }
}

/// <summary>An event that was dealt with: again it is answered politely, and nothing is done.</summary>
public sealed class WebhookReceipt : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Where it came from.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>What the platform calls it.</summary>
    public required string EventId { get; init; }

    /// <summary>When it was dealt with.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }
}
