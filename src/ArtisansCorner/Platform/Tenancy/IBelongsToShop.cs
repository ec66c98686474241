namespace ArtisansCorner.Platform.Tenancy;

/// <summary>A row that belongs to exactly one shop: found only inside it, saved only inside it.</summary>
public interface IBelongsToShop
{
    /// <summary>The shop it belongs to.</summary>
    Guid ShopId { get; }
}
