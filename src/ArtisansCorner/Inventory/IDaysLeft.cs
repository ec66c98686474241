namespace ArtisansCorner.Inventory;

/// <summary>Tells lists of stock how long it will last; answered by who knows what is sold.</summary>
public interface IDaysLeft
{
    /// <summary>Days of stock of those of these variants of which that can be told: 0 where none is left, none where none was sold.</summary>
    Task<IReadOnlyDictionary<Guid, decimal>> RunAsync(IReadOnlyCollection<Guid> variantIds, CancellationToken cancel);
}
