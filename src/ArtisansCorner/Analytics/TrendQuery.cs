using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>Where net sales are going. Amounts are minor units.</summary>
/// <param name="Average7">The mean of the seven days before today.</param>
/// <param name="Average28">The mean of the 28 days before today.</param>
/// <param name="BestDay">The best day of the range.</param>
/// <param name="BestWeek">The best week of the range.</param>
/// <param name="BestMonth">The best month of the range.</param>
/// <param name="Month">How the running month will probably end.</param>
public sealed record Trend(long? Average7, long? Average28, Best? BestDay, Best? BestWeek, Best? BestMonth, MonthOutlook Month);

/// <summary>The days that sold most.</summary>
/// <param name="Days">Which.</param>
/// <param name="NetSales">How much.</param>
public sealed record Best(Period Days, long NetSales);

/// <summary>The running month: what it has brought, and what it will probably have brought by its end.</summary>
/// <param name="Days">The whole month.</param>
/// <param name="SoFar">Net sales up to now.</param>
/// <param name="Expected">The mean of what it will come to; nothing while there is too little to learn from.</param>
/// <param name="Low">One time in ten it will be less.</param>
/// <param name="High">One time in ten it will be more.</param>
public sealed record MonthOutlook(Period Days, long SoFar, long? Expected, long? Low, long? High);

/// <summary>Works out a <see cref="Trend"/>.</summary>
public sealed class TrendQuery(AppDb db, CurrentShop shop, SlicedFigures sliced, Answers answers)
{
    private const int LearnedFrom = 3 * 365;

    private sealed record Question(Period Range, DateOnly Today, Scope Scope, DayOfWeek FirstDayOfWeek);

    /// <summary>The trend of a part of the shop; the best days are those of the range.</summary>
    public ValueTask<Trend> RunAsync(Period range, DateOnly today, Scope scope, CancellationToken cancel) =>
        answers.AskAsync(new Question(range, today, scope, shop.Facts.FirstDayOfWeek), token => WorkAsync(range, today, scope, token), _ => 5, cancel);

    private async Task<Trend> WorkAsync(Period range, DateOnly today, Scope scope, CancellationToken cancel)
    {
        var start = today.AddDays(-LearnedFrom);
        var asked = new Period(range.From < start ? range.From : start, range.To > today ? range.To : today);
        var net = await NetByDayAsync(asked, scope, cancel);
        var first = net.Keys.Where(day => day >= start && day < today).DefaultIfEmpty(today).Min();
        long[] past = [.. Enumerable.Range(0, today.DayNumber - first.DayNumber).Select(i => net.GetValueOrDefault(first.AddDays(i)))];
        return new Trend(
            Mean(past, 7), Mean(past, 28), BestOf(net, range, Bucket.Day), BestOf(net, range, Bucket.Week), BestOf(net, range, Bucket.Month), Outlook(net, first, past, today));
    }

    private async Task<Dictionary<DateOnly, long>> NetByDayAsync(Period range, Scope scope, CancellationToken cancel)
    {
        if (scope.IsAll)
        {
            return await db.DailySales.Where(row => row.Day >= range.From && row.Day <= range.To)
                .Select(row => new { row.Day, Net = row.Gross - row.Discounts - row.Returns }).ToDictionaryAsync(row => row.Day, row => row.Net, cancel);
        }

        return (await sliced.DaysAsync(range, scope, cancel)).ToDictionary(day => day.Day, day => new Figures(day.Totals, default).NetSales);
    }

    private static long? Mean(long[] past, int days) => past.Length < days ? null : Shares.Mean(past.TakeLast(days).Sum(), days);

    private Best? BestOf(Dictionary<DateOnly, long> net, Period range, Bucket bucket)
    {
        var best = range.By(bucket, shop.Facts.FirstDayOfWeek).Select(days => new Best(days, days.EachDay().Sum(day => net.GetValueOrDefault(day)))).MaxBy(days => days.NetSales);
        return best is { NetSales: > 0 } ? best : null;
    }

    private static MonthOutlook Outlook(Dictionary<DateOnly, long> net, DateOnly first, long[] past, DateOnly today)
    {
        var month = new Period(new DateOnly(today.Year, today.Month, 1), new DateOnly(today.Year, today.Month, 1).AddMonths(1).AddDays(-1));
        var soFar = new Period(month.From, today).EachDay().Sum(day => net.GetValueOrDefault(day));
        var sold = net.GetValueOrDefault(today);
        // Today is not over: what it has brought already stays, the forecast is for what it will be.
        if (Forecast.Of(first, past, month.To.DayNumber - today.DayNumber + 1) is not { } outlook) return new MonthOutlook(month, soFar, null, null, null);
        var before = soFar - sold;
        return new MonthOutlook(month, soFar, AtLeast(outlook.Expected), AtLeast(outlook.Low), AtLeast(outlook.High));

        long AtLeast(double rest) => before + Math.Max(sold, (long)Math.Round(rest, MidpointRounding.AwayFromZero));
    }
}
