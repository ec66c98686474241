using System.Globalization;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Platform.Values;

/// <summary>Reads a range of business days as an address says it, and refuses what makes no sense in a sentence.</summary>
public static class AskedDays
{
    /// <summary>The longest range that is answered: about twenty years.</summary>
    public const int LongestDays = 7_320;

    internal static readonly DateOnly Earliest = new(1900, 1, 1);
    internal static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>The range, both days included; without a first day so many days up to the last, without a last day up to today.</summary>
    public static Outcome<Period> Read(string? from, string? to, DateOnly today, int usual)
    {
        var problems = new List<Problem>();
        var last = DayOf(to, "To", problems) ?? today;
        var first = DayOf(from, "From", problems) ?? last.AddDays(1 - usual);
        if (problems.Count > 0) return problems;
        if (first > last) return new Problem("range_reversed", $"The range ends ({last:yyyy-MM-dd}) before it starts ({first:yyyy-MM-dd}).", "From");
        var range = new Period(first, last);
        return range.Days > LongestDays
            ? new Problem("range_too_long", $"A range has at most {LongestDays} days, about twenty years; this one has {range.Days}.", "From")
            : range;
    }

    private static DateOnly? DayOf(string? text, string field, List<Problem> problems)
    {
        if (string.IsNullOrEmpty(text)) return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            problems.Add(new Problem("not_a_day", $"“{text.Shown()}” is not a day; write it as 2026-11-22.", field));
            return null;
        }

        if (day >= Earliest && day <= Latest) return day;
        problems.Add(OutOfReach(field));
        return null;
    }

    internal static Problem OutOfReach(string field) => new("day_out_of_reach", $"A day lies between {Earliest:yyyy-MM-dd} and {Latest:yyyy-MM-dd}.", field);
}
