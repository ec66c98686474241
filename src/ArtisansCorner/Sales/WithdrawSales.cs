using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>
/// Takes back the sales and refunds that one import brought, some at a time, each time in one transaction.
/// A sale that got a later fact from somewhere else stays: taking it away would take that away too.
/// </summary>
public sealed class WithdrawSales(AppDb db, StockLedger stock, TakenPieces taken, Outbox outbox)
{
    /// <summary>Takes up to so many refunds or sales back, inside the transaction that is open; tells how many, 0 at the end.</summary>
    public async Task<int> StepAsync(Guid importId, int atMost, CancellationToken cancel)
    {
        var refunds = await db.Refunds.Where(refund => refund.ImportId == importId).OrderBy(refund => refund.Day)
            .Select(refund => new { refund.Id, refund.Day }).Take(atMost).ToListAsync(cancel);
        if (refunds.Count > 0)
        {
            var ids = refunds.ConvertAll(refund => refund.Id);
            await db.Refunds.Where(refund => ids.Contains(refund.Id)).ExecuteDeleteAsync(cancel);
            outbox.Add(new SalesChanged([.. refunds.Select(refund => refund.Day).Distinct()]));
            return refunds.Count;
        }

        var sales = await Free(importId).OrderBy(sale => sale.Day).Select(sale => new { sale.Id, sale.Day }).Take(atMost).ToListAsync(cancel);
        if (sales.Count > 0)
        {
            var ids = sales.ConvertAll(sale => sale.Id);
            await stock.MoveAsync(await taken.BackAsync(ids, cancel), cancel);
            // Fees that another file tells wait under the sale's number until it comes back.
            await db.Fees.Where(fee => fee.OrderNumber != null && fee.ImportId != importId && ids.Contains(fee.SaleId!.Value)).ExecuteUpdateAsync(row => row.SetProperty(fee => fee.SaleId, (Guid?)null), cancel);
            await db.Sales.Where(sale => ids.Contains(sale.Id)).ExecuteDeleteAsync(cancel);
            outbox.Add(new SalesChanged([.. sales.Select(sale => sale.Day).Distinct()]));
            return sales.Count;
        }

        return 0;
    }

    /// <summary>How many facts of the import are left to take back.</summary>
    public async Task<int> CountAsync(Guid importId, CancellationToken cancel) =>
        await db.Refunds.CountAsync(refund => refund.ImportId == importId, cancel) + await Free(importId).CountAsync(cancel);

    /// <summary>How many sales of the import stay, because something later hangs on them.</summary>
    public Task<int> CountKeptAsync(Guid importId, CancellationToken cancel) =>
        db.Sales.CountAsync(sale => sale.ImportId == importId, cancel);

    private IQueryable<Sale> Free(Guid importId)
    {
        var (refunds, fees) = (db.Refunds, db.Fees);
        return db.Sales.Where(sale => sale.ImportId == importId &&
            !refunds.Any(refund => refund.SaleId == sale.Id && refund.ImportId != importId) &&
            !fees.Any(fee => fee.SaleId == sale.Id && fee.ImportId != importId && fee.OrderNumber == null));
    }
}
