using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>Takes photos off, puts them back and says which one comes first.</summary>
public sealed class ArrangePhotos(AppDb db, TimeProvider time)
{
    /// <summary>Takes a photo off its product; tells the product.</summary>
    public Task<Outcome<Guid>> RemoveAsync(Guid id, CancellationToken cancel) =>
        ChangeAsync(id, (photo, _) => photo.RemovedAt ??= time.GetUtcNow(), cancel);

    /// <summary>Puts a photo back that was taken off; tells the product.</summary>
    public Task<Outcome<Guid>> RestoreAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, (photo, _) => photo.RemovedAt = null, cancel);

    /// <summary>Shows a photo before the others of its product; tells the product.</summary>
    public Task<Outcome<Guid>> PutFirstAsync(Guid id, CancellationToken cancel) => ChangeAsync(id, (photo, first) => photo.Place = first - 1, cancel);

    private async Task<Outcome<Guid>> ChangeAsync(Guid id, Action<Photo, int> change, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Photos.FirstOrDefaultAsync(row => row.Id == id, cancel) is not { } photo) return Unknown;
        await db.ProductsAndMaterials.Where(row => row.Id == photo.ProductId).ExecuteUpdateAsync(row => row.SetProperty(one => one.Version, one => one.Version + 1), cancel);
        change(photo, await db.Photos.Where(row => row.ProductId == photo.ProductId).MinAsync(row => row.Place, cancel));
        await write.CommitAsync(cancel);
        return photo.ProductId;
    }

    /// <summary>There is none with this id in the shop.</summary>
    public static Problem Unknown => new("unknown_photo", "There is no such photo.", Kind: ProblemKind.NotFound);
}
