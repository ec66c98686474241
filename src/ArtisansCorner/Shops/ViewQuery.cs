using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Shops;

/// <summary>A saved view as lists and the API show it.</summary>
/// <param name="Id">Which; the short address inside the shop is <c>views/{id}</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">The page and its query, inside the shop.</param>
/// <param name="CreatedAt">When it was saved.</param>
public sealed record ViewItem(Guid Id, string Name, string Address, DateTimeOffset CreatedAt);

/// <summary>Finds saved views.</summary>
public sealed class ViewQuery(AppDb db)
{
    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<ViewItem>> ListAsync(CancellationToken cancel) =>
        [.. (await There().ToListAsync(cancel)).OrderBy(view => view.Name, StringComparer.OrdinalIgnoreCase).ThenBy(view => view.Id).Select(ItemOf)];

    /// <summary>One, or nothing.</summary>
    public async Task<ViewItem?> FindAsync(Guid id, CancellationToken cancel) => await There().FirstOrDefaultAsync(view => view.Id == id, cancel) is { } view ? ItemOf(view) : null;

    private IQueryable<SavedView> There() => db.SavedViews.AsNoTracking().Where(view => view.RemovedAt == null);

    private static ViewItem ItemOf(SavedView view) => new(view.Id, view.Name, view.Address, view.CreatedAt);
}
