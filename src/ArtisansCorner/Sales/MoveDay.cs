using ArtisansCorner.Inventory;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>
/// Brings one business day of a new clock about: what happened in its hours comes to it from the days around it.
/// A fact of which only the day is known keeps that day, and begins with it: it is known by the start of its day on the old clock.
/// Movements of stock in a closed period keep their days, and none comes into one.
/// </summary>
public sealed class MoveDay(AppDb db, ClosedPeriods periods)
{
    /// <summary>How many days around a day are looked at for what belongs to it.</summary>
    public const int Around = 3;

    /// <summary>Moves what belongs to the day, in a transaction of its own; how many rows were elsewhere.</summary>
    public async Task<int> RunAsync(DateOnly day, ShopZone from, ShopZone to, CancellationToken cancel)
    {
        var (first, last) = (day.AddDays(-Around), day.AddDays(Around));
        var (start, end) = (to.StartOf(day), to.StartOf(day.AddDays(1)));
        var (oldStart, oldStarts) = (from.StartOf(day), Enumerable.Range(-Around, 2 * Around + 1).Select(apart => from.StartOf(day.AddDays(apart))).ToList());
        var (sales, lines, fees) = (
            db.Sales.IgnoreQueryFilters([SalesTables.CountedFilter]), db.SaleLines.IgnoreQueryFilters([SalesTables.CountedFilter]), db.Fees.IgnoreQueryFilters([SalesTables.CountedFilter]));
        var refunds = db.Refunds;

        await using var write = await db.BeginWriteAsync(cancel);
        // Fees first: they are known to be of the sale's day by being on it still.
        var moved = await fees.Where(fee => fee.Day >= first && fee.Day <= last && fee.Day != day &&
                sales.Any(sale => sale.Id == fee.SaleId && sale.Day == fee.Day && sale.Hour != null && sale.SoldAt >= start && sale.SoldAt < end))
            .ExecuteUpdateAsync(row => row.SetProperty(fee => fee.Day, day), cancel);
        moved += await MoveSalesAsync(day, to, sales, cancel);
        await sales.Where(sale => sale.Day == day && sale.Hour == null && sale.SoldAt != start).ExecuteUpdateAsync(row => row.SetProperty(sale => sale.SoldAt, start), cancel);
        await lines.Where(line => line.Day >= first && line.Day <= last && line.Day != day && sales.Any(sale => sale.Id == line.SaleId && sale.Day == day))
            .ExecuteUpdateAsync(row => row.SetProperty(line => line.Day, day), cancel);

        moved += await refunds.Where(refund => refund.Day >= first && refund.Day <= last && refund.Day != day && refund.RefundedAt >= start && refund.RefundedAt < end && !oldStarts.Contains(refund.RefundedAt))
            .ExecuteUpdateAsync(row => row.SetProperty(refund => refund.Day, day), cancel);
        await refunds.Where(refund => refund.Day == day && refund.RefundedAt == oldStart).ExecuteUpdateAsync(row => row.SetProperty(refund => refund.RefundedAt, start), cancel);
        await db.RefundLines.Where(line => line.Day >= first && line.Day <= last && line.Day != day && refunds.Any(refund => refund.Id == line.RefundId && refund.Day == day))
            .ExecuteUpdateAsync(row => row.SetProperty(line => line.Day, day), cancel);

        moved += await MoveStockAsync(day, (start, end), (oldStart, oldStarts), cancel);
        await write.CommitAsync(cancel);
        return moved;
    }

    private async Task<int> MoveStockAsync(DateOnly day, (DateTimeOffset Start, DateTimeOffset End) now, (DateTimeOffset Start, List<DateTimeOffset> Around) before, CancellationToken cancel)
    {
        var (first, last, start, end, oldStart, oldStarts) = (day.AddDays(-Around), day.AddDays(Around), now.Start, now.End, before.Start, before.Around);
        IQueryable<StockMovement> movements = db.StockMovements;
        if (await periods.LastAsync(cancel) is { } closed)
        {
            var until = closed.Until;
            movements = movements.Where(movement => movement.At >= until);
            if (day <= closed.Through) day = closed.Through.AddDays(1);
            if (start < until) start = until;
        }

        var moved = await movements.Where(movement => movement.Day >= first && movement.Day <= last && movement.Day != day && movement.At >= start && movement.At < end && !oldStarts.Contains(movement.At))
            .ExecuteUpdateAsync(row => row.SetProperty(movement => movement.Day, day), cancel);
        await movements.Where(movement => movement.Day == day && movement.At == oldStart).ExecuteUpdateAsync(row => row.SetProperty(movement => movement.At, start), cancel);
        return moved;
    }

    private static async Task<int> MoveSalesAsync(DateOnly day, ShopZone to, IQueryable<Sale> sales, CancellationToken cancel)
    {
        var moved = 0;
        for (byte hour = 0; hour < 24; hour++)
        {
            var (of, begins) = (hour, to.InstantOf(day.ToDateTime(new TimeOnly(hour, 0))));
            var ends = to.InstantOf(day.ToDateTime(TimeOnly.MinValue).AddHours(hour + 1));
            moved += await sales.Where(sale => sale.SoldAt >= begins && sale.SoldAt < ends && sale.Hour != null && (sale.Day != day || sale.Hour != of))
                .ExecuteUpdateAsync(row => row.SetProperty(sale => sale.Day, day).SetProperty(sale => sale.Hour, of), cancel);
        }

        return moved;
    }
}
