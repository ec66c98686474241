using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Sales;

/// <summary>What was sold at one price in one order. Amounts are minor units of the shop's currency.</summary>
public sealed class SaleLine : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The sale it is a line of.</summary>
    public required Guid SaleId { get; init; }

    /// <summary>Its place in the sale, from 1.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The sale's business day, so that a day's pieces are found at once.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What was sold, where the catalog knows it.</summary>
    public Guid? VariantId { get; init; }

    /// <summary>What it was called when it was sold.</summary>
    public required string Title { get; init; }

    /// <summary>How many.</summary>
    public required long Quantity { get; init; }

    /// <summary>The price of one.</summary>
    public required long UnitPrice { get; init; }

    /// <summary>Price × quantity; a file may price finer than a minor unit, so it is kept beside.</summary>
    public required long Gross { get; init; }

    /// <summary>The line's own discount; positive.</summary>
    public long Discount { get; init; }

    /// <summary>Its share of the order's discount, by largest remainder; positive.</summary>
    public long OrderDiscountShare { get; init; }

    /// <summary>What the pieces had cost when they left stock.</summary>
    public long Cost { get; init; }

    /// <summary>The price of one in the currency the sale was placed in, where that is another than the shop's.</summary>
    public long? OriginalUnitPrice { get; init; }

    /// <summary>The line's own discount in that currency.</summary>
    public long? OriginalDiscount { get; init; }

    /// <summary>Its share of the order's discount in that currency.</summary>
    public long? OriginalOrderDiscountShare { get; init; }

    /// <summary>The choice of a person that says which variant it is, where the file gave only a title; nothing otherwise.</summary>
    public Guid? MatchedById { get; init; }

    /// <summary>The sale that was recorded in the place of this line's, when that was wrong; then it counts no more.</summary>
    public Guid? CorrectedById { get; init; }

    /// <summary>What was asked for it in that currency after all discounts.</summary>
    public long? OriginalNet => OriginalUnitPrice * Quantity - OriginalDiscount - OriginalOrderDiscountShare;

    /// <summary>What was asked for it after all discounts.</summary>
    public long Net => Gross - Discount - OrderDiscountShare;
}
