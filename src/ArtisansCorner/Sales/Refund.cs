using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Sales;

/// <summary>What gave money back; stored by number.</summary>
public enum RefundKind
{
    /// <summary>Goods or money given back.</summary>
    Refund = 1,

    /// <summary>The whole sale was called off.</summary>
    Cancellation = 2,
}

/// <summary>A later fact about a sale, with a date of its own. Amounts are minor units, positive, and count on its day.</summary>
public sealed class Refund : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The sale; nothing where a file tells of goods given back without saying of which sale.</summary>
    public Guid? SaleId { get; init; }

    /// <summary>Counts a sale's refunds from 1; two that are written at once cannot both be the same.</summary>
    public int Number { get; init; } = 1;

    /// <summary>Where it comes from.</summary>
    public required Guid ChannelId { get; init; }

    /// <summary>What the channel calls it; unique in the channel.</summary>
    public string? ExternalId { get; init; }

    /// <summary>A refund or a cancellation.</summary>
    public required RefundKind Kind { get; init; }

    /// <summary>Who gets it, where that is known.</summary>
    public Guid? CustomerId { get; set; }

    /// <summary>When it happened; the start of its day when only the day is known.</summary>
    public required DateTimeOffset RefundedAt { get; init; }

    /// <summary>The business day it counts on.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How many pieces came back.</summary>
    public required long Units { get; init; }

    /// <summary>Value of the goods given back.</summary>
    public required long Goods { get; init; }

    /// <summary>Shipping given back.</summary>
    public long Shipping { get; init; }

    /// <summary>Own tax given back.</summary>
    public long Tax { get; init; }

    /// <summary>Tax that the marketplace gives back.</summary>
    public long MarketplaceTax { get; init; }

    /// <summary>What the pieces that went back on the shelf had cost.</summary>
    public long CostOfGoods { get; init; }

    /// <summary>Whether the pieces went back on the shelf.</summary>
    public required bool Restocked { get; init; }

    /// <summary>The import that brought it, or nothing.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>Through what.</summary>
    public required Through RecordedThrough { get; init; }
}

/// <summary>What came back at one price. Amounts are minor units, positive.</summary>
public sealed class RefundLine : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The refund it is a line of.</summary>
    public required Guid RefundId { get; init; }

    /// <summary>The line of the sale that it undoes, where that is known.</summary>
    public Guid? SaleLineId { get; init; }

    /// <summary>The refund's business day, so that a day's returns are found at once.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What came back, where the catalog knows it.</summary>
    public Guid? VariantId { get; init; }

    /// <summary>The choice of a person that says which variant it is, where the file gave only a title; nothing otherwise.</summary>
    public Guid? MatchedById { get; init; }

    /// <summary>What it was called.</summary>
    public required string Title { get; init; }

    /// <summary>How many.</summary>
    public required long Quantity { get; init; }

    /// <summary>What was given back for them.</summary>
    public required long Amount { get; init; }

    /// <summary>What the pieces that went back on the shelf had cost.</summary>
    public long Cost { get; init; }
}
