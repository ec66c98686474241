using System.Text.Json.Serialization;

namespace ArtisansCorner.Analytics;

/// <summary>How one variant, or one product with all its variants, does; amounts are minor units.</summary>
/// <param name="VariantId">Which variant; nothing for a whole product and for what the catalog does not know.</param>
/// <param name="ProductId">The product; nothing for what the catalog does not know.</param>
/// <param name="Sku">Its code; that of the first variant for a product.</param>
/// <param name="Name">Its name.</param>
/// <param name="Figures">Its figures of the range.</param>
/// <param name="Before">Its figures of the days they are held against.</param>
/// <param name="Whole">Its figures of the range whatever the filters: what the stock figures are made of.</param>
/// <param name="Stock">What the stock ledger says of it.</param>
/// <param name="Abc">How much it matters.</param>
/// <param name="FirstSale">The first day any was sold, ever.</param>
/// <param name="LastSale">The last day any was sold.</param>
/// <param name="Variants">The variants it is made of.</param>
public sealed record ProductPerformance(
    Guid? VariantId, Guid? ProductId, string? Sku, string Name, [property: JsonIgnore] Figures Figures, [property: JsonIgnore] Figures? Before, [property: JsonIgnore] Figures Whole,
    [property: JsonIgnore] ItemStock? Stock, AbcClass? Abc, DateOnly? FirstSale, DateOnly? LastSale, [property: JsonIgnore] IReadOnlyList<Guid> Variants)
{
    /// <summary>Pieces sold.</summary>
    public long Units => Figures.Units;

    /// <summary>Pieces sold − pieces given back.</summary>
    public long NetUnits => Figures.NetUnits;

    /// <summary>Gross sales.</summary>
    public long GrossSales => Figures.GrossSales;

    /// <summary>Discounts, with the share of the order's.</summary>
    public long Discounts => Figures.Discounts;

    /// <summary>Returns.</summary>
    public long Returns => Figures.Returns;

    /// <summary>Pieces given back in the range ÷ pieces sold in it.</summary>
    public decimal? ReturnsRate => Figures.ReturnsRate;

    /// <summary>Net sales.</summary>
    public long NetSales => Figures.NetSales;

    /// <summary>Cost of goods.</summary>
    public long CostOfGoods => Figures.CostOfGoods;

    /// <summary>Margin; nothing while no cost is known.</summary>
    public decimal? Margin => Figures.IsCostKnown ? Figures.Margin : null;

    /// <summary>Contribution.</summary>
    public long Contribution => Figures.Contribution;

    /// <summary>Net sales of the days they are held against.</summary>
    public long? ComparedNetSales => Before?.NetSales;

    /// <summary>(This − compared) ÷ |compared|; nothing where nothing was sold then.</summary>
    public decimal? Change => Before is null ? null : Shares.Of(NetSales - Before.NetSales, Math.Abs(Before.NetSales));

    /// <summary>Which share of what could be sold in the range was sold.</summary>
    public decimal? SellThrough => Stock is null ? null : Analytics.SellThrough.Of(Whole.NetUnits, Stock.Opening, Stock.CameIn);

    /// <summary>Pieces there now; nothing where nobody ever counted.</summary>
    public long? Available => Stock?.Available;

    /// <summary>How many days these will last at the pace of the last 28 days.</summary>
    public decimal? DaysOfStock => Stock?.DaysLeft;
}
