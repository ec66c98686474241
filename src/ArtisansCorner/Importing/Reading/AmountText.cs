using System.Globalization;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Reading;

/// <summary>Reads amounts as people and shop systems write them: 1,234.56 · £4.50 · (3.00) · -$0.95 · 1.234,56 € · 4,50 · 1,23,456.</summary>
public static class AmountText
{
    private const int Longest = 40;

    /// <summary>Which decimal mark this one amount tells of, “.” or “,”; nothing when it could be read either way.</summary>
    public static char? MarkIn(ReadOnlySpan<char> text)
    {
        int comma = text.LastIndexOf(','), point = text.LastIndexOf('.');
        if (comma < 0 && point < 0) return null;
        if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
        var (mark, at) = comma >= 0 ? (',', comma) : ('.', point);
        if (text.Count(mark) > 1) return mark == ',' ? '.' : ',';
        var number = text.Trim("-−()$£€ ");
        at = number.IndexOf(mark);
        // “1,234” may be a thousand and more; “0,234”, “1234,567” and “12,5” may not.
        var couldBeThousands = at is > 0 and <= 3 && number[0] != '0' && number.Length - at - 1 == 3;
        return couldBeThousands ? null : mark;
    }

    /// <summary>Whether it begins and ends with a digit, as most amounts do.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => text.Length > 0 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[^1]);

    /// <summary>The currency that the signs of this one amount name: the shop's where they may; nothing where it has none.</summary>
    public static string? CurrencyIn(ReadOnlySpan<char> text, Currency home)
    {
        if (IsPlain(text) || !TryBeside(text, out var before, out var after)) return null;
        var (first, second) = (AmountSigns.CurrencyOf(before, home), AmountSigns.CurrencyOf(after, home));
        // “$9.00 CAD” is in Canadian dollars.
        return first is null || first == home.Code ? second ?? first : first;
    }

    /// <summary>Whether nothing but signs of currencies stands beside the number: “9.00 each” and “50p” are no amounts of money.</summary>
    public static bool HasOnlySigns(ReadOnlySpan<char> text) =>
        IsPlain(text) || (TryBeside(text, out var before, out var after) && AmountSigns.IsNoneOrCurrency(before) && AmountSigns.IsNoneOrCurrency(after));

    /// <summary>The amount, in a file with this decimal mark; false when it is none.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, char mark, out decimal amount)
    {
        amount = 0;
        if (text.Length is 0 or > Longest) return false;
        var first = text.IndexOfAnyInRange('0', '9');
        if (first < 0) return false;
        var last = text.LastIndexOfAnyInRange('0', '9');
        if (first > 0 && text[first - 1] == mark) first--;
        var tail = text[(last + 1)..];
        // “12.-”, “12,–” and “12.--” say that there are no cents.
        if (tail is ['.' or ',', '-' or '–' or '—', ..]) tail = tail[1..].TrimStart("-–—");
        if (!AreSigns(text[..first], out var before) || !AmountSigns.MayPrecede(text[..first]) || !AreSigns(tail, out var after) || AmountSigns.IsMultiple(tail)) return false;

        Span<char> plain = stackalloc char[Longest];
        var length = Plain(text[first..(last + 1)], mark, plain);
        if (length < 0 || !decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount)) return false;
        if (before || after) amount = -amount;
        return true;
    }

    private static bool TryBeside(ReadOnlySpan<char> text, out ReadOnlySpan<char> before, out ReadOnlySpan<char> after)
    {
        var first = text.IndexOfAnyInRange('0', '9');
        before = first < 0 ? default : text[..first];
        after = first < 0 ? default : text[(text.LastIndexOfAnyInRange('0', '9') + 1)..];
        return first >= 0;
    }

    /// <summary>Whether there are only signs, such as “-CA$”; a minus or a parenthesis makes it negative.</summary>
    private static bool AreSigns(ReadOnlySpan<char> text, out bool negative)
    {
        negative = false;
        var letters = 0;
        foreach (var sign in text)
        {
            if (sign is '-' or '−' or '(') negative = true;
            else if (char.IsLetter(sign)) letters++;
            else if (sign is not (')' or '+' or '.') && !char.IsWhiteSpace(sign) && char.GetUnicodeCategory(sign) != UnicodeCategory.CurrencySymbol) return false;
        }

        return letters <= 4;
    }

    /// <summary>Writes the number with a point and without thousands; −1 when thousands are not in threes, nor, as in India, what is above them in twos.</summary>
    private static int Plain(ReadOnlySpan<char> number, char mark, Span<char> plain)
    {
        var at = number.LastIndexOf(mark);
        var whole = at < 0 ? number : number[..at];
        var (length, inGroup, groups, size) = (0, 0, 0, 3);
        foreach (var letter in whole)
        {
            if (char.IsAsciiDigit(letter))
            {
                plain[length++] = letter;
                inGroup++;
                continue;
            }

            if (!IsGroup(letter, mark) || (groups == 0 && inGroup is 0 or > 3)) return -1;
            if (groups == 1 && inGroup == 2 && length < 5 && letter == ',') size = 2;
            if (groups > 0 && inGroup != size) return -1;
            (inGroup, groups) = (0, groups + 1);
        }

        if (groups > 0 && inGroup != 3) return -1;
        if (at < 0) return length;
        plain[length++] = '.';
        foreach (var letter in number[(at + 1)..])
        {
            if (!char.IsAsciiDigit(letter)) return -1;
            plain[length++] = letter;
        }

        return length;
    }

    private static bool IsGroup(char letter, char mark) => letter is '\'' or '’' or ' ' or '\u00A0' or '\u202F' || letter == (mark == '.' ? ',' : '.');
}
