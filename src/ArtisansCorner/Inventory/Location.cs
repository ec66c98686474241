using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory;

/// <summary>Where stock lies: the studio, a fair, a gallery on consignment.</summary>
public sealed class Location : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Its name, unique in the shop.</summary>
    public required string Name { get; set; }

    /// <summary>Whether stock moves here when nothing else is said; one location of a shop is.</summary>
    public bool IsDefault { get; init; }
}
