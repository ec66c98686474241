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
/// A few days are one transaction; the many days of an import are one transaction a month. Facts are read before the
/// transaction begins, so that nobody waits to write meanwhile.
/// </summary>
public sealed class RebuildDay(AppDb db, CurrentShop shop, RebuildCustomers customers, ILiveFeed live) : IHandle<SalesChanged>
{
    private const int DaysAtOnce = 40;
    private const int CustomersAtOnce = 500;

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
        var buyers = (await customers.FindAsync(periods, cancel)).Chunk(CustomersAtOnce).ToList();
        for (var i = 0; i < Math.Max(parts.Count, buyers.Count); i++)
        {
            while (!await TryAsync(parts.ElementAtOrDefault(i) ?? [], buyers.ElementAtOrDefault(i) ?? [], cancel))
            {
                // Another server was faster; what it wrote may be of later facts than those read here.
            }
        }
    }

    private async Task<bool> TryAsync(Period[] periods, Guid[] buyers, CancellationToken cancel)
    {
        long revision;
        var facts = new List<(Period Period, DayFacts Facts)>();
        VisitChanges visits;
        await using (await db.BeginReadAsync(cancel))
        {
            revision = await db.SalesRevisions.Select(row => row.Number).SingleOrDefaultAsync(cancel);
            foreach (var period in periods) facts.Add((period, await DayFacts.ReadAsync(db, period, cancel)));
            visits = await customers.ReadAsync(buyers, cancel);
        }

        await using var write = await db.BeginWriteAsync(cancel);
        if (!await TakeTurnAsync(revision, cancel)) return false;
        foreach (var (period, of) in facts) await WriteAsync(period, of, cancel);
        await customers.WriteAsync(visits, cancel);
        await write.CommitAsync(cancel);
        return true;
    }

    /// <summary>
    /// Counts the revision if nobody did since the facts were read: so the roll-ups that stand are of facts no older than
    /// those of the rebuild before, and facts that came later have a message of their own on its way.
    /// </summary>
    private async Task<bool> TakeTurnAsync(long revision, CancellationToken cancel)
    {
        if (revision > 0)
        {
            return await db.SalesRevisions.Where(row => row.Number == revision)
                .ExecuteUpdateAsync(row => row.SetProperty(turn => turn.Number, turn => turn.Number + 1), cancel) == 1;
        }

        try
        {
            await db.Engine.InsertAsync(db, [new SalesRevision { ShopId = shop.Id, Number = 1 }], cancel);
            return true;
        }
        catch (Exception problem) when (db.Engine.IsDuplicate(problem))
        {
            return false;
        }
    }

    private async Task WriteAsync(Period period, DayFacts facts, CancellationToken cancel)
    {
        var (from, to) = (period.From, period.To);
        await db.DailySales.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
        await db.DailyChannelSales.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
        await db.DailyProductSales.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
        await db.HourlySales.Where(row => row.Day >= from && row.Day <= to).ExecuteDeleteAsync(cancel);
        await db.Engine.InsertAsync(db, facts.Days(shop.Id), cancel);
        await db.Engine.InsertAsync(db, facts.Channels(shop.Id), cancel);
        await db.Engine.InsertAsync(db, facts.Products(shop.Id), cancel);
        await db.Engine.InsertAsync(db, facts.Hours(shop.Id), cancel);
    }
}
