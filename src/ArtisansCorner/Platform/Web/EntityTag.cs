using System.Globalization;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Platform.Web;

/// <summary>The version of what can be edited, as ETag and If-Match carry it.</summary>
public static class EntityTag
{
    /// <summary>Tells the version in the answer.</summary>
    public static void Set(HttpContext http, int version) => http.Response.Headers.ETag = $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The version the client saw, or nothing when it does not say; one that is no version of ours is stale.</summary>
    public static Outcome<int?> Expected(HttpContext http)
    {
        var header = http.Request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*") return (int?)null;
        return int.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : new Problem("stale", "This is not the present version.", Kind: ProblemKind.Stale);
    }
}
