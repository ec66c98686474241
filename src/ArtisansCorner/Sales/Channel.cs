using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Sales;

/// <summary>Where sales come from: Etsy, Shopify, the own site, a fair.</summary>
public sealed class Channel : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Its name as people write it.</summary>
    public required string Name { get; set; }

    /// <summary>Its name as it is compared: lower case; unique in the shop.</summary>
    public required string Key { get; init; }

    /// <summary>A name as it is compared.</summary>
    public static string KeyOf(string name) => name.Trim().ToLowerInvariant();
}
