namespace ArtisansCorner.Sales.Consigning;

/// <summary>What a gallery sold for the maker in some days, what it keeps of that, what it owes, and what lies there at their end. Amounts are minor units.</summary>
/// <param name="LocationId">The gallery.</param>
/// <param name="Gallery">Its name.</param>
/// <param name="Share">What it keeps of each sale now, in percent; nothing while that was not said, and then it keeps nothing.</param>
/// <param name="Since">Since when it has pieces on these terms.</param>
/// <param name="Contact">Who to write to there.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Sold">What was sold there and what came back, by day.</param>
/// <param name="Lies">What lies there at the end of the last day.</param>
public sealed record GalleryStatement(
    Guid LocationId, string Gallery, decimal? Share, DateOnly? Since, string? Contact, DateOnly From, DateOnly To, IReadOnlyList<GallerySale> Sold, IReadOnlyList<GalleryPiece> Lies)
{
    /// <summary>How many pieces were sold, less those that came back.</summary>
    public long Pieces => Sold.Sum(row => row.Quantity);

    /// <summary>What was asked for them after discounts, less what was given back.</summary>
    public long Goods => Sold.Sum(row => row.Goods);

    /// <summary>What the gallery keeps of that: the sum of its rows.</summary>
    public long Kept => Sold.Sum(row => row.Kept);

    /// <summary>Shipping and tax that the gallery took in for the maker, of which it keeps nothing.</summary>
    public long Extras { get; init; }

    /// <summary>What the gallery owes for these days.</summary>
    public long Owed => Goods - Kept + Extras;

    /// <summary>What was open before the first day: owed for all days before, less what was paid before; below zero when more was paid than owed.</summary>
    public long OpenBefore { get; init; }

    /// <summary>What the gallery paid in these days, by day.</summary>
    public IReadOnlyList<GalleryPaid> Payments { get; init; } = [];

    /// <summary>How much that was.</summary>
    public long Paid => Payments.Sum(payment => payment.Amount);

    /// <summary>What is open at the end of the last day.</summary>
    public long Open => OpenBefore + Owed - Paid;

    /// <summary>How many pieces lie there.</summary>
    public long PiecesThere => Lies.Sum(piece => piece.OnHand);

    /// <summary>What they would sell for.</summary>
    public long Asked => Lies.Sum(piece => piece.OnHand * piece.Price);
}

/// <summary>What was sold at one price in one sale of a gallery, or came back; then below zero. Amounts are minor units.</summary>
/// <param name="Day">The business day.</param>
/// <param name="SaleId">The sale.</param>
/// <param name="Title">What it was called.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Goods">What was asked for them after discounts.</param>
/// <param name="Kept">What the gallery keeps of that.</param>
/// <param name="IsReturn">Whether it came back.</param>
/// <param name="Share">What the gallery kept on that day, in percent; of what came back, on the day it was sold.</param>
public sealed record GallerySale(DateOnly Day, Guid SaleId, string Title, long Quantity, long Goods, long Kept, bool IsReturn, decimal Share)
{
    /// <summary>The row of what was sold, or came back, on the terms of the day it was sold.</summary>
    internal static GallerySale Of(DateOnly day, Guid saleId, string title, long quantity, long goods, bool isReturn, decimal share) => new(day, saleId, title, quantity, goods, GalleryShare.Of(goods, share), isReturn, share);

    /// <summary>What is left for the maker.</summary>
    public long Owed => Goods - Kept;
}

/// <summary>What a gallery paid.</summary>
/// <param name="Id">The payment.</param>
/// <param name="Day">The day on which it arrived.</param>
/// <param name="Amount">How much, in minor units.</param>
/// <param name="Note">What was to be remembered of it.</param>
public sealed record GalleryPaid(Guid Id, DateOnly Day, long Amount, string? Note);

/// <summary>What lies in a gallery.</summary>
/// <param name="VariantId">The variant.</param>
/// <param name="ProductId">Its product.</param>
/// <param name="Sku">Its code.</param>
/// <param name="Name">What it is called, with its choice.</param>
/// <param name="OnHand">How many; below zero when more left than came.</param>
/// <param name="Price">What one is sold at, in minor units.</param>
public sealed record GalleryPiece(Guid VariantId, Guid ProductId, string Sku, string Name, long OnHand, long Price);
