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

    /// <summary>Counts the months of these days with the commit of the transaction that is open.</summary>
    internal static void Count(AppDb db, IEnumerable<DateOnly> days)
    {
        foreach (var month in days.Select(MonthOf).Distinct().Order()) db.Rows.Count(new SalesMonth { ShopId = db.CurrentShopId, Month = month, Number = 1 });
    }

    /// <summary>Counts every month, of which figures are told by something else from now on.</summary>
    internal static void CountEvery(AppDb db) => db.Rows.Count(new SalesMonth { ShopId = db.CurrentShopId, Month = Every, Number = 1 });

    /// <summary>Where the months of these days stand together: another number whenever one of them changed.</summary>
    internal static long RevisionOf(IReadOnlyDictionary<DateOnly, long> numbers, Period days) =>
        numbers.GetValueOrDefault(Every) + days.By(Bucket.Month, default).Sum(part => numbers.GetValueOrDefault(MonthOf(part.From)));

    private static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);
}
