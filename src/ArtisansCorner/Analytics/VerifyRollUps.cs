using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>
/// Compares every roll-up of the current shop with the facts, and makes those days again that differ.
/// While sales are being recorded a day may differ for a moment only; making it again does no harm.
/// </summary>
public sealed class VerifyRollUps(AppDb db, RebuildDay rebuild, RebuildCustomers customers)
{
    private const int DaysAtOnce = 28;
    private const int CustomersAtOnce = 250;

    /// <summary>The days that differed, in order; they are right now.</summary>
    public async Task<IReadOnlyList<DateOnly>> RunAsync(CancellationToken cancel)
    {
        var wrong = new SortedSet<DateOnly>();
        if (await WholeAsync(cancel) is not { } whole) return [];
        for (var from = whole.From; from <= whole.To; from = from.AddDays(DaysAtOnce))
        {
            var period = new Period(from, from.AddDays(DaysAtOnce - 1));
            await CompareAsync(DaySums.Days(db, period), db.DailySales.Where(row => row.Day >= period.From && row.Day <= period.To), row => row.Day, wrong, cancel);
            await CompareAsync(DaySums.Channels(db, period), db.DailyChannelSales.Where(row => row.Day >= period.From && row.Day <= period.To), row => row.Day, wrong, cancel);
            await CompareAsync(DaySums.Products(db, period), db.DailyProductSales.Where(row => row.Day >= period.From && row.Day <= period.To), row => row.Day, wrong, cancel);
            await CompareAsync(DaySums.Hours(db, period, SaleSlice.Whole), db.HourlySales.Where(row => row.Day >= period.From && row.Day <= period.To), row => row.Day, wrong, cancel);
        }

        foreach (var buyers in (await customers.FindAsync([whole], cancel)).Chunk(CustomersAtOnce)) wrong.UnionWith(await customers.WrongAsync(buyers, cancel));
        if (wrong.Count > 0) await rebuild.RunAsync(wrong, cancel);
        return [.. wrong];
    }

    private static async Task CompareAsync<T>(IQueryable<T> right, IQueryable<T> kept, Func<T, DateOnly> dayOf, SortedSet<DateOnly> wrong, CancellationToken cancel)
        where T : class
    {
        var differing = (await right.ToListAsync(cancel)).ToHashSet();
        differing.SymmetricExceptWith(await kept.AsNoTracking().ToListAsync(cancel));
        wrong.UnionWith(differing.Select(dayOf));
    }

    // From the first to the last day that has a fact or a roll-up.
    private async Task<Period?> WholeAsync(CancellationToken cancel)
    {
        var days = db.Sales.Select(sale => sale.Day).Concat(db.Refunds.Select(refund => refund.Day)).Concat(db.Fees.Select(fee => fee.Day))
            .Concat(db.TrueUpsIn(SaleSlice.Whole).Select(movement => movement.Day))
            .Concat(db.DailySales.Select(row => row.Day)).Concat(db.DailyProductSales.Select(row => row.Day)).Concat(db.DailyChannelSales.Select(row => row.Day))
            .Concat(db.HourlySales.Select(row => row.Day)).Concat(db.CustomerDays.Select(row => row.Day));
        var ends = await days.GroupBy(_ => 1).Select(all => new { First = all.Min(), Last = all.Max() }).SingleOrDefaultAsync(cancel);
        return ends is null ? null : new Period(ends.First, ends.Last);
    }
}
