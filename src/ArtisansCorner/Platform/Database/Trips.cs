using System.Diagnostics;

namespace ArtisansCorner.Platform.Database;

/// <summary>How often a request went to the database: a tag of its trace. On SQLite nothing travels; it counts as it would elsewhere.</summary>
public static class Trips
{
    /// <summary>The name of the tag.</summary>
    public const string Tag = "database.trips";

    internal static void Count()
    {
        if (Activity.Current is { IsAllDataRequested: true } request) request.SetTag(Tag, (request.GetTagItem(Tag) as int? ?? 0) + 1);
    }
}
