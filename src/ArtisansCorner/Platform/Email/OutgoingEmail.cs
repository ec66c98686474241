using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Platform.Email;

/// <summary>How an e-mail stands; stored by number.</summary>
public enum EmailState
{
    /// <summary>It will be sent, or sent again.</summary>
    Waiting = 1,

    /// <summary>The mail server took it.</summary>
    Sent = 2,

    /// <summary>It was refused, or tried too often.</summary>
    GivenUp = 3,
}

/// <summary>An e-mail of a shop to one person, written down in the transaction of what asked for it and sent after the commit.</summary>
public sealed class OutgoingEmail : IBelongsToShop
{
    /// <summary>No subject is longer.</summary>
    public const int LongestSubject = 200;

    /// <summary>Its id; the message carries it, so that a mailbox can tell a second copy.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The fact it is about, such as a sale.</summary>
    public required Guid CauseId { get; init; }

    /// <summary>To whom: one address.</summary>
    public required string To { get; init; }

    /// <summary>The name it comes from.</summary>
    public required string FromName { get; init; }

    /// <summary>Its subject.</summary>
    public required string Subject { get; init; }

    /// <summary>What it says; empty once it was sent or given up.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML; empty once it was sent or given up.</summary>
    public required string Html { get; init; }

    /// <summary>The name of the PDF that goes with it; nothing where none does.</summary>
    public string? AttachmentName { get; init; }

    /// <summary>The PDF that goes with it; nothing where none does, and once it was sent or given up.</summary>
    public byte[]? Attachment { get; init; }

    /// <summary>The address at which its reader stops further ones of its kind.</summary>
    public string? StopAddress { get; init; }

    /// <summary>How it stands.</summary>
    public EmailState State { get; set; } = EmailState.Waiting;

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>When it is tried next; nothing when it will not be.</summary>
    public DateTimeOffset? NextAt { get; set; }

    /// <summary>Until when one worker has it; another may take it afterwards.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>The worker that has it.</summary>
    public Guid? ClaimedBy { get; set; }

    /// <summary>Why the last try failed.</summary>
    public string? Failure { get; set; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Who asked for it.</summary>
    public Guid? AskedBy { get; init; }

    /// <summary>When it was taken by the mail server, or given up.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
