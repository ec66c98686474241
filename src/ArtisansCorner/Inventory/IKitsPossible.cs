namespace ArtisansCorner.Inventory;

/// <summary>Tells lists of stock how many of a kit can be put together; answered by who knows what is in it.</summary>
public interface IKitsPossible
{
    /// <summary>How many of each of these kits can be put together of what is there; nothing of one whose parts nobody wrote down.</summary>
    Task<IReadOnlyDictionary<Guid, long>> RunAsync(IReadOnlyCollection<Guid> variantIds, CancellationToken cancel);
}
