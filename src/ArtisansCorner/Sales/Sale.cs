using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Sales;

/// <summary>How a sale was paid; stored by number.</summary>
public enum PaymentMethod
{
    /// <summary>Coins and notes.</summary>
    Cash = 1,

    /// <summary>A card, or a phone that acts as one.</summary>
    Card = 2,

    /// <summary>In any other way.</summary>
    Other = 3,
}

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

    /// <summary>Where its pieces came from, such as the fair it was sold at; nothing: the shop's default place.</summary>
    public Guid? LocationId { get; init; }

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

    /// <summary>The currency it was placed in, where that is another than the shop's; the amounts above are then counted at <see cref="ExchangeRate"/>.</summary>
    public Currency? OriginalCurrency { get; init; }

    /// <summary>What one unit of that currency was worth in the shop's.</summary>
    public ExchangeRate? ExchangeRate { get; init; }

    /// <summary>The discount on the whole order, in the currency it was placed in.</summary>
    public long? OriginalOrderDiscount { get; init; }

    /// <summary>Shipping charged, in the currency it was placed in.</summary>
    public long? OriginalShipping { get; init; }

    /// <summary>What was taken off the shipping, in the currency it was placed in.</summary>
    public long? OriginalShippingDiscount { get; init; }

    /// <summary>Own tax, in the currency it was placed in.</summary>
    public long? OriginalTax { get; init; }

    /// <summary>Tax that the marketplace collects, in the currency it was placed in.</summary>
    public long? OriginalMarketplaceTax { get; init; }

    /// <summary>How it was paid, where that is known.</summary>
    public PaymentMethod? PaidBy { get; init; }

    /// <summary>The sale that was recorded in its place because something in this one was wrong; it is kept, and counts no more.</summary>
    public Guid? CorrectedById { get; init; }

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
