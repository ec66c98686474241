using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>Books in what came of a purchase, at what it costs with its share of freight, tax and discount; takes an arrival back; calls off what is still to come.</summary>
public sealed class ReceivePurchase(AppDb db, CurrentShop shop, StockLedger ledger, ArrivalLines coming, Places places, DefaultPlace usual, ClosedPeriods periods, Repeats repeats, TimeProvider time)
{
    /// <summary>The arrival's id, or everything that is wrong.</summary>
    public Task<Outcome<Guid>> RunAsync(Guid purchaseId, NewReceipt input, CancellationToken cancel) => ChangeAsync(purchaseId, async (purchase, lines) =>
    {
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;
        var written = await WriteAsync(purchase, lines, input, cancel);
        if (written.Succeeded) repeats.Remember(written.Value);
        return written;
    }, cancel);

    /// <summary>Takes an arrival back as if it had never been; twice is once.</summary>
    public Task<Outcome<Guid>> TakeBackAsync(Guid purchaseId, Guid receiptId, CancellationToken cancel) => ChangeAsync(purchaseId, async (purchase, lines) =>
    {
        if (await db.Receipts.FirstOrDefaultAsync(one => one.Id == receiptId && one.PurchaseId == purchaseId, cancel) is not { } receipt) return new Problem("unknown_receipt", "There is no such arrival.", Kind: ProblemKind.NotFound);
        if (receipt.TakenBackAt is not null) return receiptId;
        receipt.TakenBackAt = time.GetUtcNow();
        var all = db.StockMovements;
        var came = await all.AsNoTracking().Where(row => row.CauseId == receiptId && !all.Any(other => other.CauseId == row.Id)).ToListAsync(cancel);
        foreach (var row in came) Receive(lines.First(line => line.VariantId == row.VariantId), -row.Quantity, purchase);
        await ledger.MoveAsync([.. came.Select(NewMovement.Back)], cancel);
        return receiptId;
    }, cancel);

    /// <summary>Calls off what is still to come; what came stays. Twice is once.</summary>
    public Task<Outcome<Guid>> CancelAsync(Guid purchaseId, CancellationToken cancel) => SwitchAsync(purchaseId, time.GetUtcNow(), cancel);

    /// <summary>Awaits it again.</summary>
    public Task<Outcome<Guid>> AwaitAsync(Guid purchaseId, CancellationToken cancel) => SwitchAsync(purchaseId, null, cancel);

    /// <summary>The same as receiving, inside the transaction that is open and holds the purchase.</summary>
    public async Task<Outcome<Guid>> WriteAsync(Purchase purchase, List<PurchaseLine> lines, NewReceipt input, CancellationToken cancel)
    {
        var at = input.At ?? time.GetUtcNow();
        if (at > time.GetUtcNow().AddDays(1) || at.Year < 1990) return new Problem("time_out_of_range", "That is in the future, or too long ago.", nameof(input.At));
        if (await periods.RefusesAsync(shop.Facts.Zone.DayOf(at), nameof(input.At), cancel) is { } closed) return closed;
        var place = string.IsNullOrWhiteSpace(input.Location) ? (Outcome<Location>?)null : await places.FindAsync(input.Location, nameof(input.Location), cancel);
        if (place is { Succeeded: false } unknown) return unknown.Problems.ToList();
        var parts = await coming.FindAsync(lines, input, cancel);
        if (!parts.Succeeded) return parts.Problems.ToList();

        var receipt = new Receipt
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, PurchaseId = purchase.Id, At = at, LocationId = place?.Value?.Id ?? await usual.IdAsync(cancel), RecordedAt = time.GetUtcNow(), RecordedBy = shop.Actor.UserId,
        };
        db.Receipts.Add(receipt);
        var costs = LandedCost.Of([.. lines.Select(line => line.Cost)], purchase.Freight, purchase.Tax, purchase.Discount);
        var day = shop.Facts.Zone.DayOf(at);
        await ledger.MoveAsync(
            [.. parts.Value.Select(part => new NewMovement(
                part.Line.VariantId, part.Quantity, StockReason.Received, at, day, receipt.Id,
                Cost: LandedCost.OfPart(costs[lines.IndexOf(part.Line)], part.Line.Received, part.Quantity, part.Line.Quantity), LocationId: receipt.LocationId))],
            cancel);
        foreach (var (line, quantity) in parts.Value) Receive(line, quantity, purchase);
        return receipt.Id;
    }

    private void Receive(PurchaseLine line, long quantity, Purchase purchase)
    {
        line.Received += quantity;
        line.Incoming = purchase.CancelledAt is null ? line.Quantity - line.Received : 0;
        db.PurchaseLines.Update(line);
    }

    private Task<Outcome<Guid>> SwitchAsync(Guid purchaseId, DateTimeOffset? cancelledAt, CancellationToken cancel) => ChangeAsync(purchaseId, (purchase, lines) =>
    {
        if (purchase.CancelledAt is null != cancelledAt is null)
        {
            purchase.CancelledAt = cancelledAt;
            foreach (var line in lines) Receive(line, 0, purchase);
        }

        return Task.FromResult<Outcome<Guid>>(purchaseId);
    }, cancel);

    /// <summary>Changes a purchase while nobody else does.</summary>
    private Task<Outcome<Guid>> ChangeAsync(Guid id, Func<Purchase, List<PurchaseLine>, Task<Outcome<Guid>>> change, CancellationToken cancel) => db.TryAgainAsync(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Purchases.Where(one => one.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } purchase) return SavePurchase.Unknown;
        var lines = await db.PurchaseLines.AsNoTracking().Where(line => line.PurchaseId == id).OrderBy(line => line.Place).ToListAsync(cancel);
        var changed = await change(purchase, lines);
        if (!changed.Succeeded) return changed;
        purchase.Version++;
        db.Purchases.Update(purchase);
        await write.CommitAsync(cancel);
        return changed;
    });
}
