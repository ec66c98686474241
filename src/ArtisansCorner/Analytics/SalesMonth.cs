using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>Counts how often figures of a month of business days changed: whoever remembers sums of its days remembers this beside them.</summary>
public sealed class SalesMonth : IBelongsToShop
{
    // No month begins on it.
    private static readonly DateOnly Every = new(1, 1, 2);

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The first day of the month; <see cref="Every"/> for what changed in all of them.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>The count.</summary>
    public required long Number { get; init; }

    /// <summary>Of these, the changes of days that were over when they were made: sales of today, which come all day long, are none.</summary>
    public required long Earlier { get; init; }

    /// <summary>Counts the months of these days with the commit of the transaction that is open.</summary>
    internal static void Count(AppDb db, IEnumerable<DateOnly> days, DateOnly today)
    {
        foreach (var month in days.GroupBy(MonthOf).OrderBy(month => month.Key))
            db.Rows.Count(new SalesMonth { ShopId = db.CurrentShopId, Month = month.Key, Number = 1, Earlier = month.Any(day => day < today) ? 1 : 0 });
    }

    /// <summary>Counts every month, of which figures are told by something else from now on.</summary>
    internal static void CountEvery(AppDb db) => db.Rows.Count(new SalesMonth { ShopId = db.CurrentShopId, Month = Every, Number = 1, Earlier = 1 });

    /// <summary>Where the months of these days stand together: another number whenever one of them changed.</summary>
    internal static long RevisionOf(IReadOnlyDictionary<DateOnly, SalesMonth> months, Period days) =>
        NumberOf(months, Every) + days.By(Bucket.Month, default).Sum(part => NumberOf(months, MonthOf(part.From)));

    /// <summary>
    /// The same for a part of a month (<see cref="PartsOf"/>): where all of it is over, sales of today leave its number alone. No number of that kind is one of the other kind,
    /// for the same days are told by the one and later by the other.
    /// </summary>
    internal static long RevisionOfPart(IReadOnlyDictionary<DateOnly, SalesMonth> months, Period days, DateOnly today) =>
        IsRunning(days.From, today) && days.To < LatestOf(today) ? -1 - EarlierOf(months, Every) - EarlierOf(months, MonthOf(days.From)) : RevisionOf(months, days);

    /// <summary>As much of a range as is in each month, in order; of the running month the latest days apart.</summary>
    internal static IEnumerable<Period> PartsOf(Period range, DateOnly today)
    {
        var latest = LatestOf(today);
        foreach (var days in range.By(Bucket.Month, default))
        {
            if (IsRunning(days.From, today) && days.From < latest && latest <= days.To)
            {
                yield return days with { To = latest.AddDays(-1) };
                yield return days with { From = latest };
            }
            else
            {
                yield return days;
            }
        }
    }

    // With yesterday: what was counted for it while it was today may be committed after midnight.
    private static DateOnly LatestOf(DateOnly today) => today.AddDays(-1);

    private static bool IsRunning(DateOnly day, DateOnly today) => MonthOf(day) == MonthOf(today);

    private static long NumberOf(IReadOnlyDictionary<DateOnly, SalesMonth> months, DateOnly month) => months.GetValueOrDefault(month)?.Number ?? 0;

    private static long EarlierOf(IReadOnlyDictionary<DateOnly, SalesMonth> months, DateOnly month) => months.GetValueOrDefault(month)?.Earlier ?? 0;

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
