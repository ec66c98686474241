using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Adds a place where stock lies.</summary>
public sealed class CreateLocation(AppDb db, CurrentShop shop, DefaultPlace usual, Repeats repeats, TimeProvider time)
{
    private const int Most = 500;

    /// <summary>The place's id, or everything that is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(NewLocation input, CancellationToken cancel) =>
        LocationRules.Check(input) is { Count: > 0 } problems ? problems : await db.TryAgainAsync(() => TryAsync(input, cancel));

    private async Task<Outcome<Guid>> TryAsync(NewLocation input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;
        // The usual place comes first, so that no other takes its name.
        await usual.IdAsync(cancel);
        var key = Location.KeyOf(input.Name!);
        if (await db.Locations.AnyAsync(place => place.NameKey == key, cancel))
        {
            // The same request at the same moment may have been faster since we looked.
            var won = await repeats.FindAsync(cancel);
            return won.Value is { } same ? same : LocationRules.Taken;
        }

        if (await db.Locations.CountAsync(cancel) >= Most) return new Problem("too_many_locations", $"A shop has at most {Most} places.");

        var id = Guid.CreateVersion7();
        db.Locations.Add(new Location
        {
            Id = id, ShopId = shop.Id, Name = input.Name!.Trim(), NameKey = key, Kind = input.Kind ?? LocationKind.Studio, FirstDay = input.FirstDay, LastDay = input.LastDay,
            Share = input.ShareKept, Since = input.Since, Contact = input.ContactKept,
            PutAwayAt = input.State == LocationState.PutAway ? time.GetUtcNow() : null,
        });
        repeats.Remember(id);
        await write.CommitAsync(cancel);
        return id;
    }
}
