using System.Globalization;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>Ranges and buckets in words, beside what <see cref="WhenWords"/> says.</summary>
public static class RangeWords
{
    /// <summary>A range where there is little room, such as “28 Sep to 25 Oct”; with the year when that is not this one.</summary>
    public static string Brief(Period range, DateOnly today)
    {
        var format = range.From.Year == today.Year && range.To.Year == today.Year ? "d MMM" : "d MMM yyyy";
        return range.Days == 1 ? Say(range.From, format) : $"{Say(range.From, format)} to {Say(range.To, format)}";
    }

    /// <summary>A month’s name.</summary>
    public static string Month(DateOnly day) => Say(day, "MMMM");

    /// <summary>A bucket under an axis, such as “26 Oct”.</summary>
    public static string Under(Bucket bucket, Period days) => bucket switch
    {
        Bucket.Month => Say(days.From, days.From.Month == 1 ? "MMM yyyy" : "MMM"),
        Bucket.Quarter or Bucket.Year => InFull(bucket, days),
        _ => Say(days.From, "d MMM"),
    };

    /// <summary>A bucket in a read-out, such as “Mon 26 Oct 2026”.</summary>
    public static string InFull(Bucket bucket, Period days) => bucket switch
    {
        Bucket.Month => Say(days.From, "MMMM yyyy"),
        Bucket.Quarter => $"Q{(days.From.Month + 2) / 3} {days.From.Year}",
        Bucket.Year => Say(days.From, "yyyy"),
        Bucket.Week => "Week of " + Say(days.From, "d MMM yyyy"),
        _ => Say(days.From, "ddd d MMM yyyy"),
    };

    private static string Say(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
