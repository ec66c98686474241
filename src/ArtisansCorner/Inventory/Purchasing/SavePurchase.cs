using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>A purchase before it was changed, and the version that the change made of it.</summary>
public sealed record PurchaseBefore(Guid Id, int Version, NewPurchase Was);

/// <summary>
/// Writes purchases down and changes them. A change of what was paid changes what came of it already cost, and everything since;
/// what came cannot be ordered away.
/// </summary>
public sealed class SavePurchase(AppDb db, CurrentShop shop, PurchaseLines lines, ReceivePurchase receive, CostArrivals arrivals, Repeats repeats, TimeProvider time)
{
    /// <summary>There is no such purchase.</summary>
    public static Problem Unknown => new("unknown_purchase", "There is no such purchase.", Kind: ProblemKind.NotFound);

    /// <summary>The new purchase's id, or everything that is wrong; with an arrival it is booked in at once.</summary>
    public Task<Outcome<Guid>> CreateAsync(NewPurchase input, NewReceipt? arrival, CancellationToken cancel) => db.TryAgainAsync<Outcome<Guid>>(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;
        var made = await WriteAsync(input, arrival, null, cancel);
        if (!made.Succeeded) return made;
        repeats.Remember(made.Value);
        await write.CommitAsync(cancel);
        return made;
    });

    /// <summary>The same inside the transaction that is open, for a verb that does more; nothing may stand of what is refused.</summary>
    internal async Task<Outcome<Guid>> WriteAsync(NewPurchase input, NewReceipt? arrival, Guid? importId, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        var found = await lines.FindAsync(id, input, cancel);
        if (!found.Succeeded) return found.Problems.ToList();
        if (await CheckSupplierAsync(input, cancel) is { } unknown) return unknown;
        var purchase = new Purchase
        {
            Id = id, ShopId = shop.Id, Number = 1 + (await db.Purchases.MaxAsync(one => (int?)one.Number, cancel) ?? 0), OrderedOn = default,
            RecordedAt = time.GetUtcNow(), RecordedBy = shop.Actor.UserId, RecordedThrough = shop.Actor.Through,
            ImportId = importId,
        };
        Apply(purchase, input);
        db.Purchases.Add(purchase);
        db.PurchaseLines.AddRange(found.Value);
        await db.SaveChangesAsync(cancel);
        if (arrival is not null && await receive.WriteAsync(purchase, found.Value, arrival, cancel) is { Succeeded: false } refused) return refused.Problems.ToList();
        return id;
    }

    /// <summary>The purchase, or what is wrong; a version that is not the present one is refused as stale.</summary>
    public Task<Outcome<Guid>> ChangeAsync(Guid id, int? version, NewPurchase input, CancellationToken cancel) => db.TryAgainAsync<Outcome<Guid>>(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Purchases.Where(one => one.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } purchase) return Unknown;
        if (version is not null && version != purchase.Version) return Problem.Stale;
        var found = await lines.FindAsync(id, input, cancel);
        if (!found.Succeeded) return found.Problems.ToList();
        if (await CheckSupplierAsync(input, cancel) is { } unknown) return unknown;
        var before = await db.PurchaseLines.AsNoTracking().Where(line => line.PurchaseId == id).ToListAsync(cancel);
        if (Follow(before, found.Value, purchase) is { } problem) return problem;
        Apply(purchase, input);
        purchase.Version++;
        db.Purchases.Update(purchase);
        await db.PurchaseLines.Where(line => line.PurchaseId == id).ExecuteDeleteAsync(cancel);
        db.PurchaseLines.AddRange(found.Value);
        if (await arrivals.RunAsync(purchase, found.Value, cancel) is { } closed) return closed;
        await write.CommitAsync(cancel);
        return id;
    });

    private async Task<Problem?> CheckSupplierAsync(NewPurchase input, CancellationToken cancel) =>
        // Held, so that nobody takes it off the list meanwhile (SaveSupplier).
        input.SupplierId is { } supplier && await db.Suppliers.Where(one => one.Id == supplier).LockedForUpdate().FirstOrDefaultAsync(cancel) is null ? new Problem("unknown_supplier", "There is no such supplier.", nameof(input.SupplierId)) : null;

    private void Apply(Purchase purchase, NewPurchase input)
    {
        (purchase.SupplierId, purchase.OrderedOn, purchase.ExpectedOn) = (input.SupplierId, input.OrderedOn ?? shop.Facts.Zone.DayOf(time.GetUtcNow()), input.ExpectedOn);
        (purchase.Freight, purchase.Tax, purchase.Discount) = (input.Freight, input.Tax, input.Discount);
        purchase.Reference = string.IsNullOrWhiteSpace(input.Reference) ? null : input.Reference.Trim();
        purchase.Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim();
    }

    private static Problem? Follow(List<PurchaseLine> before, List<PurchaseLine> lines, Purchase purchase)
    {
        if (before.Exists(line => line.Received > 0 && !lines.Exists(other => other.VariantId == line.VariantId)))
            return new Problem("line_received", "Some of it came already, so its line stays.", nameof(NewPurchase.Lines), ProblemKind.Conflict);
        foreach (var (index, line) in lines.Index())
        {
            line.Received = before.Find(other => other.VariantId == line.VariantId)?.Received ?? 0;
            if (line.Quantity < line.Received) return new Problem("less_than_received", "More than that came already.", $"Lines[{index}].Quantity", ProblemKind.Conflict);
            line.Incoming = purchase.CancelledAt is null ? line.Quantity - line.Received : 0;
        }

        return null;
    }
}
