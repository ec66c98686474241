using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Accounts;

/// <summary>Forgets sessions that have expired: from where and with what somebody was signed in is nobody's business any more.</summary>
public sealed class ForgetSessionsJob(AppDb db, TimeProvider time) : IJob
{
    /// <inheritdoc />
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await using var write = await db.BeginWriteAsync(cancel);
        await db.Sessions.Where(session => session.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
    }
}
