using System.Globalization;
using System.Text;

namespace ArtisansCorner.Platform.Values;

/// <summary>The normalized twin of a text that people search: lower case, accents off, single spaces, so both engines find alike.</summary>
public static class SearchText
{
    private const int MostWords = 8;

    /// <summary>What a search compares: “Ärmel  Groß” gives “armel gross”.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (string.IsNullOrWhiteSpace(part)) continue;
            if (text.Length > 0) text.Append(' ');
            Append(text, part);
        }

        return text.ToString();
    }

    /// <summary>The words of a search, each of which is to be found, anywhere and in any order; at most eight.</summary>
    public static IReadOnlyList<string> WordsOf(string? search) => Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries) is var words && words.Length > MostWords ? words[..MostWords] : words;

    private static void Append(StringBuilder text, string part)
    {
        Span<char> letters = stackalloc char[2];
        // Most texts are plain letters, and need no more; U+FFFE is the one character that cannot be normalized.
        foreach (var rune in (Ascii.IsValid(part) ? part : part.Replace('\uFFFE', ' ').Normalize(NormalizationForm.FormKD)).EnumerateRunes())
        {
            if (!rune.IsAscii && Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            if (Rune.IsWhiteSpace(rune))
            {
                if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
            }
            else if (rune.IsAscii) text.Append(char.ToLowerInvariant((char)rune.Value));
            else if (rune.Value == 'ß') text.Append("ss");
            else text.Append(letters[..Rune.ToLowerInvariant(rune).EncodeToUtf16(letters)]);
        }

        while (text.Length > 0 && text[^1] == ' ') text.Length--;
    }
}
