using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Reserving;

/// <summary>What was set aside before that was changed, and the version that the change made of it.</summary>
public sealed record ReservationBefore(Guid Id, int Version, NewReservation Was);

/// <summary>Sets pieces or material aside, changes that, and closes or opens it again. More may be promised than there is: that shows, and is what to make.</summary>
public sealed class Reserve(AppDb db, CurrentShop shop, MeasuredItems items, Outbox outbox, Repeats repeats, TimeProvider time)
{
    private const int MostOpen = 1000;

    /// <summary>There is no such reservation.</summary>
    public static Problem Unknown => new("unknown_reservation", "Nothing of that was set aside.", Kind: ProblemKind.NotFound);

    /// <summary>The reservation's id, or everything that is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(NewReservation input, CancellationToken cancel)
    {
        if (Check(input) is { Count: > 0 } problems) return problems;
        return await db.TryAgainAsync<Outcome<Guid>>(async () =>
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var repeated = await repeats.FindAsync(cancel);
            if (!repeated.Succeeded) return repeated.Problems.ToList();
            if (repeated.Value is { } earlier) return earlier;
            var found = await items.FindAsync(input.VariantId, input.Sku, input.MaterialId, cancel);
            if (!found.Succeeded) return found.Problems.ToList();
            var measured = MeasureOf(found.Value, input);
            if (!measured.Succeeded) return measured.Problems.ToList();
            if (await db.Reservations.CountAsync(one => one.ClosedAt == null, cancel) >= MostOpen)
                return new Problem("too_many_reservations", $"At most {MostOpen} things are set aside at a time; close what was handed over.");
            var reservation = new Reservation
            {
                Id = Guid.CreateVersion7(), ShopId = shop.Id, VariantId = found.Value.VariantId, Quantity = measured.Value, Unit = UnitOf(input), Reason = input.Reason!.Trim(), WantedOn = input.WantedOn,
                RecordedAt = time.GetUtcNow(), RecordedBy = shop.Actor.UserId, RecordedThrough = shop.Actor.Through,
            };
            db.Reservations.Add(reservation);
            outbox.Add(new StockChanged([reservation.VariantId]));
            repeats.Remember(reservation.Id);
            await write.CommitAsync(cancel);
            return reservation.Id;
        });
    }

    /// <summary>The reservation, or what is wrong; what is set aside stays the same, how much and for what changes. A version that is not the present one is refused as stale.</summary>
    public async Task<Outcome<Guid>> ChangeAsync(Guid id, int? version, NewReservation input, CancellationToken cancel)
    {
        if (Check(input, isNew: false) is { Count: > 0 } problems) return problems;
        return await WriteAsync(id, async reservation =>
        {
            if (version is not null && version != reservation.Version) return Problem.Stale;
            var item = (await items.OfAsync([reservation.VariantId], cancel))[reservation.VariantId];
            var measured = MeasureOf(item, input);
            if (!measured.Succeeded) return measured.Problems[0];
            (reservation.Quantity, reservation.Unit, reservation.Reason, reservation.WantedOn) = (measured.Value, UnitOf(input), input.Reason!.Trim(), input.WantedOn);
            reservation.Version++;
            return null;
        }, cancel);
    }

    /// <summary>Closes it, because it was handed over or given up; twice is once.</summary>
    public Task<Outcome<Guid>> CloseAsync(Guid id, CancellationToken cancel) => SwitchAsync(id, time.GetUtcNow(), cancel);

    /// <summary>Sets it aside again; twice is once.</summary>
    public Task<Outcome<Guid>> ReopenAsync(Guid id, CancellationToken cancel) => SwitchAsync(id, null, cancel);

    private Task<Outcome<Guid>> SwitchAsync(Guid id, DateTimeOffset? closed, CancellationToken cancel) => WriteAsync(id, reservation =>
    {
        if (closed is null == reservation.ClosedAt is null) return Task.FromResult<Problem?>(null);
        reservation.ClosedAt = closed;
        reservation.Version++;
        return Task.FromResult<Problem?>(null);
    }, cancel);

    private Task<Outcome<Guid>> WriteAsync(Guid id, Func<Reservation, Task<Problem?>> change, CancellationToken cancel) => db.TryAgainAsync<Outcome<Guid>>(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Reservations.Where(one => one.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } reservation) return Unknown;
        if (await change(reservation) is { } problem) return problem;
        db.Reservations.Update(reservation);
        outbox.Add(new StockChanged([reservation.VariantId]));
        await write.CommitAsync(cancel);
        return id;
    });

    private static Outcome<long> MeasureOf(MeasuredItem item, NewReservation input)
    {
        var measured = item.Measure(input.Quantity, input.Unit, nameof(input.Quantity));
        return measured.Succeeded && measured.Value == 0 ? new Problem("quantity_invalid", "How much? More than nothing.", nameof(input.Quantity)) : measured;
    }

    private static string? UnitOf(NewReservation input) => Catalog.Unit.Find(input.Unit)?.Code;

    private static List<Problem> Check(NewReservation input, bool isNew = true)
    {
        List<Problem> problems = [];
        if (isNew && input.VariantId is null && input.MaterialId is null && string.IsNullOrWhiteSpace(input.Sku)) problems.Add(new("variant_missing", "Say what is set aside.", nameof(input.VariantId)));
        if (input.Quantity <= 0) problems.Add(new("quantity_invalid", "How much? More than nothing.", nameof(input.Quantity)));
        if (string.IsNullOrWhiteSpace(input.Reason)) problems.Add(new("reason_missing", "What is it for? A name is enough.", nameof(input.Reason)));
        else if (input.Reason.Trim().Length > Reservation.LongestReason || input.Reason.Trim().Any(char.IsControl)) problems.Add(new("reason_invalid", $"A few words on one line, at most {Reservation.LongestReason} characters.", nameof(input.Reason)));
        if (input.WantedOn < AskedDays.Earliest || input.WantedOn > AskedDays.Latest) problems.Add(AskedDays.OutOfReach(nameof(input.WantedOn)));
        return problems;
    }
}
