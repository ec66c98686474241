using System.Globalization;
using System.Text;

namespace ArtisansCorner.Platform.Values;

/// <summary>The normalized twin of a text that people search: lower case, accents off, single spaces, so both engines find alike.</summary>
public static class SearchText
{
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

    private static void Append(StringBuilder text, string part)
    {
        // U+FFFE is the one character that cannot be normalized.
        foreach (var rune in part.Replace('\uFFFE', ' ').Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark) continue;
            if (Rune.IsWhiteSpace(rune))
            {
                if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
            }
            else if (rune.Value == 'ß') text.Append("ss");
            else text.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        while (text.Length > 0 && text[^1] == ' ') text.Length--;
    }
}
