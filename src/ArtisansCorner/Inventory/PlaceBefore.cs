namespace ArtisansCorner.Inventory;

/// <summary>A place before it was changed.</summary>
/// <param name="Id">Which.</param>
/// <param name="Version">What the change made of its version.</param>
/// <param name="Was">How it was.</param>
/// <param name="Terms">Of a gallery: the terms it had before those.</param>
public sealed record PlaceBefore(Guid Id, int Version, NewLocation Was, IReadOnlyList<TermsBefore> Terms)
{
    /// <summary>A place that is about to be changed.</summary>
    public static PlaceBefore Of(LocationItem place, IReadOnlyList<TermsBefore> terms) => new(
        place.Id, place.Version + 1, new NewLocation(place.Name, place.Kind, place.FirstDay, place.LastDay, place.State, place.Share, place.Since, place.Contact), terms);
}

/// <summary>What a gallery kept of each sale, in hundredths of a percent, until a day.</summary>
public sealed record TermsBefore(int Share, DateOnly Until);
