using System.IO.Hashing;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Files;

namespace ArtisansCorner.Importing.Export;

/// <summary>The photos in a shop that is taken away: each a file in a folder of the ZIP, under the id of its row.</summary>
internal static class OurPictures
{
    private const string Folder = "photos/";
    private const string Ending = ".webp";

    /// <summary>What the file of a photo is called in the ZIP.</summary>
    public static string NameOf(Guid photo) => $"{Folder}{photo}{Ending}";

    /// <summary>The photo whose file is called so; nothing when it is none.</summary>
    public static Guid? PhotoOf(string path) =>
        path.StartsWith(Folder, StringComparison.Ordinal) && path.EndsWith(Ending, StringComparison.Ordinal) && Guid.TryParse(path.AsSpan(Folder.Length, path.Length - Folder.Length - Ending.Length), out var id) ? id : null;

    /// <summary>Under which id the file of a photo is kept while its import waits.</summary>
    public static Guid KeptAs(Guid importId, Guid photo)
    {
        Span<byte> seed = stackalloc byte[32];
        importId.TryWriteBytes(seed);
        photo.TryWriteBytes(seed[16..]);
        return new Guid(XxHash128.Hash(seed));
    }

    /// <summary>The photos whose pictures came along, their files made; of a row without its picture there is nothing to see.</summary>
    public static async Task<List<object>> BringAsync(FileStore files, IReadOnlyList<DraftRow> rows, Guid importId, CancellationToken cancel)
    {
        List<object> photos = [];
        foreach (var row in rows)
        {
            if (await BringAsync(files, (Photo)row.Entity, KeptAs(importId, row.Was), cancel) is { } photo) photos.Add(photo);
        }

        return photos;
    }

    /// <summary>
    /// Makes the files of a photo that is brought back, under the ids that its row says; nothing but the picture is taken from the ZIP. The row with the size
    /// that it has now; nothing where its file is missing or no picture.
    /// </summary>
    private static async Task<Photo?> BringAsync(FileStore files, Photo photo, Guid keptAs, CancellationToken cancel)
    {
        if (!files.Exists(photo.ShopId, keptAs) || new FileInfo(files.PathOf(photo.ShopId, keptAs)).Length > Photo.Largest) return null;
        var sizes = AddPhoto.SizesOf(await File.ReadAllBytesAsync(files.PathOf(photo.ShopId, keptAs), cancel));
        if (!sizes.Succeeded) return null;
        var (large, small) = sizes.Value;
        await files.SaveAsync(photo.ShopId, photo.LargeFile, new MemoryStream(large.Bytes), cancel);
        await files.SaveAsync(photo.ShopId, photo.SmallFile, new MemoryStream(small.Bytes), cancel);
        return new Photo
        {
            Id = photo.Id, ShopId = photo.ShopId, ProductId = photo.ProductId, Place = photo.Place, LargeFile = photo.LargeFile, SmallFile = photo.SmallFile, Width = large.Width, Height = large.Height,
            AddedAt = photo.AddedAt, AddedBy = photo.AddedBy, RemovedAt = photo.RemovedAt,
        };
    }
}
