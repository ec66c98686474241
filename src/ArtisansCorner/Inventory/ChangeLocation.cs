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
        LocationRules.Check(input) is { Count: > 0 } problems ? problems : await WriteAsync(id, version, async place =>
        {
            var (share, since) = (place.Share, place.Since);
            if (await ApplyAsync(place, input, cancel) is { } problem) return problem;
            if (place.Kind == LocationKind.Gallery && share is { } before && input.Since is { } from && from != since) await KeepTermsAsync(place, before, since, from, cancel);
            return null;
        }, cancel);

    /// <summary>Makes a place what it was before a change, its terms too, as long as nobody changed it since.</summary>
    public Task<Outcome<Guid>> UndoAsync(PlaceBefore before, CancellationToken cancel) => WriteAsync(
        before.Id,
        before.Version,
        async place =>
        {
            if (await ApplyAsync(place, before.Was, cancel) is { } problem) return problem;
            // Only what was said stands, not what saying it otherwise left behind.
            await db.FormerTerms.Where(terms => terms.LocationId == place.Id).ExecuteDeleteAsync(cancel);
            db.FormerTerms.AddRange(before.Terms.Select(terms => new FormerTerms { Id = Guid.CreateVersion7(), ShopId = shop.Id, LocationId = place.Id, Share = terms.Share, Until = terms.Until }));
            return null;
        },
        cancel);

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
        if (input.Kind is not null) (place.Share, place.Since, place.Contact) = (input.ShareKept, input.Since, input.ContactKept);
        return input.State is { } state ? Switch(place, state) : null;
    }

    /// <summary>Terms that hold from a later day on leave the days before as they were agreed; a border that was said wrongly moves with its day.</summary>
    private async Task KeepTermsAsync(Location place, int share, DateOnly? since, DateOnly from, CancellationToken cancel)
    {
        var until = from.AddDays(-1);
        if (place.Share == share)
        {
            var border = since?.AddDays(-1);
            await db.FormerTerms.Where(terms => terms.LocationId == place.Id && terms.Until == border).ExecuteUpdateAsync(row => row.SetProperty(terms => terms.Until, until), cancel);
        }
        else if (since is null || from > since)
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
