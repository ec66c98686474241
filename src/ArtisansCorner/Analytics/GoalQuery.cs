using System.Globalization;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>A goal as the API tells it.</summary>
/// <param name="Month">The first month it holds for, such as 2026-11.</param>
/// <param name="NetSales">Net sales of each month, in minor units; nothing: no goal from then on.</param>
public sealed record GoalItem(string Month, long? NetSales);

/// <summary>Reads goals, and how the running month stands against its own.</summary>
public sealed class GoalQuery(AppDb db, CurrentShop shop, TrendQuery trend)
{
    /// <summary>Every goal that was set, the latest month first.</summary>
    public async Task<IReadOnlyList<GoalItem>> ListAsync(CancellationToken cancel) =>
    [
        .. (await db.Goals.AsNoTracking().OrderByDescending(goal => goal.Month).ToListAsync(cancel))
            .Select(goal => new GoalItem(goal.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), goal.NetSales)),
    ];

    /// <summary>How the running month stands; nothing while no goal holds for it.</summary>
    public async Task<GoalPace?> PaceAsync(DateOnly today, CancellationToken cancel) => await PaceAsync(await AmountAsync(today, cancel), today, cancel);

    /// <summary>What this day's month is to come to; nothing while there is no goal.</summary>
    public Task<long?> AmountAsync(DateOnly today, CancellationToken cancel) =>
        db.Goals.Where(row => row.Month <= today).OrderByDescending(row => row.Month).Select(row => row.NetSales).FirstOrDefaultAsync(cancel);

    /// <summary>How the running month stands against this goal; nothing where there is none.</summary>
    public async Task<GoalPace?> PaceAsync(long? goal, DateOnly today, CancellationToken cancel)
    {
        if (goal is not { } amount) return null;
        var month = (await trend.RunAsync(new Period(today, today), today, Scope.All, cancel)).Month;
        return GoalPace.Of(amount, month.Days, today, month.SoFar, month.Expected);
    }

    /// <summary>The month that a text such as 2026-11 says; without one the running month; nothing where it says none.</summary>
    public DateOnly? MonthOf(string? text, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(text)) return shop.Facts.Zone.DayOf(now) is var today ? new DateOnly(today.Year, today.Month, 1) : null;
        return DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 1900 and < 2200 ? month : null;
    }
}
