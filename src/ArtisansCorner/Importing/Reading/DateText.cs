using System.Globalization;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Reading;

/// <summary>Which of day and month a file writes first, where it writes both as numbers.</summary>
public enum DateOrder
{
    /// <summary>31/12/2026.</summary>
    DayFirst,

    /// <summary>12/31/2026.</summary>
    MonthFirst,
}

/// <summary>A moment as a file gives it: on the shop's clock, or the day alone.</summary>
/// <param name="At">The wall clock in the shop.</param>
/// <param name="DayOnly">Whether the time of day is not known.</param>
public readonly record struct FileMoment(DateTime At, bool DayOnly);

/// <summary>Reads dates as files write them: 2026-12-31 · 2026-12-31T23:59:59Z · 31/12/2026 23:59 · 12/31/26 1:05 PM · 31 Dec 2026.</summary>
public static class DateText
{
    private static readonly string[] DayFirst = ["d MMM yyyy", "d MMMM yyyy", "d/M/yyyy", "d/M/yy"];
    private static readonly string[] MonthFirst = ["MMM d yyyy", "MMMM d yyyy", "d MMM yyyy", "d MMMM yyyy", "M/d/yyyy", "M/d/yy"];
    private static readonly string[] Times = ["H:mm", "H:mm:ss", "h:mm tt", "h:mm:ss tt", "h:mmtt", "H:mm:ss.FFFFFFF"];

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

    /// <summary>Whether day and month could be exchanged in this date.</summary>
    public static bool IsTwoWays(ReadOnlySpan<char> text) =>
        TryNumber(ref text, out var first) && text.Length > 0 && TryNumber(ref text, out var second) && first is > 0 and <= 12 && second is > 0 and <= 12;

    /// <summary>The moment, on the shop's clock; false when the text is no date between 1970 and 2100.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, DateOrder order, ShopZone zone, out FileMoment moment)
    {
        moment = default;
        if (text.Length is < 6 or > 40) return false;
        var read = char.IsAsciiDigit(text[3]) && char.IsAsciiDigit(text[2]) ? TryReadIso(text, zone, out moment) : TryReadLocal(text, order, out moment);
        return read && moment.At.Year is >= 1970 and < 2100;
    }

    private static bool TryReadIso(ReadOnlySpan<char> text, ShopZone zone, out FileMoment moment)
    {
        moment = default;
        if (text.Length < 8 || text[4] is not ('-' or '/' or '.')) return false;
        var end = text.IndexOfAny(' ', 'T');
        var date = end < 0 ? text : text[..end];
        if (!TryNumber(ref date, out var year) || !TryNumber(ref date, out var month) || !TryNumber(ref date, out var day) || date.Length > 0) return false;
        if (month is < 1 or > 12 || year is < 1 or > 9999 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var at = new DateTime(year, month, day);
        if (end < 0)
        {
            moment = new FileMoment(at, true);
            return true;
        }

        var time = text[(end + 1)..].Trim();
        var offset = time.IndexOfAny("Zz+-");
        if (offset >= 0)
        {
            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)) return false;
            moment = new FileMoment(zone.LocalOf(instant), false);
            return true;
        }

        if (!TryReadTime(time, out var clock)) return false;
        moment = new FileMoment(at + clock, false);
        return true;
    }

    private static bool TryReadLocal(ReadOnlySpan<char> text, DateOrder order, out FileMoment moment)
    {
        moment = default;
        Span<char> plain = stackalloc char[40];
        var length = 0;
        foreach (var letter in text)
        {
            if (letter is ',') continue;
            plain[length++] = letter is '.' or '-' ? '/' : letter;
        }

        var date = plain[..length];
        var time = TimeSpan.Zero;
        var colon = date.IndexOf(':');
        if (colon > 0)
        {
            var start = date[..colon].LastIndexOf(' ');
            // The point of “1:05 p.m.” became a slash like that of “31.12.2026”.
            if (start < 0 || !TryReadTime(date[(start + 1)..].Trim(), out time)) return false;
            date = date[..start];
        }

        if (!DateTime.TryParseExact(date.Trim(), order == DateOrder.DayFirst ? DayFirst : MonthFirst, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var day)) return false;
        moment = new FileMoment(day + time, colon <= 0);
        return true;
    }

    private static bool TryReadTime(ReadOnlySpan<char> text, out TimeSpan time)
    {
        time = default;
        if (text.Length is 5 or 8 && text[2] == ':' && TimeSpan.TryParseExact(text, text.Length == 5 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture, out time)) return true;
        if (!DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var clock)) return false;
        time = clock.TimeOfDay;
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
