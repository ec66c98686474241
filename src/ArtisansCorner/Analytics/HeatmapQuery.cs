using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>When people buy: an hour of the week with its sales.</summary>
/// <param name="Weekday">1 for Monday to 7 for Sunday.</param>
/// <param name="Hour">The hour of the shop's clock, 0 to 23.</param>
/// <param name="Orders">Sales placed.</param>
/// <param name="Sold">Gross sales − discounts, in minor units.</param>
public sealed record HeatCell(int Weekday, int Hour, long Orders, long Sold);

/// <summary>The hours of the week in which people buy.</summary>
public sealed class HeatmapQuery(AppDb db, Answers answers)
{
    private sealed record Question(Period Range, SaleSlice Slice);

    /// <summary>All 168 hours of the week, Monday at 0 first; sales of which only the day is known are in none.</summary>
    public ValueTask<IReadOnlyList<HeatCell>> RunAsync(Period range, SaleSlice slice, CancellationToken cancel) =>
        answers.AskAsync(new Question(range, slice), token => WorkAsync(range, slice, token), _ => 168, cancel);

    private async Task<IReadOnlyList<HeatCell>> WorkAsync(Period range, SaleSlice slice, CancellationToken cancel)
    {
        var (orders, sold) = (new long[7 * 24], new long[7 * 24]);
        var rollUp = db.HourlySales.Where(row => row.Day >= range.From && row.Day <= range.To);
        var hours = slice.IsWhole ? rollUp : slice.IsOfPieces ? DaySums.HoursOfPieces(db, range, slice) : DaySums.Hours(db, range, slice);
        await foreach (var hour in hours.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            // Monday first: DayOfWeek counts from Sunday.
            var at = ((int)hour.Day.DayOfWeek + 6) % 7 * 24 + hour.Hour;
            orders[at] += hour.Orders;
            sold[at] += hour.Sold;
        }

        return [.. Enumerable.Range(0, 7 * 24).Select(at => new HeatCell(at / 24 + 1, at % 24, orders[at], sold[at]))];
    }
}
