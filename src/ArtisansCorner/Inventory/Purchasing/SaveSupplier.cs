using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>Adds and changes suppliers; what was bought from one keeps it.</summary>
public sealed class SaveSupplier(AppDb db, CurrentShop shop, Repeats repeats, TimeProvider time)
{
    private const int Most = 1000;
    private const int LongestEmail = 254;
    private const int LongestNotes = 1000;
    private const int LongestLead = 365;

    /// <summary>There is no such supplier.</summary>
    public static Problem Unknown => new("unknown_supplier", "There is no such supplier.", Kind: ProblemKind.NotFound);

    private static Problem Taken => new("name_taken", "There is a supplier of this name already, perhaps put away.", nameof(NewSupplier.Name), ProblemKind.Conflict);

    /// <summary>The new supplier's id, or everything that is wrong.</summary>
    public async Task<Outcome<Guid>> CreateAsync(NewSupplier input, CancellationToken cancel)
    {
        if (Check(input) is { Count: > 0 } problems) return problems;
        return await db.TryAgainAsync<Outcome<Guid>>(async () =>
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var repeated = await repeats.FindAsync(cancel);
            if (!repeated.Succeeded) return repeated.Problems.ToList();
            if (repeated.Value is { } earlier) return earlier;
            var key = Supplier.KeyOf(input.Name!);
            if (await db.Suppliers.AnyAsync(other => other.NameKey == key, cancel))
            {
                // The same request at the same moment may have been faster since we looked.
                var won = await repeats.FindAsync(cancel);
                return won.Value is { } same ? same : Taken;
            }

            if (await db.Suppliers.CountAsync(cancel) >= Most) return new Problem("too_many_suppliers", $"A shop has at most {Most} suppliers.");
            var supplier = new Supplier { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = "", NameKey = "" };
            Apply(supplier, input);
            db.Suppliers.Add(supplier);
            repeats.Remember(supplier.Id);
            await write.CommitAsync(cancel);
            return supplier.Id;
        });
    }

    /// <summary>The supplier of this name inside the transaction that is open, made where there is none; tells whether it was.</summary>
    internal async Task<(Guid Id, bool IsNew)> FindOrAddAsync(string name, CancellationToken cancel)
    {
        var key = Supplier.KeyOf(name);
        if (await db.Suppliers.Where(other => other.NameKey == key).Select(other => (Guid?)other.Id).FirstOrDefaultAsync(cancel) is { } known) return (known, false);
        var supplier = new Supplier { Id = Guid.CreateVersion7(), ShopId = shop.Id, Name = "", NameKey = "" };
        Apply(supplier, new NewSupplier(name));
        db.Suppliers.Add(supplier);
        await db.SaveChangesAsync(cancel);
        return (supplier.Id, true);
    }

    /// <summary>The supplier, or what is wrong; a version that is not the present one is refused as stale.</summary>
    public async Task<Outcome<Guid>> ChangeAsync(Guid id, int? version, NewSupplier input, CancellationToken cancel)
    {
        if (Check(input) is { Count: > 0 } problems) return problems;
        return await db.TryAgainAsync<Outcome<Guid>>(async () =>
        {
            await using var write = await db.BeginWriteAsync(cancel);
            if (await db.Suppliers.Where(one => one.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } supplier) return Unknown;
            if (version is not null && version != supplier.Version) return Problem.Stale;
            var key = Supplier.KeyOf(input.Name!);
            if (await db.Suppliers.AnyAsync(other => other.Id != id && other.NameKey == key, cancel)) return Taken;
            Apply(supplier, input);
            supplier.Version++;
            db.Suppliers.Update(supplier);
            await write.CommitAsync(cancel);
            return id;
        });
    }

    /// <summary>Makes a supplier what it was before a change, or nothing where it was added, as long as nobody changed it or bought from it since.</summary>
    public Task<Outcome<Guid>> UndoAsync(SupplierBefore before, CancellationToken cancel) =>
        before.Was is { } was ? ChangeAsync(before.Id, before.Version, was, cancel) : RemoveAsync(before.Id, before.Version, cancel);

    private async Task<Outcome<Guid>> RemoveAsync(Guid id, int version, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Suppliers.Where(one => one.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } supplier) return Unknown;
        if (version != supplier.Version) return Problem.Stale;
        if (await db.Purchases.AnyAsync(purchase => purchase.SupplierId == id, cancel)) return new Problem("supplier_used", $"There are orders from {supplier.Name} already. Put it away instead.", Kind: ProblemKind.Conflict);
        db.Suppliers.Remove(supplier);
        await write.CommitAsync(cancel);
        return id;
    }

    private void Apply(Supplier supplier, NewSupplier input)
    {
        (supplier.Name, supplier.NameKey) = (input.Name!.Trim(), Supplier.KeyOf(input.Name));
        (supplier.Email, supplier.Notes) = (Said(input.Email), Said(input.Notes));
        supplier.LeadDays = input.LeadDays ?? Supplier.UsualLeadDays;
        if (input.IsPutAway is { } putAway) supplier.PutAwayAt = putAway ? supplier.PutAwayAt ?? time.GetUtcNow() : null;
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static List<Problem> Check(NewSupplier input)
    {
        List<Problem> problems = [];
        if (string.IsNullOrWhiteSpace(input.Name)) problems.Add(new("name_missing", "What is it called?", nameof(input.Name)));
        else if (input.Name.Trim().Length > Supplier.LongestName || input.Name.Trim().Any(char.IsControl)) problems.Add(new("name_invalid", $"A name is a few words on one line, at most {Supplier.LongestName} characters.", nameof(input.Name)));
        if (!string.IsNullOrWhiteSpace(input.Email) && (input.Email.Trim().Length > LongestEmail || !input.Email.Contains('@', StringComparison.Ordinal))) problems.Add(new("email_invalid", "That is not an e-mail address.", nameof(input.Email)));
        if (input.LeadDays is < 0 or > LongestLead) problems.Add(new("days_out_of_range", $"From 0 to {LongestLead} days.", nameof(input.LeadDays)));
        if (input.Notes?.Length > LongestNotes) problems.Add(new("notes_too_long", $"Notes have at most {LongestNotes} characters.", nameof(input.Notes)));
        return problems;
    }
}
