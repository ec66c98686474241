using System.IO.Compression;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Bench;

/// <summary>The file of a real seller.</summary>
public static class OnlineRetail
{
    private const string Name = "online_retail.csv";

    /// <summary>The file, unpacked; the packed one is looked for in SHARED_DIR and in ../shared.</summary>
    public static async Task<string> FileAsync()
    {
        var file = Path.Combine(Setting.Kept, Name);
        if (File.Exists(file)) return file;
        var shared = Environment.GetEnvironmentVariable("SHARED_DIR") is { Length: > 0 } told ? told : Path.Combine(Repo.Root, "..", "shared");
        await using var packed = new GZipStream(File.OpenRead(Path.Combine(shared, "data", Name + ".gz")), CompressionMode.Decompress);
        await using (var unpacked = File.Create(file + ".new")) await packed.CopyToAsync(unpacked);
        File.Move(file + ".new", file);
        return file;
    }
}
