using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats;

/// <summary>Descriptions of products as plain text: shop systems write them as HTML.</summary>
internal static partial class PlainText
{
    /// <summary>What is left without tags: ends of paragraphs, lines and points of lists are ends of lines. Nothing where nothing is left.</summary>
    public static string? Of(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty) return null;
        var text = cell.ToString();
        if (text.Contains('<', StringComparison.Ordinal)) text = Tag().Replace(EndOfLine().Replace(Hidden().Replace(text, ""), "\n"), "");
        if (text.Contains('&', StringComparison.Ordinal)) text = WebUtility.HtmlDecode(text);
        text = Gap().Replace(string.Join('\n', text.ReplaceLineEndings("\n").Replace('\0', ' ').Split('\n').Select(line => line.Trim())), "\n\n").Trim();
        return text.Length == 0 ? null : text.UpTo(ProductRules.LongestDescription);
    }

    [GeneratedRegex("<script[^>]*>.*?</script>|<style[^>]*>.*?</style>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Hidden();

    [GeneratedRegex("<br[^>]*>|</(p|div|li|h[1-6]|tr)>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EndOfLine();

    [GeneratedRegex("</?[a-z!][^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex("\n{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}
