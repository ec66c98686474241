using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>What a range is held against.</summary>
public enum Comparison
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>As many days just before, moved by whole weeks so that Mondays meet Mondays.</summary>
    Previous,

    /// <summary>The same days a year before.</summary>
    PreviousYear,
}

/// <summary>Where the days lie that a range is held against.</summary>
public static class Comparisons
{
    /// <summary>The range that this one is held against, or nothing.</summary>
    public static Period? RangeOf(this Comparison comparison, Period range) =>
        comparison == Comparison.None
            ? null
            : new Period(comparison.Before(range.From, range), comparison.Before(range.To, range));

    /// <summary>
    /// For each bucket of the range the days it is held against. Together they are exactly the compared range:
    /// a 29 February is neither lost nor counted twice; a bucket whose days met no day is nothing.
    /// </summary>
    public static IReadOnlyList<Period?> BucketsOf(this Comparison comparison, IReadOnlyList<Period> buckets)
    {
        if (comparison == Comparison.None || buckets.Count == 0) return [];
        var range = new Period(buckets[0].From, buckets[^1].To);
        var starts = buckets.Select(bucket => comparison.Before(bucket.From, range)).ToList();
        var end = comparison.Before(range.To, range);
        return
        [
            .. starts.Select((start, i) =>
                (i + 1 < starts.Count ? starts[i + 1].AddDays(-1) : end) is var last && last >= start ? new Period(start, last) : (Period?)null),
        ];
    }

    private static DateOnly Before(this Comparison comparison, DateOnly day, Period range) => comparison switch
    {
        Comparison.Previous => day.AddDays(-7 * ((range.Days + 6) / 7)),
        Comparison.PreviousYear => day.AddYears(-1),
        _ => throw new ArgumentOutOfRangeException(nameof(comparison)),
    };
}
