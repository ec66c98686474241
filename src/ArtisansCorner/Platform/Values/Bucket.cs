namespace ArtisansCorner.Platform.Values;

/// <summary>What a series is counted by.</summary>
public enum Bucket
{
    /// <summary>One business day.</summary>
    Day,

    /// <summary>Seven days from the shop's first day of the week.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three calendar months.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>Where buckets begin.</summary>
public static class Buckets
{
    /// <summary>The first day of the bucket that holds this day.</summary>
    public static DateOnly StartOf(this Bucket bucket, DateOnly day, DayOfWeek firstDayOfWeek) => bucket switch
    {
        Bucket.Day => day,
        Bucket.Week => day.AddDays(-(((int)day.DayOfWeek - (int)firstDayOfWeek + 7) % 7)),
        Bucket.Month => new DateOnly(day.Year, day.Month, 1),
        Bucket.Quarter => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1),
        Bucket.Year => new DateOnly(day.Year, 1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(bucket)),
    };

    /// <summary>The first day of the bucket after the one that starts here.</summary>
    public static DateOnly Next(this Bucket bucket, DateOnly start) => bucket switch
    {
        Bucket.Day => start.AddDays(1),
        Bucket.Week => start.AddDays(7),
        Bucket.Month => start.AddMonths(1),
        Bucket.Quarter => start.AddMonths(3),
        Bucket.Year => start.AddYears(1),
        _ => throw new ArgumentOutOfRangeException(nameof(bucket)),
    };
}
