using System.Text;

namespace ArtisansCorner.Catalog;

/// <summary>Makes codes for what has none, of what it is called.</summary>
public static class MadeCode
{
    private const int Longest = 24;

    /// <summary>“Olive oil” gives OLIVE-OIL, and OLIVE-OIL-2 where that is taken; what has no letter gets the other word.</summary>
    public static string Of(string name, IReadOnlySet<string> taken, string otherwise)
    {
        var code = new StringBuilder();
        foreach (var letter in name.Trim().ToUpperInvariant())
        {
            if (char.IsLetterOrDigit(letter)) code.Append(letter);
            else if (code is [.., not '-']) code.Append('-');
            if (code.Length == Longest) break;
        }

        var made = code.ToString().Trim('-') is { Length: > 0 } some ? some : otherwise;
        return taken.Contains(made) ? Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{made}-{number}").First(other => !taken.Contains(other)) : made;
    }
}
