using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>Lets what came of a purchase cost what is paid for it now: booked in again, at its own time.</summary>
public sealed class CostArrivals(AppDb db, StockLedger ledger, ClosedPeriods periods)
{
    /// <summary>Why that cannot be, or nothing; inside the transaction that is open and holds the purchase.</summary>
    public async Task<Problem?> RunAsync(Purchase purchase, List<PurchaseLine> lines, CancellationToken cancel)
    {
        var (all, receipts) = (db.StockMovements, await db.Receipts.AsNoTracking().Where(receipt => receipt.PurchaseId == purchase.Id && receipt.TakenBackAt == null).Select(receipt => (Guid?)receipt.Id).ToListAsync(cancel));
        var came = await all.AsNoTracking().Where(row => receipts.Contains(row.CauseId) && !all.Any(other => other.CauseId == row.Id)).OrderBy(row => row.At).ThenBy(row => row.Id).ToListAsync(cancel);
        var costs = LandedCost.Of([.. lines.Select(line => line.Cost)], purchase.Freight, purchase.Tax, purchase.Discount);
        var closed = await periods.ThroughAsync(cancel);
        List<NewMovement> again = [];
        foreach (var (index, line) in lines.Index())
        {
            long received = 0;
            foreach (var row in came.Where(row => row.VariantId == line.VariantId))
            {
                var cost = LandedCost.OfPart(costs[index], received, row.Quantity, line.Quantity);
                received += row.Quantity;
                if (cost == row.Cost) continue;
                if (row.Day <= closed) return new Problem("period_closed", "Some of it came in a period that is closed: open that period again to change what it cost.", nameof(NewPurchase.Lines), ProblemKind.Conflict);
                again.AddRange([NewMovement.Back(row), new NewMovement(row.VariantId, row.Quantity, row.Reason, row.At, row.Day, row.CauseId, Cost: cost, LocationId: row.LocationId)]);
            }
        }

        await ledger.MoveAsync(again, cancel);
        return null;
    }
}
