using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Shops;

/// <summary>Forgets how things were before changes of yesterday: nobody is asked any more whether to undo them.</summary>
public sealed class ForgetUndoStepsJob(AppDb db, TimeProvider time) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <inheritdoc />
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancel)
    {
        var until = time.GetUtcNow() - Kept;
        await using var write = await db.BeginWriteAsync(cancel);
        await db.UndoSteps.IgnoreQueryFilters([AppDb.ShopFilter]).Where(step => step.ChangedAt < until).ExecuteDeleteAsync(cancel);
        await write.CommitAsync(cancel);
    }
}
