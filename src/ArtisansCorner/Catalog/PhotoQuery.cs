using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>A photo, as pages and the API show it.</summary>
/// <param name="Id">Which; its files are at /photos/{id}/large and /photos/{id}/small.</param>
/// <param name="Width">The width of the large size, in pixels.</param>
/// <param name="Height">The height of the large size, in pixels.</param>
public sealed record PhotoItem(Guid Id, int Width, int Height);

/// <summary>Finds photos and opens their files.</summary>
public sealed class PhotoQuery(AppDb db, CurrentShop shop, FileStore files)
{
    /// <summary>The photos of these products, each product's in their order.</summary>
    public async Task<ILookup<Guid, PhotoItem>> OfAsync(IReadOnlyCollection<Guid> products, CancellationToken cancel) =>
        (await db.Photos.AsNoTracking().Where(photo => products.Contains(photo.ProductId) && photo.RemovedAt == null)
            .OrderBy(photo => photo.Place).ThenBy(photo => photo.Id).ToListAsync(cancel))
        .ToLookup(photo => photo.ProductId, photo => new PhotoItem(photo.Id, photo.Width, photo.Height));

    /// <summary>A photo's file in a size, or nothing.</summary>
    public async Task<Stream?> OpenAsync(Guid id, PhotoSize size, CancellationToken cancel)
    {
        var photo = await db.Photos.AsNoTracking().Where(row => row.Id == id && row.RemovedAt == null).Select(row => new { row.LargeFile, row.SmallFile }).FirstOrDefaultAsync(cancel);
        if (photo is null) return null;
        var file = size == PhotoSize.Large ? photo.LargeFile : photo.SmallFile;
        return files.Exists(shop.Id, file) ? files.Open(shop.Id, file) : null;
    }
}
