using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Changes a place, puts it away, takes it out again; what happened there keeps it.</summary>
public sealed class ChangeLocation(AppDb db, CurrentShop shop, TimeProvider time)
{
    /// <summary>The place, or what is wrong; a <paramref name="version"/> that is not the present one is refused as stale.</summary>
    public async Task<Outcome<Guid>> RunAsync(Guid id, int? version, NewLocation input, CancellationToken cancel) =>
        LocationRules.Check(input) is { Count: > 0 } problems ? problems : await WriteAsync(id, version, place => ApplyAsync(place, input, cancel), cancel);

    /// <summary>Puts a place away, or takes it out again; nothing to do is no mistake.</summary>
    public Task<Outcome<Guid>> SwitchAsync(Guid id, LocationState state, CancellationToken cancel) =>
        WriteAsync(id, null, place => Task.FromResult(Switch(place, state)), cancel);

    private async Task<Outcome<Guid>> WriteAsync(Guid id, int? version, Func<Location, Task<Problem?>> change, CancellationToken cancel)
    {
        try
        {
            return await db.TryAgainAsync<Outcome<Guid>>(async () =>
            {
                await using var write = await db.BeginWriteAsync(cancel);
                if (await db.Locations.FirstOrDefaultAsync(place => place.Id == id, cancel) is not { } place) return LocationRules.Unknown;
                if (version is not null && version != place.Version) return Problem.Stale;
                if (await change(place) is { } problem) return problem;
                if (place.PutAwayAt is { } now) await db.StockAlerts.Where(alert => alert.LocationId == id && alert.ResolvedAt == null).ExecuteUpdateAsync(row => row.SetProperty(alert => alert.ResolvedAt, now), cancel);
                place.Version++;
                await write.CommitAsync(cancel);
                return id;
            });
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
    }

    private async Task<Problem?> ApplyAsync(Location place, NewLocation input, CancellationToken cancel)
    {
        var key = Location.KeyOf(input.Name!);
        if (await db.Locations.AnyAsync(other => other.Id != place.Id && other.NameKey == key, cancel)) return LocationRules.Taken;
        (place.Name, place.NameKey, place.Kind) = (input.Name!.Trim(), key, input.Kind ?? place.Kind);
        // Without a kind it is none that has days, as the rules saw to.
        (place.FirstDay, place.LastDay) = place.Kind == LocationKind.Fair && input.Kind is null ? (place.FirstDay, place.LastDay) : (input.FirstDay, input.LastDay);
        // The terms too stay when no kind is said, and go when it is a gallery no more.
        if (place is { Kind: LocationKind.Gallery, Share: { } share } && input.Since is { } since && since != place.Since) await KeepTermsAsync(place, share, since, input.ShareKept != share, cancel);
        if (input.Kind is not null) (place.Share, place.Since, place.Contact) = (input.ShareKept, input.Since, input.ContactKept);
        return input.State is { } state ? Switch(place, state) : null;
    }

    /// <summary>Terms that hold from a later day on leave the days before as they were agreed; a border that was said wrongly moves with its day.</summary>
    private async Task KeepTermsAsync(Location place, int share, DateOnly since, bool changes, CancellationToken cancel)
    {
        var until = since.AddDays(-1);
        if (!changes)
        {
            var border = place.Since?.AddDays(-1);
            await db.FormerTerms.Where(terms => terms.LocationId == place.Id && terms.Until == border).ExecuteUpdateAsync(row => row.SetProperty(terms => terms.Until, until), cancel);
        }
        else if (place.Since is null || since > place.Since)
        {
            db.FormerTerms.Add(new FormerTerms { Id = Guid.CreateVersion7(), ShopId = shop.Id, LocationId = place.Id, Share = share, Until = until });
        }
    }

    private Problem? Switch(Location place, LocationState state)
    {
        if (state == LocationState.PutAway && place.IsDefault) return LocationRules.Needed;
        place.PutAwayAt = state == LocationState.InUse ? null : place.PutAwayAt ?? time.GetUtcNow();
        return null;
    }
}
