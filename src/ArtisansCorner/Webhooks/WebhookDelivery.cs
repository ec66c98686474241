using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Webhooks;

/// <summary>Where a delivery stands; stored by number.</summary>
public enum DeliveryState
{
    /// <summary>It will be sent, for the first time or again.</summary>
    Waiting = 1,

    /// <summary>It was accepted.</summary>
    Delivered = 2,

    /// <summary>It was tried to the end and never accepted.</summary>
    GivenUp = 3,
}

/// <summary>One event for one subscription: what is sent, and what came of the last try.</summary>
public sealed class WebhookDelivery : IBelongsToShop
{
    /// <summary>How much of an answer is kept.</summary>
    public const int LongestAnswer = 1024;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Who is told.</summary>
    public required Guid SubscriptionId { get; init; }

    /// <summary>The event: the id of the sale, refund, alert or import it tells of, so that it is the same whenever it is sent.</summary>
    public required Guid EventId { get; init; }

    /// <summary>Which event, such as “sale.recorded”.</summary>
    public required string Event { get; init; }

    /// <summary>What is posted, to the byte.</summary>
    public required string Body { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where it stands.</summary>
    public DeliveryState State { get; set; } = DeliveryState.Waiting;

    /// <summary>How often it was tried since it was written down or sent again by a person.</summary>
    public int Attempts { get; set; }

    /// <summary>Not to be sent before this instant; nothing when it will not be sent.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Until when one worker has it; another may take it afterwards.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>The worker that has it.</summary>
    public Guid? ClaimedBy { get; set; }

    /// <summary>When it was last tried.</summary>
    public DateTimeOffset? AttemptedAt { get; set; }

    /// <summary>The status that was answered; nothing when nothing was.</summary>
    public int? StatusCode { get; set; }

    /// <summary>The first kilobyte of the answer.</summary>
    public string? Answer { get; set; }

    /// <summary>How long the last try took, in milliseconds.</summary>
    public long? Duration { get; set; }

    /// <summary>Why no answer came, in a sentence.</summary>
    public string? Failure { get; set; }
}
