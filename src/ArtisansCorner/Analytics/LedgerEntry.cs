using System.Text.Json.Serialization;

namespace ArtisansCorner.Analytics;

/// <summary>One row behind the figures: a sale, a refund, a cancellation or a fee, or one line of them where only some pieces are looked at, or what came and trued up the cost of pieces that had left before. Amounts are minor units.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Id">The row: of a sale, a refund or a fee, of a line, or of a stock movement.</param>
/// <param name="SaleId">The sale that it belongs to, where that is known.</param>
/// <param name="Day">The business day it counts on.</param>
/// <param name="Channel">Where it comes from; empty for what was trued up.</param>
/// <param name="What">The pieces, what the fee is for, or the product that was trued up.</param>
/// <param name="Figures">What it adds to each figure.</param>
public sealed record LedgerEntry(FactKind Kind, Guid Id, Guid? SaleId, DateOnly Day, string Channel, string What, [property: JsonIgnore] Figures Figures)
{
    /// <summary>Sales placed.</summary>
    public long Orders => Figures.Orders;

    /// <summary>Pieces sold.</summary>
    public long Units => Figures.Units;

    /// <summary>Pieces sold − pieces given back.</summary>
    public long NetUnits => Figures.NetUnits;

    /// <summary>Gross sales.</summary>
    public long GrossSales => Figures.GrossSales;

    /// <summary>Discounts.</summary>
    public long Discounts => Figures.Discounts;

    /// <summary>Returns.</summary>
    public long Returns => Figures.Returns;

    /// <summary>Net sales.</summary>
    public long NetSales => Figures.NetSales;

    /// <summary>Shipping.</summary>
    public long Shipping => Figures.Shipping;

    /// <summary>Own tax.</summary>
    public long Tax => Figures.Tax;

    /// <summary>Tax of a marketplace.</summary>
    public long MarketplaceTax => Figures.MarketplaceTax;

    /// <summary>Total sales.</summary>
    public long TotalSales => Figures.TotalSales;

    /// <summary>Fees.</summary>
    public long Fees => Figures.Fees;

    /// <summary>Cost of goods.</summary>
    public long CostOfGoods => Figures.CostOfGoods;

    /// <summary>Contribution.</summary>
    public long Contribution => Figures.Contribution;
}
