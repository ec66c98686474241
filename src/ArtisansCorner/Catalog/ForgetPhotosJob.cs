using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>Deletes the files of photos that were taken off a month ago, and then the photos.</summary>
public sealed class ForgetPhotosJob(AppDb db, FileStore files, TimeProvider time) : IJob
{
    private const int AtOnce = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <inheritdoc />
    public TimeSpan Every => TimeSpan.FromHours(6);

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancel)
    {
        var until = time.GetUtcNow() - Kept;
        var gone = db.Photos.IgnoreQueryFilters([AppDb.ShopFilter]).Where(photo => photo.RemovedAt < until);
        while (await gone.AsNoTracking().OrderBy(photo => photo.Id).Take(AtOnce).ToListAsync(cancel) is { Count: > 0 } some)
        {
            // The files first: what is killed between finds them gone and goes on.
            foreach (var file in some.SelectMany(photo => ((Guid, Guid)[])[(photo.ShopId, photo.LargeFile), (photo.ShopId, photo.SmallFile)])) files.Delete(file.Item1, file.Item2);
            var ids = some.Select(photo => photo.Id).ToList();
            await using var write = await db.BeginWriteAsync(cancel);
            await gone.Where(photo => ids.Contains(photo.Id)).ExecuteDeleteAsync(cancel);
            await write.CommitAsync(cancel);
        }
    }
}
