using ArtisansCorner.Analytics;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Says which files of the last week did not go in, until a later one did.</summary>
internal sealed class FailedImportNotices(AppDb db, CurrentShop shop, TimeProvider time) : INoticeSource
{
    private const int Shown = 3;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    /// <inheritdoc />
    public int Order => 10;

    /// <inheritdoc />
    public async Task<IReadOnlyList<Notice>> FindAsync(CancellationToken cancel)
    {
        var (imports, since) = (db.Imports, time.GetUtcNow() - Recent);
        var failed = await imports
            .Where(import => import.Status == ImportStatus.Failed && import.CreatedAt >= since &&
                !imports.Any(later => later.Status == ImportStatus.Done && later.CreatedAt > import.CreatedAt))
            .OrderByDescending(import => import.CreatedAt).Take(Shown)
            .Select(import => new { import.Id, import.FileName, import.Error }).ToListAsync(cancel);
        if (failed.Count == 0) return [];
        var home = $"/{shop.Facts.Slug}/import";
        return
        [
            new Notice(
                "warn", failed.Count == 1 ? "A file did not go in" : "Files did not go in", null,
                [.. failed.Select(import => new NoticeLine(import.FileName, $"{home}/{import.Id}", "", import.Error))],
                [new("Bring another file", home)]),
        ];
    }
}
