using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>Finds imports of the shop.</summary>
public sealed class ImportQuery(AppDb db, TimeProvider time)
{
    /// <summary>One import, or nothing.</summary>
    public async Task<ImportDetails?> FindAsync(Guid id, CancellationToken cancel)
    {
        var users = db.Users;
        var found = await db.Imports.AsNoTracking().Where(import => import.Id == id)
            .Select(import => new { Import = import, Who = users.Where(user => user.Id == import.CreatedBy).Select(user => user.Name ?? user.Email).FirstOrDefault() })
            .FirstOrDefaultAsync(cancel);
        return found is null ? null : ImportDetails.Of(found.Import, found.Who, time.GetUtcNow());
    }

    /// <summary>The file with its rejected rows, and what the file itself is called; nothing where there is none.</summary>
    public async Task<RejectedFile?> FindRejectedAsync(Guid id, CancellationToken cancel) =>
        await db.Imports.AsNoTracking().FirstOrDefaultAsync(import => import.Id == id, cancel) is { } import && ImportPlan.Of(import).RejectedFile is { } file
            ? new RejectedFile(file, $"rejected-{Path.GetFileNameWithoutExtension(import.FileName)}{(ImportPlan.Of(import).RejectedIsZip ? ".zip" : ".csv")}")
            : null;
}

/// <summary>The file with the rows of an import that do not go in.</summary>
/// <param name="File">Under which id it is kept.</param>
/// <param name="DownloadName">What it is called for people.</param>
public sealed record RejectedFile(Guid File, string DownloadName)
{
    /// <summary>Its media type.</summary>
    public string ContentType => DownloadName.EndsWith(".zip", StringComparison.Ordinal) ? "application/zip" : "text/csv; charset=utf-8";
}
