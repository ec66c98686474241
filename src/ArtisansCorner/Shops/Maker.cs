using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Shops;

/// <summary>Whose work it is: a solo shop has one maker, a co-operative several.</summary>
public sealed class Maker : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The maker's name.</summary>
    public required string Name { get; set; }

    /// <summary>Counts its changes.</summary>
    public int Version { get; set; } = 1;
}
