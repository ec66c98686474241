using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory;

/// <summary>How many pieces of a variant there are in the shop: the sum of its movements, kept by the database as they are written.</summary>
public sealed class StockLevel : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>What lies there.</summary>
    public required Guid VariantId { get; init; }

    /// <summary>How many; below zero when more was sold than booked in.</summary>
    public long OnHand { get; set; }

    /// <summary>What they had cost, in minor units: a piece leaves at value ÷ pieces (moving weighted average).</summary>
    public long Value { get; set; }

    /// <summary>The first business day anything moved: stock before it was never counted.</summary>
    public required DateOnly Since { get; init; }
}
