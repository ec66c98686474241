using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>The imports of the shop, latest first.</summary>
public sealed class ImportListQuery(AppDb db)
{
    /// <summary>Some of them, after the cursor.</summary>
    public async Task<Paged<ImportItem>> RunAsync(Cursor? after, int limit, CancellationToken cancel)
    {
        var (imports, users) = (db.Imports.AsNoTracking(), db.Users);
        if (after is { } seen)
        {
            var at = seen.At;
            imports = imports.Where(import => import.CreatedAt < at || (import.CreatedAt == at && import.Id < seen.Id));
        }

        var rows = await imports.OrderByDescending(import => import.CreatedAt).ThenByDescending(import => import.Id).Take(limit + 1)
            .Select(import => new { import.Id, import.FileName, import.Status, import.Format, import.Rows, import.Accepted, import.Rejected, import.CreatedAt, import.CreatedBy, Who = users.Where(user => user.Id == import.CreatedBy).Select(user => user.Name ?? user.Email).FirstOrDefault() })
            .ToListAsync(cancel);
        var items = rows.ConvertAll(import => new ImportItem(
            import.Id, import.FileName, ImportDetails.Word(import.Status), import.Format, import.Rows, import.Accepted, import.Rejected, import.CreatedAt, import.CreatedBy, import.Who));
        return Paging.Cut(items, limit, item => new Cursor(item.CreatedAt, item.Id));
    }
}

/// <summary>One import in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FileName">What the file is called.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Format">What it was recognized as.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Accepted">How many can go in.</param>
/// <param name="Rejected">How many cannot.</param>
/// <param name="CreatedAt">When it was uploaded.</param>
/// <param name="CreatedBy">Who uploaded it.</param>
/// <param name="Who">Their name.</param>
public sealed record ImportItem(Guid Id, string FileName, string Status, string? Format, long Rows, long Accepted, long Rejected, DateTimeOffset CreatedAt, Guid? CreatedBy, string? Who);
