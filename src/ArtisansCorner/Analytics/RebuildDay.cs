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
/// A few days are one transaction; the many days of an import are one transaction a month, so that nobody waits long to write.
/// </summary>
public sealed class RebuildDay(AppDb db, CurrentShop shop, RebuildCustomers customers, ILiveFeed live) : IHandle<SalesChanged>
{
    private const int AtOnce = 40;

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
        var together = periods.Sum(period => period.Days) <= AtOnce ? periods.Count : 1;
        foreach (var part in periods.Chunk(Math.Max(1, together)))
        {
            await using var write = await db.BeginWriteAsync(cancel);
            await TakeTurnAsync(cancel);
            foreach (var period in part) await RebuildAsync(period, cancel);
            await write.CommitAsync(cancel);
        }
    }

    /// <summary>
    /// Counts the revision first: that row is the lock behind which two servers rebuild one shop in turns, so that
    /// the later one reads facts after the earlier one has written, and no older sum lands on a newer one.
    /// </summary>
    private async Task TakeTurnAsync(CancellationToken cancel)
    {
        var counted = await db.SalesRevisions.ExecuteUpdateAsync(
            row => row.SetProperty(revision => revision.Number, revision => revision.Number + 1), cancel);
        if (counted == 0) await db.Engine.InsertAsync(db, [new SalesRevision { ShopId = shop.Id, Number = 1 }], cancel);
    }

    private async Task RebuildAsync(Period period, CancellationToken cancel)
    {
        var facts = await DayFacts.ReadAsync(db, period, cancel);
        var (from, to) = (period.From, period.To);
        await db.DailySales.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
        await db.DailyChannelSales.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
        await db.DailyProductSales.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
        await db.HourlySales.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
        await db.Engine.InsertAsync(db, facts.Days(shop.Id), cancel);
        await db.Engine.InsertAsync(db, facts.Channels(shop.Id), cancel);
        await db.Engine.InsertAsync(db, facts.Products(shop.Id), cancel);
        await db.Engine.InsertAsync(db, facts.Hours(shop.Id), cancel);
        await customers.RunAsync(period, cancel);
    }
}
