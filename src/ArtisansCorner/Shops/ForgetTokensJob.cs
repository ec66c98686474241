using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Shops;

/// <summary>Forgets tokens a month after they expired: until then their owner sees which one a program stopped for.</summary>
public sealed class ForgetTokensJob(AppDb db, TimeProvider time) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <inheritdoc />
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancel)
    {
        var until = time.GetUtcNow() - Kept;
        await using var write = await db.BeginWriteAsync(cancel);
        await db.ApiTokens.Where(token => token.ExpiresAt <= until).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
    }
}
