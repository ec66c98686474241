using System.Runtime.CompilerServices;

namespace ArtisansCorner.Tests.Harness;

/// <summary>Where this working copy lies.</summary>
public static class Repo
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path inside the working copy.</summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string Find([CallerFilePath] string here = "")
    {
        // From the built tests upwards; where they were built elsewhere, from this source file upwards.
        foreach (var start in (string[])[AppContext.BaseDirectory, Path.GetDirectoryName(here)!])
        {
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "ArtisansCorner.slnx"))) return folder.FullName;
        }

        throw new InvalidOperationException("ArtisansCorner.slnx is in no folder above the tests.");
    }
}
