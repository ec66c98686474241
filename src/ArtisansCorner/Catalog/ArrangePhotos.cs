using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>Photos that were not there before.</summary>
public sealed record PhotosBefore(IReadOnlyList<Guid> Added);

/// <summary>The place that a photo had before it was put first.</summary>
public sealed record PhotoPlaceBefore(Guid Id, int Place);

/// <summary>Takes photos off, puts them back and says which one comes first.</summary>
public sealed class ArrangePhotos(AppDb db, TimeProvider time)
{
    /// <summary>Takes photos off their product; tells the product.</summary>
    public Task<Outcome<Guid>> RemoveAsync(IReadOnlyList<Guid> ids, CancellationToken cancel) => ChangeAsync(ids, (photo, _) => photo.RemovedAt ??= time.GetUtcNow(), cancel);

    /// <summary>Puts a photo back that was taken off; tells the product.</summary>
    public Task<Outcome<Guid>> RestoreAsync(Guid id, CancellationToken cancel) => ChangeAsync([id], (photo, _) => photo.RemovedAt = null, cancel);

    /// <summary>Shows a photo before the others of its product; tells the product.</summary>
    public Task<Outcome<Guid>> PutFirstAsync(Guid id, CancellationToken cancel) => ChangeAsync([id], (photo, first) => photo.Place = first - 1, cancel);

    /// <summary>The place that a photo has now; nothing where there is no such photo.</summary>
    public async Task<PhotoPlaceBefore?> PlaceOfAsync(Guid id, CancellationToken cancel) =>
        await db.Photos.Where(photo => photo.Id == id).Select(photo => new PhotoPlaceBefore(photo.Id, photo.Place)).FirstOrDefaultAsync(cancel);

    /// <summary>Puts a photo where it was before; tells the product.</summary>
    public Task<Outcome<Guid>> PutBackAsync(PhotoPlaceBefore before, CancellationToken cancel) => ChangeAsync([before.Id], (photo, _) => photo.Place = before.Place, cancel);

    private async Task<Outcome<Guid>> ChangeAsync(IReadOnlyList<Guid> ids, Action<Photo, int> change, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var photos = await db.Photos.Where(row => ids.Contains(row.Id)).ToListAsync(cancel);
        if (photos.Count < ids.Count || photos is not [{ ProductId: var productId }, ..]) return Unknown;
        await db.ProductsAndMaterials.Where(row => row.Id == productId).ExecuteUpdateAsync(row => row.SetProperty(one => one.Version, one => one.Version + 1), cancel);
        var first = await db.Photos.Where(row => row.ProductId == productId).MinAsync(row => row.Place, cancel);
        photos.ForEach(photo => change(photo, first));
        await write.CommitAsync(cancel);
        return productId;
    }

    /// <summary>There is none with this id in the shop.</summary>
    public static Problem Unknown => new("unknown_photo", "There is no such photo.", Kind: ProblemKind.NotFound);
}
