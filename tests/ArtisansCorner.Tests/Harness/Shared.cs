namespace ArtisansCorner.Tests.Harness;

/// <summary>Real files that the tests read where they are present: SHARED_DIR, else the folder “shared” beside the working copy.</summary>
public static class Shared
{
    /// <summary>The folder; it may not be there.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("SHARED_DIR") is { Length: > 0 } folder ? folder : Path.GetFullPath(Repo.PathOf("..", "shared"));

    /// <summary>The path of a file in it; a test that needs one that is not there is skipped, with the reason.</summary>
    public static string Need(params ReadOnlySpan<string> parts)
    {
        var path = Path.Combine([Folder, .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"{string.Join('/', parts.ToArray())} is not in the shared folder; set SHARED_DIR to the folder that has it.");
        return path;
    }
}
