using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Reading;

/// <summary>A file's headings, found by name in any order, case and spacing.</summary>
public sealed class Headings
{
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);

    /// <summary>The headings as the file writes them, from left to right.</summary>
    /// <param name="names">The headings.</param>
    /// <param name="mapping">For our names, which of the headings stand for them.</param>
    public Headings(IReadOnlyList<string> names, IReadOnlyDictionary<string, string>? mapping = null)
    {
        Names = names;
        foreach (var (ours, theirs) in mapping ?? new Dictionary<string, string>())
        {
            for (var i = 0; i < names.Count; i++)
            {
                if (KeyOf(names[i]) == KeyOf(theirs)) columns.TryAdd(KeyOf(ours), i);
            }
        }

        for (var i = 0; i < names.Count; i++) columns.TryAdd(KeyOf(names[i]), i);
    }

    /// <summary>The headings as the file writes them, from left to right.</summary>
    public IReadOnlyList<string> Names { get; }

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
    public static string KeyOf(string name) => string.Concat(SearchText.Of(name).Where(char.IsLetterOrDigit));
}
