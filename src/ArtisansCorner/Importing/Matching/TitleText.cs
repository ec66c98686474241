using System.Text.RegularExpressions;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Matching;

/// <summary>Compares what files call a thing with what the catalog calls it.</summary>
public static partial class TitleText
{
    private const double Contained = 0.9;
    private const int ShortWord = 3;

    /// <summary>A title as it is compared exactly: its words in their order, without marks, without the names of options as in “Mug, Color:Blue”.</summary>
    public static string KeyOf(string title) => string.Join(' ', WordsOf(title)).UpTo(ProductAlias.LongestTitle);

    /// <summary>
    /// How alike two texts are, from 0 to 1, by the words that they share whatever their order: Dice's 2·|A∩B| ÷ (|A| + |B|), or nine tenths of the share
    /// of the catalog's words that the title has, where those are several, for titles of marketplaces are long.
    /// </summary>
    public static double Likeness(IReadOnlySet<string> title, IReadOnlySet<string> product)
    {
        if (title.Count == 0 || product.Count == 0) return 0;
        var shared = product.Count(title.Contains);
        var dice = 2.0 * shared / (title.Count + product.Count);
        return product.Count == 1 ? dice : Math.Max(dice, Contained * shared / product.Count);
    }

    /// <summary>The words that likeness is told by; “mugs” and “mug” are one.</summary>
    public static IReadOnlySet<string> StemsOf(string title) =>
        WordsOf(title).Where(word => word.Length > 1).Select(word => word.Length > ShortWord && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> WordsOf(string title) => Word().Matches(SearchText.Of(Option().Replace(title, ","))).Select(match => match.Value);

    [GeneratedRegex(@",\s*[^,:]{1,30}:")]
    private static partial Regex Option();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Word();
}
