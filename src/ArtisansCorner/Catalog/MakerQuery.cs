using ArtisansCorner.Platform.Database;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>A maker of the shop.</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">The name.</param>
/// <param name="Products">How many products are theirs, retired ones too.</param>
/// <param name="Version">Counts its changes.</param>
public sealed record MakerItem(Guid Id, string Name, int Products, int Version);

/// <summary>Finds the makers of a shop.</summary>
public sealed class MakerQuery(AppDb db)
{
    /// <summary>All of them, in the order in which they came.</summary>
    public async Task<IReadOnlyList<MakerItem>> ListAsync(CancellationToken cancel) => await Of(db.Makers.OrderBy(maker => maker.Id)).ToListAsync(cancel);

    /// <summary>One, or nothing.</summary>
    public Task<MakerItem?> FindAsync(Guid id, CancellationToken cancel) => Of(db.Makers.Where(maker => maker.Id == id)).FirstOrDefaultAsync(cancel);

    /// <summary>Whether there is such a maker; if so, nobody takes them off the list until the transaction that is open ends.</summary>
    internal static async Task<bool> HoldAsync(AppDb db, Guid id, CancellationToken cancel) => await db.Makers.Where(maker => maker.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not null;

    private IQueryable<MakerItem> Of(IQueryable<Maker> makers)
    {
        var products = db.Products;
        return makers.Select(maker => new MakerItem(maker.Id, maker.Name, products.Count(product => product.MakerId == maker.Id), maker.Version));
    }
}
