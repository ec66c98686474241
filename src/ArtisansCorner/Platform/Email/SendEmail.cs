using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Platform.Email;

/// <summary>Sends one e-mail that a worker claimed and writes down what came of it: sent, to be tried again later, or given up.</summary>
public sealed class SendEmail(AppDb db, IEmailSender sender, TimeProvider time)
{
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    /// <summary>Sends it; nothing is locked while the mail server is waited for.</summary>
    public async Task RunAsync(Guid id, Guid worker, CancellationToken cancel)
    {
        if (await Mine(id, worker).AsNoTracking().FirstOrDefaultAsync(cancel) is not { } email) return;
        var outcome = await sender.SendAsync(email, cancel);
        // Written down even while this server stops: what was taken shall not be sent again.
        await WriteAsync(email, worker, outcome, CancellationToken.None);
    }

    private async Task WriteAsync(OutgoingEmail email, Guid worker, EmailOutcome outcome, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var next = outcome.Succeeded || outcome.IsFinal || email.Attempts >= Pauses.Length ? (DateTimeOffset?)null : now + Pauses[email.Attempts];
        var state = outcome.Succeeded ? EmailState.Sent : next is null ? EmailState.GivenUp : EmailState.Waiting;
        await using var write = await db.BeginWriteAsync(cancel);
        await Mine(email.Id, worker).ExecuteUpdateAsync(
            row => row
                .SetProperty(one => one.State, state)
                .SetProperty(one => one.Attempts, email.Attempts + 1)
                .SetProperty(one => one.NextAt, next)
                .SetProperty(one => one.Failure, outcome.Failure)
                .SetProperty(one => one.EndedAt, next is null ? now : null)
                // What it said can be drawn again from what it is about.
                .SetProperty(one => one.Text, next is null ? "" : email.Text)
                .SetProperty(one => one.Html, next is null ? "" : email.Html)
                .SetProperty(one => one.Attachment, next is null ? null : email.Attachment)
                .SetProperty(one => one.ClaimedUntil, (DateTimeOffset?)null)
                .SetProperty(one => one.ClaimedBy, (Guid?)null),
            cancel);
        await write.CommitAsync(cancel);
    }

    private IQueryable<OutgoingEmail> Mine(Guid id, Guid worker) =>
        db.Emails.IgnoreQueryFilters([AppDb.ShopFilter]).Where(email => email.Id == id && email.ClaimedBy == worker);
}
