namespace ArtisansCorner.Analytics;

/// <summary>What kind of thing happened.</summary>
public enum FactKind
{
    /// <summary>A sale was placed.</summary>
    Sale,

    /// <summary>Goods or money were given back.</summary>
    Refund,

    /// <summary>A sale was called off.</summary>
    Cancellation,

    /// <summary>A channel or a payment processor kept something.</summary>
    Fee,

    /// <summary>Pieces that were sold before they were booked in turned out, when more came, to have cost more or less than was thought.</summary>
    TrueUp,
}

/// <summary>
/// One thing that happened on a business day, in the columns that figures are sums of: a sale, a refund or a fee, or one line of them, or what a movement trued up.
/// Only queries name it; the database makes it. Amounts are minor units.
/// </summary>
internal sealed class Fact
{
    public required Guid ShopId { get; init; }

    public required DateOnly Day { get; init; }

    public required FactKind Kind { get; init; }

    /// <summary>The row it stands in: of a sale, a refund or a fee, of a line of the first two, or of a movement.</summary>
    public required Guid Id { get; init; }

    /// <summary>The sale that it belongs to, where that is known.</summary>
    public required Guid? OfSaleId { get; init; }

    /// <summary>The sale, of a sale or of its line; nothing for what came later.</summary>
    public required Guid? SaleId { get; init; }

    /// <summary>Where it comes from; empty for what was trued up: pieces of any channel had left.</summary>
    public required Guid ChannelId { get; init; }

    public required Guid? CustomerId { get; init; }

    /// <summary>What was sold or came back; empty for what the catalog does not know, and for whole orders.</summary>
    public required Guid VariantId { get; init; }

    public required long Orders { get; init; }

    public required long Lines { get; init; }

    public required long Units { get; init; }

    public required long UnitsReturned { get; init; }

    public required long Gross { get; init; }

    public required long Discounts { get; init; }

    public required long Returns { get; init; }

    public required long Shipping { get; init; }

    public required long Tax { get; init; }

    public required long MarketplaceTax { get; init; }

    public required long Fees { get; init; }

    public required long CostOfGoods { get; init; }
}
