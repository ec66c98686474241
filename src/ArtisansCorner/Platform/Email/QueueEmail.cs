using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Platform.Email;

/// <summary>What an e-mail says.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">As plain text.</param>
/// <param name="Html">As HTML.</param>
public sealed record EmailContent(string Subject, string Text, string Html)
{
    /// <summary>The address at which its reader stops further ones of its kind with one click (RFC 8058); nothing for what was asked for.</summary>
    public string? StopAddress { get; init; }

    /// <summary>What goes with it; nothing where the words are all.</summary>
    public EmailAttachment? Attachment { get; init; }
}

/// <summary>A PDF that goes with an e-mail.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Content">What is in it.</param>
public sealed record EmailAttachment(string Name, byte[] Content);

/// <summary>An e-mail waits to be sent.</summary>
/// <param name="EmailId">The e-mail.</param>
public sealed record EmailQueued(Guid EmailId);

/// <summary>Takes an e-mail down in the transaction that is open; it is sent after the commit, and again later while nobody takes it.</summary>
public sealed class QueueEmail(AppDb db, CurrentShop shop, Outbox outbox, TimeProvider time)
{
    /// <summary>The id of the e-mail; the address was read by <see cref="EmailAddress"/>.</summary>
    public Guid Add(string to, Guid causeId, EmailContent content)
    {
        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        db.Emails.Add(new OutgoingEmail
        {
            Id = id, ShopId = shop.Id, CauseId = causeId, To = to, FromName = shop.Facts.Name.UpTo(OutgoingEmail.LongestSubject),
            Subject = content.Subject.UpTo(OutgoingEmail.LongestSubject), Text = content.Text, Html = content.Html, StopAddress = content.StopAddress,
            AttachmentName = content.Attachment?.Name.UpTo(OutgoingEmail.LongestSubject), Attachment = content.Attachment?.Content,
            NextAt = now, AskedAt = now, AskedBy = shop.Actor.UserId,
        });
        outbox.Add(new EmailQueued(id));
        return id;
    }
}

/// <summary>Wakes this server's worker when an e-mail waits.</summary>
public sealed class WakeEmailWorker(EmailSignal signal) : IHandle<EmailQueued>
{
    /// <inheritdoc />
    public Task HandleAsync(IReadOnlyList<EmailQueued> happened, CancellationToken cancel)
    {
        signal.Set();
        return Task.CompletedTask;
    }
}
