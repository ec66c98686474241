using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory;

/// <summary>What a gallery kept of each sale before its terms changed: the days before go by it for ever.</summary>
public sealed class FormerTerms : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The gallery.</summary>
    public required Guid LocationId { get; init; }

    /// <summary>What it kept, in hundredths of a percent.</summary>
    public required int Share { get; init; }

    /// <summary>The last day on which it kept that.</summary>
    public required DateOnly Until { get; init; }
}
