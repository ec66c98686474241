using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>A change of a product, as its history shows it.</summary>
/// <param name="Id">Which.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who.</param>
/// <param name="Through">Through what.</param>
/// <param name="Differences">What became different.</param>
public sealed record ProductChangeItem(Guid Id, DateTimeOffset At, string? Who, Through Through, IReadOnlyList<Difference> Differences);

/// <summary>Reads the history of a product.</summary>
public sealed class ChangesQuery(AppDb db)
{
    /// <summary>Its changes, the latest first.</summary>
    public async Task<Paged<ProductChangeItem>> OfAsync(Guid productId, Cursor? after, int limit, CancellationToken cancel)
    {
        var (users, changes) = (db.Users, db.ProductChanges.AsNoTracking().Where(change => change.ProductId == productId));
        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            changes = changes.Where(change => change.At < at || (change.At == at && change.Id < id));
        }

        var rows = await changes.OrderByDescending(change => change.At).ThenByDescending(change => change.Id).Take(limit + 1)
            .Select(change => new { Change = change, Who = users.Where(user => user.Id == change.By).Select(user => user.Name ?? user.Email).FirstOrDefault() })
            .ToListAsync(cancel);
        var page = Paging.Cut(rows, limit, row => new Cursor(row.Change.At, row.Change.Id));
        List<ProductChangeItem> items = [.. page.Items.Select(row => new ProductChangeItem(
            row.Change.Id, row.Change.At, row.Who, row.Change.Through, Difference.Between(ProductState.FromJson(row.Change.Before), ProductState.FromJson(row.Change.After))))];
        return new Paged<ProductChangeItem>(items.Exists(item => item.Differences.Any(one => one.Field == Difference.Maker)) ? await WithNamesAsync(items, cancel) : items, page.Next);
    }

    private async Task<IReadOnlyList<ProductChangeItem>> WithNamesAsync(List<ProductChangeItem> items, CancellationToken cancel)
    {
        var names = await db.Makers.ToDictionaryAsync(maker => maker.Id.ToString(), maker => maker.Name, cancel);
        return items.ConvertAll(item => item with
        {
            Differences = [.. item.Differences.Select(one => one.Field == Difference.Maker ? one with { Before = NameOf(one.Before), After = NameOf(one.After) } : one)],
        });

        string? NameOf(string? id) => id is null ? null : names.GetValueOrDefault(id, "someone who is no maker here any more");
    }
}
