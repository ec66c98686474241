using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Shops;

/// <summary>A user in a shop, with a role.</summary>
public sealed class Member : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Who.</summary>
    public required Guid UserId { get; init; }

    /// <summary>As what.</summary>
    public required Role Role { get; set; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset JoinedAt { get; init; }
}
