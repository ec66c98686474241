using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory;

/// <summary>
/// How many pieces of a variant lie in one place: the sum of its movements there, kept by the database as they are written.
/// All places of a variant together are its <see cref="StockLevel"/>, which alone knows what the pieces had cost.
/// </summary>
public sealed class PlaceLevel : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>What lies there.</summary>
    public required Guid VariantId { get; init; }

    /// <summary>Where.</summary>
    public required Guid LocationId { get; init; }

    /// <summary>How many; below zero when more left than came.</summary>
    public long OnHand { get; set; }

    /// <summary>At or under how many it is low here; nothing: nobody wants to hear of this place in particular.</summary>
    public long? Threshold { get; set; }
}
