using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Sales;

/// <summary>One order, as it was placed; never rewritten: what comes later are facts of their own. Amounts are minor units of the shop's currency.</summary>
public sealed class Sale : IBelongsToShop
{
    /// <summary>No search text is longer; cut, for some letters become many when they are normalized.</summary>
    public const int LongestSearch = 1500;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Where it comes from.</summary>
    public required Guid ChannelId { get; init; }

    /// <summary>What the channel calls it; unique in the channel.</summary>
    public string? ExternalId { get; init; }

    /// <summary>When it was placed; the start of its day when only the day is known.</summary>
    public required DateTimeOffset SoldAt { get; init; }

    /// <summary>The business day it counts on.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The hour of the shop's clock it was placed in; nothing when only the day is known.</summary>
    public byte? Hour { get; init; }

    /// <summary>Who bought, where that is known.</summary>
    public Guid? CustomerId { get; set; }

    /// <summary>How many pieces.</summary>
    public required long Units { get; init; }

    /// <summary>Σ unit price × quantity, before discounts.</summary>
    public required long Gross { get; init; }

    /// <summary>Discounts of lines and of the order together; positive.</summary>
    public long Discounts { get; init; }

    /// <summary>The discount on the whole order, shared over the lines; part of <see cref="Discounts"/>.</summary>
    public long OrderDiscount { get; init; }

    /// <summary>Shipping charged.</summary>
    public long Shipping { get; init; }

    /// <summary>What was taken off the shipping; positive.</summary>
    public long ShippingDiscount { get; init; }

    /// <summary>Own tax collected.</summary>
    public long Tax { get; init; }

    /// <summary>Tax that the marketplace collects and remits: never income.</summary>
    public long MarketplaceTax { get; init; }

    /// <summary>What the pieces had cost.</summary>
    public long CostOfGoods { get; init; }

    /// <summary>What was sold in a few words, such as “Speckled mug × 2”.</summary>
    public required string Summary { get; init; }

    /// <summary>What searches compare: number, pieces, buyer.</summary>
    public required string Search { get; init; }

    /// <summary>A word to oneself.</summary>
    public string? Note { get; init; }

    /// <summary>The import that brought it, or nothing.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>Through what.</summary>
    public required Through RecordedThrough { get; init; }

    /// <summary>What the shop earned of it: gross − discounts + shipping − its discount + own tax.</summary>
    public long Total => Gross - Discounts + Shipping - ShippingDiscount + Tax;
}
