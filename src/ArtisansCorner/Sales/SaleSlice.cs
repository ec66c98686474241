namespace ArtisansCorner.Sales;

/// <summary>Whether a sale was its buyer's first day in this shop.</summary>
public enum Buyers
{
    /// <summary>The buyer never bought on a day before.</summary>
    New,

    /// <summary>The buyer had bought on a day before.</summary>
    Returning,
}

/// <summary>Which of a shop's sales are looked at: what is said narrows, and all that is said holds together; nothing said is all of them.</summary>
/// <param name="Channel">Of this channel, by its name in any case.</param>
/// <param name="Product">With pieces of this product.</param>
/// <param name="Variant">With pieces of this variant.</param>
/// <param name="Maker">With pieces by this maker.</param>
/// <param name="Country">Of buyers in this country, as it is written down.</param>
/// <param name="Buyers">Of new or of returning buyers; a sale without a known buyer is neither.</param>
/// <param name="Customer">Of this customer.</param>
public sealed record SaleSlice(
    string? Channel = null, Guid? Product = null, Guid? Variant = null, Guid? Maker = null, string? Country = null, Buyers? Buyers = null, Guid? Customer = null)
{
    /// <summary>All of them.</summary>
    public static SaleSlice Whole { get; } = new();

    /// <summary>Whether nothing is left out.</summary>
    public bool IsWhole => this == Whole;

    /// <summary>Whether only some pieces of a sale are looked at: then what belongs to the whole order (shipping, tax, fees) is in no figure.</summary>
    public bool IsOfPieces => Product is not null || Variant is not null || Maker is not null;

    /// <summary>Whether something is asked of whole sales.</summary>
    public bool IsOfOrders => Channel is not null || Country is not null || Buyers is not null || Customer is not null;
}
