namespace ArtisansCorner.Platform.Messaging;

/// <summary>One event waiting to be handled, written in the transaction of the fact that caused it.</summary>
public sealed class OutboxMessage
{
    /// <summary>Its id; later messages have greater ones.</summary>
    public required Guid Id { get; init; }

    /// <summary>The shop it happened in.</summary>
    public required Guid ShopId { get; init; }

    /// <summary>Which event, by the name of its record.</summary>
    public required string Event { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>Not to be handled before this instant: now, or later after a failure.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>Until when one worker has it; another may take it afterwards.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>The worker that has it.</summary>
    public Guid? ClaimedBy { get; set; }

    /// <summary>How often handling it failed.</summary>
    public int Failures { get; set; }
}
