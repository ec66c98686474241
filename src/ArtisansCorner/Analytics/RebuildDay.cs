using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Live;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>
/// Makes the roll-ups of business days again from the facts, whatever happened to them, and then tells the open pages.
/// A few days are one transaction; the many days of an import are one transaction a week or so, so that nobody waits long to write.
/// The database sums and writes by itself: no fact comes here.
/// </summary>
public sealed class RebuildDay(AppDb db, CurrentShop shop, RebuildCustomers customers, ILiveFeed live, TimeProvider time) : IHandle<SalesChanged>
{
    private const int DaysAtOnce = 40;
    private const int CustomersAtOnce = 250;

    // After an import: then nearly every month has one whose history changed.
    private const int ManyCustomers = 1_000;
    private const int ManyAtOnce = 4_000;
    private static readonly InsertDays<DailySales> Days = new(DaySums.Days);
    private static readonly InsertDays<DailyChannelSales> Channels = new(DaySums.Channels);
    private static readonly InsertDays<DailyProductSales> Products = new(DaySums.Products);
    private static readonly InsertDays<HourlySales> Hours = new((db, days) => DaySums.Hours(db, days, SaleSlice.Whole));

    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<SalesChanged> happened, CancellationToken cancel)
    {
        await RunAsync(happened.SelectMany(change => change.Days), cancel);
        await live.PublishAsync(shop.Id, LiveTopics.Sales, cancel);
    }

    /// <summary>Makes the roll-ups of these days again.</summary>
    public async Task RunAsync(IEnumerable<DateOnly> days, CancellationToken cancel)
    {
        var periods = RangeBuckets.Around(days);
        var together = periods.Sum(period => period.Days) <= DaysAtOnce ? periods.Count : 1;
        var parts = periods.Chunk(Math.Max(1, together)).ToList();
        var found = await customers.FindAsync(periods, cancel);
        var areMany = found.Count > ManyCustomers;
        var buyers = found.Order().Chunk(areMany ? ManyAtOnce : CustomersAtOnce).ToList();
        await using var many = parts.Count > 1 || areMany ? await db.BeginManyAsync(cancel) : null;
        for (var i = 0; i < Math.Max(parts.Count, buyers.Count); i++)
        {
            await using var write = await db.BeginWriteAsync(cancel);
            // First, for that row is the lock behind which two servers rebuild one shop in turns, so that the later one
            // reads facts after the earlier one has written, and no older sum lands on a newer one.
            await SalesRevision.CountAsync(db, cancel);
            var rebuilt = parts.ElementAtOrDefault(i) ?? [];
            foreach (var period in rebuilt) await RebuildAsync(period, cancel);
            var moved = i < buyers.Count ? await RebuildAsync(buyers[i], areMany, cancel) : [];
            SalesMonth.Count(db, rebuilt.SelectMany(period => period.EachDay()).Concat(moved), shop.Facts.Zone.DayOf(time.GetUtcNow()));
            await write.CommitAsync(cancel);
        }
    }

    /// <summary>Makes the days of these customers again; tells those of which figures may differ now, where not all are counted anyway.</summary>
    private async Task<IReadOnlyList<DateOnly>> RebuildAsync(Guid[] buyers, bool areMany, CancellationToken cancel)
    {
        if (!areMany) return await customers.RunAsync(buyers, cancel);
        await customers.MakeAnewAsync(buyers, cancel);
        SalesMonth.CountEvery(db);
        return [];
    }

    private async Task RebuildAsync(Period period, CancellationToken cancel)
    {
        var (from, to) = (period.From, period.To);
        await db.DailySales.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
        await db.DailyChannelSales.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
        await db.DailyProductSales.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
        await db.HourlySales.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
        await Days.RunAsync(db, period, cancel);
        await Channels.RunAsync(db, period, cancel);
        await Products.RunAsync(db, period, cancel);
        await Hours.RunAsync(db, period, cancel);
    }
}
