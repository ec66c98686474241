using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>Follows what pieces turn out to have cost: lines and sums of sales and refunds say what the stock ledger says, and their days, and those of what trued it up, are counted again.</summary>
public sealed class FollowCosts(AppDb db, Outbox outbox) : IHandle<CostsChanged>
{
    private const int LinesAtOnce = 500;

    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<CostsChanged> happened, CancellationToken cancel)
    {
        foreach (var some in happened.SelectMany(change => change.MovementIds).Distinct().Order().Chunk(LinesAtOnce))
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var days = (await SalesAsync(some, cancel)).Concat(await RefundsAsync(some, cancel)).Concat(await TruedAsync(some, cancel)).Distinct().Order().ToList();
            if (days.Count > 0) outbox.Add(new SalesChanged(days));
            await write.CommitAsync(cancel);
        }
    }

    // What left is trued up by what comes.
    private Task<List<DateOnly>> TruedAsync(Guid[] movements, CancellationToken cancel) =>
        db.StockMovements.Where(movement => movements.Contains(movement.Id) && movement.Reason != StockReason.Sold).Select(movement => movement.Day).Distinct().ToListAsync(cancel);

    private async Task<List<DateOnly>> SalesAsync(Guid[] movements, CancellationToken cancel)
    {
        var (moved, lines) = (db.StockMovements, db.SaleLines);
        var ids = await lines.Where(line => movements.Contains(line.Id)).Select(line => line.SaleId).Distinct().ToListAsync(cancel);
        var sales = db.Sales.Where(sale => ids.Contains(sale.Id));
        // Locked before the lines are summed, so that two who change lines of one sale follow each other.
        await sales.ExecuteUpdateAsync(row => row.SetProperty(sale => sale.CustomerId, sale => sale.CustomerId), cancel);
        await lines.Where(line => movements.Contains(line.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(line => line.Cost, line => moved.Where(movement => movement.Id == line.Id).Select(movement => -movement.Value).First()), cancel);
        await sales.ExecuteUpdateAsync(row => row.SetProperty(sale => sale.CostOfGoods, sale => lines.Where(line => line.SaleId == sale.Id).Sum(line => line.Cost)), cancel);
        return await sales.Select(sale => sale.Day).Distinct().ToListAsync(cancel);
    }

    private async Task<List<DateOnly>> RefundsAsync(Guid[] movements, CancellationToken cancel)
    {
        var (moved, lines) = (db.StockMovements, db.RefundLines);
        var ids = await lines.Where(line => movements.Contains(line.Id)).Select(line => line.RefundId).Distinct().ToListAsync(cancel);
        var refunds = db.Refunds.Where(refund => ids.Contains(refund.Id));
        await lines.Where(line => movements.Contains(line.Id))
            .ExecuteUpdateAsync(row => row.SetProperty(line => line.Cost, line => moved.Where(movement => movement.Id == line.Id).Select(movement => movement.Value + movement.TrueUp).First()), cancel);
        await refunds.ExecuteUpdateAsync(row => row.SetProperty(refund => refund.CostOfGoods, refund => lines.Where(line => line.RefundId == refund.Id).Sum(line => line.Cost)), cancel);
        return await refunds.Select(refund => refund.Day).Distinct().ToListAsync(cancel);
    }
}
