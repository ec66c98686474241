using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Catalog;

/// <summary>Keeps a photo of a product, or of a material, behind those it has, in two sizes and stripped of all that is not the picture.</summary>
public sealed class AddPhoto(AppDb db, CurrentShop shop, FileStore files, TimeProvider time)
{
    private const int LargeBox = 1400;
    private const int SmallSide = 160;

    /// <summary>The photo's id, or why it cannot be kept.</summary>
    public async Task<Outcome<Guid>> RunAsync(Guid productId, Stream content, CancellationToken cancel)
    {
        var picture = await ReadAsync(content, cancel);
        if (picture is null) return new Problem("too_large", $"This picture is larger than {Photo.Largest / (1024 * 1024)} MB. Make it smaller, and bring it again.", "File", ProblemKind.TooLarge);
        if (picture.Length == 0) return new Problem("no_file", "Choose a picture to bring.", "File");
        var sizes = SizesOf(picture);
        return sizes.Succeeded ? await KeepAsync(productId, sizes.Value.Large, sizes.Value.Small, cancel) : sizes.Problems[0];
    }

    /// <summary>A picture in the two sizes that are kept, with nothing in them but the picture; or why there are none.</summary>
    internal static Outcome<(SmallPicture Large, SmallPicture Small)> SizesOf(byte[] picture)
    {
        var large = ShrinkPicture.Within(picture, LargeBox);
        if (!large.Succeeded) return large.Problems[0];
        var small = ShrinkPicture.Square(picture, SmallSide);
        return small.Succeeded ? (large.Value, small.Value) : small.Problems[0];
    }

    private async Task<Outcome<Guid>> KeepAsync(Guid productId, SmallPicture large, SmallPicture small, CancellationToken cancel)
    {
        var photo = new Photo
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, ProductId = productId, Place = 0, LargeFile = Guid.CreateVersion7(), SmallFile = Guid.CreateVersion7(),
            Width = large.Width, Height = large.Height, AddedAt = time.GetUtcNow(), AddedBy = shop.Actor.UserId,
        };
        await files.SaveAsync(shop.Id, photo.LargeFile, new MemoryStream(large.Bytes), cancel);
        await files.SaveAsync(shop.Id, photo.SmallFile, new MemoryStream(small.Bytes), cancel);
        var kept = await WriteAsync(photo, cancel);
        if (kept.Succeeded) return kept;
        files.Delete(shop.Id, photo.LargeFile);
        files.Delete(shop.Id, photo.SmallFile);
        return kept;
    }

    private async Task<Outcome<Guid>> WriteAsync(Photo photo, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        // Counting its change locks the product, so that two who bring photos at once wait for each other.
        var product = await db.ProductsAndMaterials.Where(row => row.Id == photo.ProductId).ExecuteUpdateAsync(row => row.SetProperty(one => one.Version, one => one.Version + 1), cancel);
        if (product == 0) return ProductRules.Unknown;
        var places = await db.Photos.Where(other => other.ProductId == photo.ProductId && other.RemovedAt == null).Select(other => other.Place).ToListAsync(cancel);
        if (places.Count >= Photo.MostOfProduct) return new Problem("too_many_photos", $"A product has up to {Photo.MostOfProduct} photos. Take one off first.", "File", ProblemKind.Conflict);
        photo.Place = places.Count == 0 ? 1 : places.Max() + 1;
        db.Photos.Add(photo);
        await write.CommitAsync(cancel);
        return photo.Id;
    }

    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancel)
    {
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if (all.Length + read > Photo.Largest) return null;
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }
}
