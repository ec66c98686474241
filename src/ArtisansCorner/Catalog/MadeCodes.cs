using System.Text;

namespace ArtisansCorner.Catalog;

/// <summary>Makes codes for what has none, of what it is called; none twice.</summary>
/// <param name="isTaken">Whether something else has a code.</param>
/// <param name="otherwise">The word for what has no letter in its name.</param>
public sealed class MadeCodes(Predicate<string> isTaken, string otherwise)
{
    private const int Longest = 24;
    private readonly Dictionary<string, int> times = new(StringComparer.Ordinal);

    /// <summary>“Olive oil” gives OLIVE-OIL, and OLIVE-OIL-2 where that is taken; what has no letter gets the other word.</summary>
    public string Of(string name)
    {
        var word = WordOf(name);
        while (true)
        {
            // Thousands may begin alike: none is tried twice.
            var number = times[word] = times.GetValueOrDefault(word) + 1;
            var code = number == 1 ? word : $"{word}-{number}";
            if (!isTaken(code)) return code;
        }
    }

    private string WordOf(string name)
    {
        var code = new StringBuilder();
        foreach (var letter in name.Trim().ToUpperInvariant())
        {
            if (char.IsLetterOrDigit(letter)) code.Append(letter);
            else if (code is [.., not '-']) code.Append('-');
            if (code.Length == Longest) break;
        }

        return code.ToString().Trim('-') is { Length: > 0 } some ? some : otherwise;
    }
}
