using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Reading;

/// <summary>
/// Reads dates as files write them: 2026-12-31 · 2026-12-31T23:59:59Z · 31/12/2026 23:59 · 12/31/26 1:05 PM · 31 Dec 2026 ·
/// September 26, 2026 · 26 settembre 2026 · 26. März 2026 · 26 de septiembre de 2026 · 20261231.
/// </summary>
public static class DateText
{
    /// <summary>Which order this one date tells of; nothing when it could be read either way.</summary>
    public static DateOrder? OrderIn(ReadOnlySpan<char> text)
    {
        if (!TryNumber(ref text, out var first) || text.Length == 0 || !TryNumber(ref text, out var second)) return null;
        return (first, second) switch
        {
            ( > 12 and <= 31, <= 12) => DateOrder.DayFirst,
            ( <= 12, > 12 and <= 31) => DateOrder.MonthFirst,
            _ => null,
        };
    }

    /// <summary>The three numbers of a date without a name in it.</summary>
    public static bool TryNumbers(ReadOnlySpan<char> text, out int first, out int second, out int last)
    {
        (second, last) = (0, 0);
        return TryNumber(ref text, out first) && TryNumber(ref text, out second) && TryNumber(ref text, out last);
    }

    /// <summary>Whether day and month could be exchanged in this date.</summary>
    public static bool IsTwoWays(ReadOnlySpan<char> text) =>
        TryNumber(ref text, out var first) && text.Length > 0 && TryNumber(ref text, out var second) && first is > 0 and <= 12 && second is > 0 and <= 12;

    /// <summary>The moment, on the shop's clock; false when the text is no date between 1970 and 2100.</summary>
    /// <param name="text">The text.</param>
    /// <param name="order">Which of day, month and a year of two digits comes first, where all are numbers.</param>
    /// <param name="zone">The shop's clock.</param>
    /// <param name="moment">The moment.</param>
    /// <param name="clock">The clock of the file, where it is not the shop's; a text that names its own zone keeps it.</param>
    public static bool TryRead(ReadOnlySpan<char> text, DateOrder order, ShopZone zone, out FileMoment moment, ShopZone? clock = null)
    {
        moment = default;
        if (text.Length is < 6 or > 50) return false;
        var (time, offset) = (TimeSpan.Zero, (TimeSpan?)null);
        // The time of day begins with the number before the first colon.
        var colon = text.IndexOf(':');
        if (colon > 0)
        {
            var start = colon;
            while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
            if (start == 0 || !TimeText.TryRead(text[start..], out time, out offset)) return false;
            text = text[..start];
        }

        if (!TryDay(text, order, out var day)) return false;
        var at = day + time;
        moment = true switch
        {
            _ when colon <= 0 => new FileMoment(day, true),
            _ when offset is { } known => new FileMoment(zone.LocalOf(new DateTimeOffset(at, known)), false),
            _ when clock is not null => new FileMoment(zone.LocalOf(clock.InstantOf(at)), false),
            _ => new FileMoment(at, false),
        };
        return true;
    }

    private static bool TryDay(ReadOnlySpan<char> text, DateOrder order, out DateTime day)
    {
        day = default;
        Span<int> numbers = stackalloc int[3];
        Span<int> digits = stackalloc int[3];
        var (count, month) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            if (char.IsAsciiDigit(text[i]))
            {
                if (count == 3) return false;
                while (i < text.Length && char.IsAsciiDigit(text[i]) && i - start < 8) numbers[count] = numbers[count] * 10 + (text[i++] - '0');
                digits[count++] = i - start;
            }
            else if (char.IsLetter(text[i]))
            {
                while (i < text.Length && char.IsLetter(text[i])) i++;
                if (MonthNames.Of(text[start..i]) is not { } named || (named > 0 && month > 0)) return false;
                month += named;
            }
            else if (text[i] is '/' or '-' or '.' or ',' or '\'' or '’' or 'º' or '°' || char.IsWhiteSpace(text[i])) i++;
            else return false;
        }

        return (count, month) switch
        {
            (1, 0) when digits[0] == 8 => TryMake(numbers[0] / 10000, 4, numbers[0] / 100 % 100, numbers[0] % 100, out day),
            (2, > 0) when digits[0] == 4 => TryMake(numbers[0], 4, month, numbers[1], out day),
            (2, > 0) => TryMake(numbers[1], digits[1], month, numbers[0], out day),
            (3, 0) when digits[0] == 4 => TryMake(numbers[0], 4, numbers[1], numbers[2], out day),
            (3, 0) when order == DateOrder.YearFirst && digits[2] < 4 => TryMake(numbers[0], digits[0], numbers[1], numbers[2], out day),
            (3, 0) when order == DateOrder.MonthFirst => TryMake(numbers[2], digits[2], numbers[0], numbers[1], out day),
            (3, 0) => TryMake(numbers[2], digits[2], numbers[1], numbers[0], out day),
            _ => false,
        };
    }

    private static bool TryMake(int year, int digits, int month, int day, out DateTime made)
    {
        made = default;
        if (digits == 2) year += year < 70 ? 2000 : 1900;
        else if (digits != 4) return false;
        if (year is < 1970 or >= 2100 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        made = new DateTime(year, month, day);
        return true;
    }

    /// <summary>Takes a whole number of up to four digits, and one mark after it, from the front of the text.</summary>
    private static bool TryNumber(ref ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]) && length < 4) number = number * 10 + (text[length++] - '0');
        if (length == 0) return false;
        if (length < text.Length)
        {
            if (text[length] is not ('-' or '/' or '.')) text = text[length..];
            else text = text[(length + 1)..];
        }
        else text = [];
        return true;
    }
}
