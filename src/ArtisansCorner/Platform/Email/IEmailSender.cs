namespace ArtisansCorner.Platform.Email;

/// <summary>Takes one e-mail to where it goes: over SMTP, or into the log where no SMTP is configured.</summary>
public interface IEmailSender
{
    /// <summary>Whether e-mails reach people; a page that cannot send says so.</summary>
    bool ReachesPeople { get; }

    /// <summary>Sends it and tells what came of it; what the other side says is an outcome, not an exception.</summary>
    Task<EmailOutcome> SendAsync(OutgoingEmail email, CancellationToken cancel);
}

/// <summary>What came of sending an e-mail.</summary>
/// <param name="Failure">Why it was not taken, in words for people; nothing when it was.</param>
/// <param name="IsFinal">Whether trying again is of no use: the address was refused.</param>
public sealed record EmailOutcome(string? Failure = null, bool IsFinal = false)
{
    /// <summary>It was taken.</summary>
    public static EmailOutcome Sent { get; } = new();

    /// <summary>Whether it was taken.</summary>
    public bool Succeeded => Failure is null;
}
