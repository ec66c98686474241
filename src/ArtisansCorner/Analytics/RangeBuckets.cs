using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>Cuts a range of days into buckets.</summary>
public static class RangeBuckets
{
    private const int MostDays = 10;

    /// <summary>The buckets of this range in order, empty ones too; the first and the last are cut to the range.</summary>
    public static IReadOnlyList<Period> By(this Period range, Bucket bucket, DayOfWeek firstDayOfWeek)
    {
        var periods = new List<Period>();
        for (var start = bucket.StartOf(range.From, firstDayOfWeek); start <= range.To; start = bucket.Next(start))
        {
            var last = bucket.Next(start).AddDays(-1);
            periods.Add(new Period(start < range.From ? range.From : start, last > range.To ? range.To : last));
        }

        return periods;
    }

    /// <summary>Which of these ranges, which follow each other in time without overlapping, a day is in; −1 for none.</summary>
    public static int IndexOf(this IReadOnlyList<Period> ranges, DateOnly day)
    {
        var (low, high) = (0, ranges.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (day < ranges[middle].From) high = middle - 1;
            else if (day > ranges[middle].To) low = middle + 1;
            else return middle;
        }

        return -1;
    }

    /// <summary>Days in any order as few ranges: days near each other share one, up to ten days of them, and what lies between comes along.</summary>
    public static IReadOnlyList<Period> Around(IEnumerable<DateOnly> days)
    {
        var periods = new List<Period>();
        foreach (var day in days.Distinct().Order())
        {
            var near = periods.Count > 0 && day.DayNumber - periods[^1].From.DayNumber < MostDays;
            if (near) periods[^1] = periods[^1] with { To = day };
            else periods.Add(new Period(day, day));
        }

        return periods;
    }
}
