using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>What a range is held against.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Days">The days, where someone chose them.</param>
public sealed record Comparison(string Key, Period? Days = null)
{
    /// <summary>Nothing.</summary>
    public static Comparison None { get; } = new("none");

    /// <summary>As many days just before, moved by whole weeks so that Mondays meet Mondays.</summary>
    public static Comparison Previous { get; } = new("previous");

    /// <summary>The same days a year before.</summary>
    public static Comparison PreviousYear { get; } = new("previous-year");

    /// <summary>Days that someone chose: the first meets the first, and so on.</summary>
    public static Comparison With(Period days) => new("custom", days);

    /// <summary>The range that this one is held against, or nothing.</summary>
    public Period? RangeOf(Period range) => this == None ? null : Days ?? new Period(Before(range.From, range), Before(range.To, range));

    /// <summary>
    /// For each bucket of the range the days it is held against. Together they are exactly the compared range:
    /// a 29 February is neither lost nor counted twice; a bucket whose days met no day is nothing.
    /// </summary>
    public IReadOnlyList<Period?> BucketsOf(IReadOnlyList<Period> buckets)
    {
        if (this == None || buckets.Count == 0) return [];
        var range = new Period(buckets[0].From, buckets[^1].To);
        var starts = buckets.Select(bucket => Before(bucket.From, range)).ToList();
        var end = RangeOf(range)!.Value.To;
        return [.. starts.Select((start, i) => Between(start, i + 1 < starts.Count ? starts[i + 1].AddDays(-1) : end, end))];
    }

    private static Period? Between(DateOnly first, DateOnly last, DateOnly end) =>
        (last < end ? last : end) is var until && until >= first ? new Period(first, until) : null;

    private DateOnly Before(DateOnly day, Period range) =>
        Days is { } days ? day.AddDays(days.From.DayNumber - range.From.DayNumber)
        : this == PreviousYear ? day.AddYears(-1)
        : day.AddDays(-7 * ((range.Days + 6) / 7));
}
