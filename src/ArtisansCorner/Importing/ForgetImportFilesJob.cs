using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Deletes the files of imports that brought nothing, a month after they failed, were cancelled or were taken back; what was said of them stays in the list.</summary>
public sealed class ForgetImportFilesJob(AppDb db, ImportFiles files, TimeProvider time) : IJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <inheritdoc />
    public TimeSpan Every => TimeSpan.FromDays(1);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancel)
    {
        var until = time.GetUtcNow() - Kept;
        var everyones = db.Imports.IgnoreQueryFilters([AppDb.ShopFilter]).AsNoTracking();
        var over = await everyones.Where(import => import.FinishedAt < until && (import.Status == ImportStatus.Failed || import.Status == ImportStatus.Cancelled || import.Status == ImportStatus.Undone))
            .Select(import => new { import.Id, import.ShopId }).ToListAsync(cancel);
        foreach (var one in over.Where(one => files.Has(one.ShopId, one.Id)))
            files.ForgetAll(one.ShopId, one.Id, ImportPlan.Of(await everyones.FirstAsync(import => import.Id == one.Id, cancel)));
    }
}
