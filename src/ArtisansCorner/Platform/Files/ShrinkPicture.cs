using ArtisansCorner.Platform.Problems;
using NetVips;

namespace ArtisansCorner.Platform.Files;

/// <summary>A picture made small, as WebP.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record SmallPicture(byte[] Bytes, int Width, int Height);

/// <summary>
/// Makes small copies of a picture: upright, in the colors of the web, and with nothing in them but the picture,
/// so that where and with what it was taken stays with the person.
/// </summary>
public static class ShrinkPicture
{
    /// <summary>A picture of more pixels is refused before it is unpacked: a small file can hold a very large one.</summary>
    public const long MostPixels = 80_000_000;

    private const int Quality = 80;

    static ShrinkPicture()
    {
        // Of some thirty readers only those that people's cameras and pages need: each is a door to files by strangers.
        Operation.Block("VipsForeignLoad", true);
        foreach (var reader in (string[])["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp"]) Operation.Block(reader, false);
        Cache.Max = 0;
        // A refused picture is told to the person who brought it; it is no warning to the operator.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
    }

    /// <summary>The picture within a box of so many pixels each way, never enlarged; or why there is none.</summary>
    public static Outcome<SmallPicture> Within(byte[] picture, int box) => Run(picture, () => Image.ThumbnailBuffer(picture, box, height: box, size: Enums.Size.Down, failOn: Enums.FailOn.Truncated));

    /// <summary>The middle of the picture as a square of so many pixels; or why there is none.</summary>
    public static Outcome<SmallPicture> Square(byte[] picture, int side) => Run(picture, () => Image.ThumbnailBuffer(picture, side, height: side, crop: Enums.Interesting.Centre, failOn: Enums.FailOn.Truncated));

    private static Outcome<SmallPicture> Run(byte[] picture, Func<Image> shrink)
    {
        try
        {
            using (var asItIs = Image.NewFromBuffer(picture))
            {
                if ((long)asItIs.Width * asItIs.Height > MostPixels)
                    return new Problem("picture_too_large", $"This picture has more than {MostPixels / 1_000_000} million pixels. Make it smaller, and bring it again.", "File");
            }

            using var small = shrink();
            return new SmallPicture(small.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None), small.Width, small.Height);
        }
        catch (VipsException)
        {
            return new Problem("not_a_picture", "This is not a picture that we can read. Bring a JPEG, PNG or WebP file.", "File");
        }
    }
}
