using System.Globalization;

namespace ArtisansCorner.Platform.Values;

/// <summary>Reads numbers as people type them.</summary>
public static class NumberField
{
    /// <summary>A whole number: “12”, “1 200”, “1,200”, “−3”.</summary>
    public static bool TryParse(string? text, out long number)
    {
        number = 0;
        var digits = WithoutSpaces(text);
        var negative = digits is ['-' or '−', ..];
        if (digits is ['-' or '−' or '+', .. var rest]) digits = rest;
        if (!TrySplit(digits, 0, out var whole, out _) || !long.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out number)) return false;
        if (negative) number = -number;
        return true;
    }

    /// <summary>The text without any kind of space or apostrophe, which part thousands somewhere.</summary>
    internal static string WithoutSpaces(string? text) =>
        string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter) && letter is not ('\'' or '’')));

    /// <summary>Parts digits and marks into the digits before and after the decimal mark; false when that is no number with so few decimals.</summary>
    internal static bool TrySplit(string text, int decimals, out string whole, out string fraction)
    {
        (whole, fraction) = ("", "");
        var last = text.LastIndexOfAny(['.', ',']);
        if (last < 0) return IsDigits(whole = text);

        var (mark, after) = (text[last], text[(last + 1)..]);
        var other = mark == '.' ? ',' : '.';
        var once = text.IndexOf(mark, StringComparison.Ordinal) == last;
        var partsThousands = !once || (!text.Contains(other, StringComparison.Ordinal) && after.Length == 3 && decimals != 3 && last > 0);
        if (partsThousands) return !text.Contains(other, StringComparison.Ordinal) && TryJoin(text, mark, out whole);

        fraction = after;
        return after.Length <= decimals && (after.Length == 0 || IsDigits(after)) && TryJoin(text[..last], other, out whole) && (whole.Length > 0 || after.Length > 0);
    }

    /// <summary>Joins groups of three, the first of one to three: “1,234,567”.</summary>
    private static bool TryJoin(string text, char mark, out string joined)
    {
        var groups = text.Split(mark);
        joined = string.Concat(groups);
        if (groups.Length == 1) return text.Length == 0 || IsDigits(text);
        return groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(group => group.Length == 3) && IsDigits(joined);
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
