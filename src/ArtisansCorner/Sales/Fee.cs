using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Sales;

/// <summary>What a channel or a payment processor keeps.</summary>
public sealed class Fee : IBelongsToShop, IFromChannel
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The sale it was kept of, where that is known.</summary>
    public Guid? SaleId { get; set; }

    /// <summary>Who keeps it.</summary>
    public required Guid ChannelId { get; init; }

    /// <summary>What for, in the channel's word, such as “transaction”.</summary>
    public required string Type { get; init; }

    /// <summary>What the channel calls it, or what it is told apart by, so that a file brings it once; unique in the channel.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The number of the sale it was kept of, where a file names one, whether or not that sale is here.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>How much, in minor units; positive when it was kept.</summary>
    public required long Amount { get; init; }

    /// <summary>How much in the currency the sale was placed in, where that is another than the shop's.</summary>
    public long? OriginalAmount { get; init; }

    /// <summary>The sale that was recorded in the place of this fee's, when that was wrong; then it counts no more.</summary>
    public Guid? CorrectedById { get; init; }

    /// <summary>The business day it was charged on.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The import that alone told of it, or nothing.</summary>
    public Guid? ImportId { get; set; }
}
