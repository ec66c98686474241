using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Sales;

/// <summary>A group of customers alike in how lately, how often and for how much they bought.</summary>
public enum CustomerGroup
{
    /// <summary>Bought lately, often, and for much.</summary>
    Champions,

    /// <summary>Come again and again.</summary>
    Loyal,

    /// <summary>Bought lately, more than once.</summary>
    Active,

    /// <summary>Bought for the first time just now.</summary>
    New,

    /// <summary>Bought little, not long ago.</summary>
    Promising,

    /// <summary>Good customers who have not been here for a while.</summary>
    NeedsAttention,

    /// <summary>Bought little, some time ago.</summary>
    AlmostLost,

    /// <summary>Bought often or for much, long ago.</summary>
    AtRisk,

    /// <summary>Were among the best, long ago.</summary>
    PreviouslyLoyal,

    /// <summary>Bought little, long ago.</summary>
    Dormant,

    /// <summary>Never bought anything.</summary>
    Prospect,
}

/// <summary>
/// Where a customer stands among those of the shop today, each score from 1 to 5, 0 for who never bought. Made again from the sales by the module Customers;
/// it lives beside the customer because sales are looked at by it.
/// </summary>
public sealed record CustomerScore : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The customer.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>How lately.</summary>
    public required int Recency { get; init; }

    /// <summary>How often.</summary>
    public required int Frequency { get; init; }

    /// <summary>For how much.</summary>
    public required int Monetary { get; init; }

    /// <summary>The group that comes of it.</summary>
    public required CustomerGroup Group { get; init; }
}
