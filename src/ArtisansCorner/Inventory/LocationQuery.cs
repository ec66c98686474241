using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>A place as lists and the API show it.</summary>
/// <param name="Id">The place.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="FirstDay">Of a fair: its first day.</param>
/// <param name="LastDay">Of a fair: its last day.</param>
/// <param name="State">Whether it is in use.</param>
/// <param name="Share">Of a gallery: what it keeps of each sale, in percent.</param>
/// <param name="Since">Of a gallery: since when it has pieces on these terms.</param>
/// <param name="Contact">Of a gallery: who to write to there.</param>
/// <param name="IsDefault">Whether stock moves here when nothing else is said.</param>
/// <param name="Pieces">How many pieces lie there.</param>
/// <param name="Version">Counts its changes.</param>
public sealed record LocationItem(
    Guid Id, string Name, LocationKind Kind, DateOnly? FirstDay, DateOnly? LastDay, LocationState State, decimal? Share, DateOnly? Since, string? Contact, bool IsDefault, long Pieces, int Version);

/// <summary>How many pieces of a variant, or how much of a material in the unit it is used in, lie in a place.</summary>
/// <param name="VariantId">The variant.</param>
/// <param name="LocationId">The place.</param>
/// <param name="Location">Its name.</param>
/// <param name="OnHand">How many; below zero when more left than came.</param>
/// <param name="Threshold">At or under how many it is low there; nothing: nobody wants to hear of it.</param>
public sealed record PlaceStock(Guid VariantId, Guid LocationId, string Location, decimal OnHand, decimal? Threshold);

/// <summary>Finds places, and what lies where.</summary>
public sealed class LocationQuery(AppDb db)
{
    /// <summary>The places in use, or all: the default first, then by name, those put away last.</summary>
    public async Task<IReadOnlyList<LocationItem>> ListAsync(bool all, CancellationToken cancel) =>
        await Items(db.Locations.Where(place => all || place.PutAwayAt == null).OrderByDescending(place => place.IsDefault).ThenBy(place => place.PutAwayAt != null).ThenBy(place => place.NameKey)).ToListAsync(cancel);

    /// <summary>One place, or nothing.</summary>
    public Task<LocationItem?> FindAsync(Guid id, CancellationToken cancel) => Items(db.Locations.Where(place => place.Id == id)).FirstOrDefaultAsync(cancel);

    /// <summary>The terms that a gallery had before those of now.</summary>
    public async Task<IReadOnlyList<TermsBefore>> FormerTermsAsync(Guid id, CancellationToken cancel) =>
        await db.FormerTerms.Where(terms => terms.LocationId == id).OrderBy(terms => terms.Until).Select(terms => new TermsBefore(terms.Share, terms.Until)).ToListAsync(cancel);

    /// <summary>What lies where, by place; an empty place in use is among them once something lay there.</summary>
    public async Task<IReadOnlyList<PlaceStock>> OfAsync(StockOf of, CancellationToken cancel)
    {
        IQueryable<PlaceLevel> levels = db.PlaceLevels;
        if (of.Variants(db) is { } variants) levels = levels.Where(level => variants.Contains(level.VariantId));
        var found = await levels
            .Join(db.Locations, level => level.LocationId, place => place.Id, (level, place) => new { level, place })
            .Join(db.VariantsAndMaterials, row => row.level.VariantId, variant => variant.Id, (row, variant) => new { row.level, row.place, variant.Unit })
            .Where(row => row.level.OnHand != 0 || row.place.PutAwayAt == null)
            .OrderByDescending(row => row.place.IsDefault).ThenBy(row => row.place.NameKey).ThenBy(row => row.level.VariantId)
            .Select(row => new { row.level.VariantId, row.place.Id, row.place.Name, row.level.OnHand, row.level.Threshold, row.Unit }).ToListAsync(cancel);
        return found.ConvertAll(row => new PlaceStock(row.VariantId, row.Id, row.Name, Quantity(row.OnHand, row.Unit), row.Threshold is { } low ? Quantity(low, row.Unit) : null));
    }

    private static decimal Quantity(long grains, string? unit) => Unit.Find(unit)?.Quantity(grains) ?? grains;

    private IQueryable<LocationItem> Items(IQueryable<Location> places)
    {
        // Grams of clay are no pieces.
        var (levels, variants) = (db.PlaceLevels, db.Variants);
        return places.AsNoTracking().Select(place => new LocationItem(
            place.Id, place.Name, place.Kind, place.FirstDay, place.LastDay, place.PutAwayAt == null ? LocationState.InUse : LocationState.PutAway,
            place.Share == null ? null : place.Share.Value / 100m, place.Since, place.Contact, place.IsDefault,
            levels.Where(level => level.LocationId == place.Id && variants.Any(variant => variant.Id == level.VariantId)).Sum(level => level.OnHand), place.Version));
    }
}
