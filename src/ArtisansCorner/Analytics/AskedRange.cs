using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>Reads what an address says of a range of days, and refuses what makes no sense in a sentence.</summary>
public static class AskedRange
{
    /// <summary>The longest range that is answered: about twenty years.</summary>
    public const int LongestDays = AskedDays.LongestDays;

    private const int UsualDays = 28;

    /// <summary>The range, both days included; without a word of it the 28 days up to today.</summary>
    public static Outcome<Period> Read(string? from, string? to, DateOnly today) => AskedDays.Read(from, to, today, UsualDays);

    /// <summary>The comparison by its name in addresses; without one there is none. The days of one's own are <paramref name="from"/> to <paramref name="to"/>.</summary>
    public static Outcome<Comparison> ReadComparison(string? compare, string? from, string? to, DateOnly today) => compare switch
    {
        null or "" or "none" => Comparison.None,
        "previous" => Comparison.Previous,
        "previous-year" => Comparison.PreviousYear,
        "custom" when from is { Length: > 0 } && to is { Length: > 0 } && Read(from, to, today) is { Succeeded: true } days => Comparison.With(days.Value),
        "custom" => new Problem("compared_days", "Say the days to compare with, the first and the last.", "CompareFrom"),
        _ => new Problem("unknown_comparison", $"“{compare.Shown()}” is no comparison; choose previous, previous-year, custom or none.", "Compare"),
    };

    /// <summary>On which day returns count, by its name in addresses; without one on the day of the refund.</summary>
    public static Outcome<ReturnsOn> ReadReturns(string? returns) => returns switch
    {
        null or "" or "ledger" => ReturnsOn.RefundDay,
        "order" => ReturnsOn.SaleDay,
        _ => new Problem("unknown_view", $"“{returns.Shown()}” is no view of returns; choose ledger or order.", "Returns"),
    };

    /// <summary>The bucket by its name in addresses; without one it is the day.</summary>
    public static Outcome<Bucket> ReadBucket(string? bucket) => bucket switch
    {
        null or "" or "day" => Bucket.Day,
        "week" => Bucket.Week,
        "month" => Bucket.Month,
        "quarter" => Bucket.Quarter,
        "year" => Bucket.Year,
        _ => new Problem("unknown_bucket", $"“{bucket.Shown()}” is no bucket; choose day, week, month, quarter or year.", "Bucket"),
    };

    /// <summary>The metric, by its name in the API, whose rows are asked for; without one net sales.</summary>
    public static Outcome<Metric> ReadSum(string? metric)
    {
        if (string.IsNullOrEmpty(metric)) return Metrics.NetSales;
        if (LedgerQuery.Sums.FirstOrDefault(sum => sum.Key.Equals(metric, StringComparison.OrdinalIgnoreCase)) is { } known) return known;
        return new Problem("unknown_metric", $"There is no such sum of rows; choose one of {string.Join(", ", LedgerQuery.Sums.Select(one => one.Key))}.", "Metric");
    }
}
