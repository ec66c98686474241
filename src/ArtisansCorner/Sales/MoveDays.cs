using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Live;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>Facts are to be moved to the days of a new clock, from this day on.</summary>
/// <param name="From">The IANA name of the old time zone.</param>
/// <param name="To">The IANA name of the new one.</param>
/// <param name="Day">The first day that is not moved yet.</param>
public sealed record DaysMoving(string From, string To, DateOnly Day);

/// <summary>
/// Moves sales, refunds, fees and stock movements to the business days of a shop's new clock, some days at a time, each day in a
/// transaction of its own; a day that is moved again stays as it is, so that it may stop and go on anywhere.
/// </summary>
public sealed class MoveDays(AppDb db, CurrentShop shop, MoveDay moveDay, Outbox outbox, ILiveFeed live, TimeProvider time) : IHandle<TimeZoneChanged>, IHandle<DaysMoving>
{
    private const int DaysAtOnce = 30;

    // Between two clocks lie up to 26 hours.
    private const int Apart = 2;

    // Another server knows the old clock for so long (the local expiration of the cache), and an import for as long as it runs.
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<TimeZoneChanged> happened, CancellationToken cancel)
    {
        var change = happened[^1];
        await using (var write = await db.BeginWriteAsync(cancel))
        {
            var move = await db.ClockMoves.FirstAsync(cancel);
            await FixClosedAsync(ShopZone.Of(change.From), cancel);
            if (await WholeAsync(cancel) is { } whole)
            {
                (move.First, move.Last, move.Next) = (whole.From, whole.To, whole.From);
                outbox.Add(new DaysMoving(change.From, change.To, whole.From));
            }
            else
            {
                Finish(move, change.From, change.To);
            }

            await write.CommitAsync(cancel);
        }

        await live.PublishAsync(shop.Id, LiveTopics.Sales, cancel);
    }

    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<DaysMoving> happened, CancellationToken cancel)
    {
        var moving = happened[^1];
        var move = await db.ClockMoves.AsNoTracking().FirstAsync(cancel);
        // What is left of a change that another came after.
        if (move.FromZone != moving.From || move.ToZone != moving.To) return;
        if (move.FinishedAt is null) await GoOnAsync(moving, move.Last!.Value, cancel);
        else await LookAgainAsync(moving, move.StartedAt, cancel);
        await live.PublishAsync(shop.Id, LiveTopics.Sales, cancel);
    }

    // What was closed before its end was kept ended by the old clock.
    private async Task FixClosedAsync(ShopZone from, CancellationToken cancel)
    {
        foreach (var period in await db.ClosedPeriods.Where(period => period.Until == null).ToListAsync(cancel)) period.Until = from.StartOf(period.Through.AddDays(1));
    }

    private async Task GoOnAsync(DaysMoving moving, DateOnly last, CancellationToken cancel)
    {
        var to = moving.Day.AddDays(DaysAtOnce - 1) < last ? moving.Day.AddDays(DaysAtOnce - 1) : last;
        var near = await NearFactsAsync(moving.Day, to, cancel);
        foreach (var day in Days(moving.Day, to).Where(near.Contains)) await moveDay.RunAsync(day, ShopZone.Of(moving.From), ShopZone.Of(moving.To), cancel);
        await using var write = await db.BeginWriteAsync(cancel);
        var move = await db.ClockMoves.FirstAsync(cancel);
        move.Next = to.AddDays(1);
        if (near.Count > 0) outbox.Add(new SalesChanged([.. near.Order()]));
        if (to == last) Finish(move, moving.From, moving.To);
        else outbox.Add(moving with { Day = move.Next.Value });
        await write.CommitAsync(cancel);
    }

    // Whoever did not know of the new clock yet wrote by the old one, until nobody does any more.
    private async Task LookAgainAsync(DaysMoving moving, DateTimeOffset since, CancellationToken cancel)
    {
        var days = await db.Sales.Where(sale => sale.RecordedAt >= since).Select(sale => sale.Day)
            .Union(db.Refunds.Where(refund => refund.RecordedAt >= since).Select(refund => refund.Day))
            .Union(db.StockMovements.Where(movement => movement.RecordedAt >= since).Select(movement => movement.Day)).ToListAsync(cancel);
        var touched = days.SelectMany(day => Days(day.AddDays(-Apart), day.AddDays(Apart))).Distinct().Order().ToList();
        var moved = 0;
        foreach (var day in touched) moved += await moveDay.RunAsync(day, ShopZone.Of(moving.From), ShopZone.Of(moving.To), cancel);
        if (moved == 0) return;
        await using var write = await db.BeginWriteAsync(cancel);
        outbox.Add(new SalesChanged(touched));
        outbox.Add(moving, after: Settled);
        await write.CommitAsync(cancel);
    }

    private void Finish(ClockMove move, string from, string to)
    {
        move.FinishedAt = time.GetUtcNow();
        outbox.Add(new DaysMoving(from, to, default), after: Settled);
    }

    private async Task<Period?> WholeAsync(CancellationToken cancel)
    {
        var ends = await DaysOfFacts().GroupBy(_ => 1).Select(all => new { First = all.Min(), Last = all.Max() }).SingleOrDefaultAsync(cancel);
        return ends is null ? null : new Period(ends.First.AddDays(-Apart), ends.Last.AddDays(Apart));
    }

    // A small shop has nothing to move on most days.
    private async Task<HashSet<DateOnly>> NearFactsAsync(DateOnly first, DateOnly last, CancellationToken cancel)
    {
        var (from, to) = (first.AddDays(-MoveDay.Around), last.AddDays(MoveDay.Around));
        var days = await DaysOfFacts().Where(day => day >= from && day <= to).Distinct().ToListAsync(cancel);
        return [.. days.SelectMany(day => Days(day.AddDays(-MoveDay.Around), day.AddDays(MoveDay.Around)))];
    }

    private IQueryable<DateOnly> DaysOfFacts() =>
        db.Sales.IgnoreQueryFilters([SalesTables.CountedFilter]).Select(sale => sale.Day).Concat(db.Refunds.Select(refund => refund.Day)).Concat(db.StockMovements.Select(movement => movement.Day));

    private static List<DateOnly> Days(DateOnly from, DateOnly to) => [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays)];
}
