using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales.Consigning;

/// <summary>What writing a gallery's payment down takes.</summary>
/// <param name="Amount">How much it paid, in minor units.</param>
/// <param name="Day">On which day it arrived; nothing: today.</param>
/// <param name="Note">What is to be remembered of it.</param>
public sealed record NewGalleryPayment(long Amount = 0, DateOnly? Day = null, string? Note = null)
{
    /// <summary>The note as it is kept.</summary>
    internal string? NoteKept => string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();
}

/// <summary>Writes down what a gallery paid, takes that back when it was a mistake, and lets it count again.</summary>
public sealed class RecordGalleryPayment(AppDb db, CurrentShop shop, Repeats repeats, TimeProvider time)
{
    private static readonly DateOnly earliest = new(1990, 1, 1);

    private static Problem Unknown => new("unknown_payment", "There is no such payment of this gallery.", Kind: ProblemKind.NotFound);

    /// <summary>The payment's id, or everything that is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(Guid locationId, NewGalleryPayment input, CancellationToken cancel)
    {
        var (now, today) = (time.GetUtcNow(), shop.Facts.Zone.DayOf(time.GetUtcNow()));
        if (Check(input, today) is { Count: > 0 } problems) return problems;
        return await db.TryAgainAsync<Outcome<Guid>>(async () =>
        {
            await using var write = await db.BeginWriteAsync(cancel);
            var repeated = await repeats.FindAsync(cancel);
            if (!repeated.Succeeded) return repeated.Problems.ToList();
            if (repeated.Value is { } earlier) return earlier;
            if (await db.Locations.AsNoTracking().FirstOrDefaultAsync(place => place.Id == locationId, cancel) is not { } place) return LocationRules.Unknown;
            if (place.Kind != LocationKind.Gallery) return GalleryStatementQuery.NotAGallery;
            var id = Guid.CreateVersion7();
            db.GalleryPayments.Add(new GalleryPayment
            {
                Id = id, ShopId = shop.Id, LocationId = locationId, Day = input.Day ?? today, Amount = input.Amount, Note = input.NoteKept,
                RecordedAt = now, RecordedBy = shop.Actor.UserId, RecordedThrough = shop.Actor.Through,
            });
            repeats.Remember(id);
            await write.CommitAsync(cancel);
            return id;
        });
    }

    /// <summary>Takes a payment back, so that it counts no more; twice is once.</summary>
    public Task<Outcome<Guid>> TakeBackAsync(Guid locationId, Guid id, CancellationToken cancel) => SwitchAsync(locationId, id, time.GetUtcNow(), cancel);

    /// <summary>Lets a payment that was taken back count again; twice is once.</summary>
    public Task<Outcome<Guid>> RestoreAsync(Guid locationId, Guid id, CancellationToken cancel) => SwitchAsync(locationId, id, null, cancel);

    private Task<Outcome<Guid>> SwitchAsync(Guid locationId, Guid id, DateTimeOffset? takenBack, CancellationToken cancel) => db.TryAgainAsync<Outcome<Guid>>(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.GalleryPayments.FirstOrDefaultAsync(payment => payment.Id == id && payment.LocationId == locationId, cancel) is not { } found) return Unknown;
        if (takenBack is null || found.TakenBackAt is null) found.TakenBackAt = takenBack;
        await write.CommitAsync(cancel);
        return id;
    });

    private static List<Problem> Check(NewGalleryPayment input, DateOnly today)
    {
        List<Problem> problems = [];
        if (input.Amount is <= 0 or > Amounts.Most) problems.Add(new("amount_out_of_range", "How much did they pay? More than nothing, and under a billion.", nameof(input.Amount)));
        if (input.Day > today.AddDays(1) || input.Day < earliest) problems.Add(new("day_out_of_range", "That is in the future, or too long ago.", nameof(input.Day)));
        if (input.NoteKept is { } note && (note.Length > GalleryPayment.LongestNote || note.Any(char.IsControl))) problems.Add(new("note_invalid", $"A note is at most {GalleryPayment.LongestNote} characters on one line.", nameof(input.Note)));
        return problems;
    }
}
