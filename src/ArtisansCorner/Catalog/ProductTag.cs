using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Catalog;

/// <summary>A word that a product is found under, beside its category: a glaze, an occasion, a collection.</summary>
public sealed class ProductTag : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The word as it was written.</summary>
    public required string Tag { get; init; }

    /// <summary>The word as it is compared; a product has it once.</summary>
    public required string Key { get; init; }
}
