namespace ArtisansCorner.Sales;

/// <summary>Whether a sale was its buyer's first day in this shop.</summary>
public enum Buyers
{
    /// <summary>The buyer never bought on a day before.</summary>
    New,

    /// <summary>The buyer had bought on a day before.</summary>
    Returning,
}

/// <summary>Which of a shop's sales are looked at: of each filter any of its values will do, all filters hold together, and nothing said is all of them.</summary>
/// <param name="Channel">Of these channels, by their names in any case.</param>
/// <param name="Location">Whose pieces came from these places, such as a fair.</param>
/// <param name="Product">With pieces of these products.</param>
/// <param name="Variant">With pieces of these variants.</param>
/// <param name="Maker">With pieces by these makers.</param>
/// <param name="Category">With pieces of products of these categories, in any case.</param>
/// <param name="Tag">With pieces of products with any of these tags, in any case.</param>
/// <param name="Country">Of buyers in these countries, as they are written down.</param>
/// <param name="Region">Of buyers in these states, counties or provinces, as they are written down.</param>
/// <param name="Buyers">Of new or of returning buyers; a sale without a known buyer is neither.</param>
/// <param name="Group">Of customers who are in these groups today.</param>
/// <param name="Customer">Of these customers.</param>
public sealed record SaleSlice(
    Chosen<string> Channel = default, Chosen<Guid> Location = default, Chosen<Guid> Product = default, Chosen<Guid> Variant = default, Chosen<Guid> Maker = default,
    Chosen<string> Category = default, Chosen<string> Tag = default, Chosen<string> Country = default, Chosen<string> Region = default, Chosen<Buyers> Buyers = default,
    Chosen<CustomerGroup> Group = default, Chosen<Guid> Customer = default)
{
    /// <summary>All of them.</summary>
    public static SaleSlice Whole { get; } = new();

    /// <summary>Whether nothing is left out.</summary>
    public bool IsWhole => this == Whole;

    /// <summary>Whether only some pieces of a sale are looked at: then what belongs to the whole order (shipping, tax, fees) is in no figure.</summary>
    public bool IsOfPieces => !Variant.IsEmpty || IsOfProducts;

    /// <summary>Whether something is asked of the products that pieces are of.</summary>
    public bool IsOfProducts => !Product.IsEmpty || !Maker.IsEmpty || !Category.IsEmpty || !Tag.IsEmpty;

    /// <summary>Whether something is asked of whole sales.</summary>
    public bool IsOfOrders => !Channel.IsEmpty || IsOfSales || IsOfCustomers;

    /// <summary>Whether something is asked that only a sale knows, and neither its refunds nor its fees.</summary>
    public bool IsOfSales => !Location.IsEmpty || !Buyers.IsEmpty;

    /// <summary>Whether something is asked of those who bought.</summary>
    public bool IsOfCustomers => !Customer.IsEmpty || !Country.IsEmpty || !Region.IsEmpty || !Group.IsEmpty;
}
