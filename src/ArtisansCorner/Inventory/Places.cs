using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>The places of the shop, and which of them a request means.</summary>
public sealed class Places(AppDb db)
{
    /// <summary>All of them, put away ones too: the default first, then by name.</summary>
    public async Task<IReadOnlyList<Location>> AllAsync(CancellationToken cancel) =>
        await db.Locations.AsNoTracking().OrderByDescending(place => place.IsDefault).ThenBy(place => place.NameKey).ToListAsync(cancel);

    /// <summary>Those in use, in the same order.</summary>
    public async Task<IReadOnlyList<Location>> InUseAsync(CancellationToken cancel) => [.. (await AllAsync(cancel)).Where(place => place.PutAwayAt is null)];

    /// <summary>The place that a text names.</summary>
    public async Task<Outcome<Location>> FindAsync(string text, string field, CancellationToken cancel) => Find(await AllAsync(cancel), text, field);

    /// <summary>The place among these that a text names by its id or, in any case, by its name; one that was put away is refused unless that is said.</summary>
    public static Outcome<Location> Find(IReadOnlyList<Location> places, string text, string field, bool putAwayToo = false)
    {
        var key = Location.KeyOf(text);
        var place = Guid.TryParse(key, out var id) ? places.FirstOrDefault(place => place.Id == id) : places.FirstOrDefault(place => place.NameKey == key);
        if (place is null) return new Problem("unknown_location", "There is no such place; name one of your places, or say nothing for the usual one.", field);
        return place.PutAwayAt is null || putAwayToo ? place : new Problem("location_put_away", $"“{place.Name}” was put away; take it out again, or choose another place.", field);
    }
}
