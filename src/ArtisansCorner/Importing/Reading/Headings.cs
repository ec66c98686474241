using System.Globalization;
using System.IO.Hashing;
using System.Net;
using System.Runtime.InteropServices;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Reading;

/// <summary>A file's headings, found by name in any order, case and spacing.</summary>
public sealed class Headings
{
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly HashSet<string> mapped = new(StringComparer.Ordinal);

    /// <summary>The headings as the file writes them, from left to right.</summary>
    /// <param name="names">The headings.</param>
    /// <param name="mapping">For our names, which of the headings stand for them; an empty text where none does.</param>
    public Headings(IReadOnlyList<string> names, IReadOnlyDictionary<string, string>? mapping = null)
    {
        Names = names;
        mapped.UnionWith((mapping?.Keys ?? []).Select(KeyOf));
        foreach (var (ours, theirs) in mapping ?? new Dictionary<string, string>())
        {
            if (theirs.Length == 0) columns.TryAdd(KeyOf(ours), -1);
            for (var i = 0; i < names.Count && theirs.Length > 0; i++)
            {
                if (KeyOf(names[i]) == KeyOf(theirs)) columns.TryAdd(KeyOf(ours), i);
            }
        }

        for (var i = 0; i < names.Count; i++) columns.TryAdd(KeyOf(names[i]), i);
    }

    /// <summary>The headings as the file writes them, from left to right.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>
    /// Whether a person said which columns stand for these of ours, the needed ones among them, and for no others: then it is what they say,
    /// whatever else the table has.
    /// </summary>
    public bool IsMappedTo(IEnumerable<string> ours, IEnumerable<string> needed) =>
        mapped.Count > 0 && mapped.IsSubsetOf(ours.Select(KeyOf)) && mapped.IsSupersetOf(needed.Select(KeyOf));

    /// <summary>The column with one of these names, the first that is there; −1 when none is.</summary>
    public int Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (columns.TryGetValue(KeyOf(name), out var column)) return column;
        }

        return -1;
    }

    /// <summary>A heading as it is compared: letters and digits only, lower case, accents off.</summary>
    public static string KeyOf(string name) =>
        string.Concat(SearchText.Of(name.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(name) : name).Where(char.IsLetterOrDigit));

    /// <summary>Whether they are those of rejected rows, which have two columns of ours.</summary>
    public static bool AreOfRejected(IReadOnlyList<string> names) => names is [.., var row, var reason] && (KeyOf(row), KeyOf(reason)) == ("row", "reason");

    /// <summary>
    /// What all files with these headings share, in whatever order they stand. The two columns that we add to rejected rows do not count,
    /// so that a mended file is known again.
    /// </summary>
    public static string FingerprintOf(IReadOnlyList<string> names)
    {
        while (AreOfRejected(names)) names = [.. names.SkipLast(2)];
        var keys = names.Select(KeyOf).Where(key => key.Length > 0);
        var text = string.Join('\n', keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.AsSpan())).ToString("x32", CultureInfo.InvariantCulture);
    }
}
