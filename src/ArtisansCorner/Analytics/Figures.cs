using System.Text.Json.Serialization;

namespace ArtisansCorner.Analytics;

/// <summary>
/// The metrics of one range: the only place where a number of the product is worked out. What each means is said in <see cref="Metrics"/>.
/// Amounts are minor units of the shop's currency; nothing stands where there is nothing to divide by.
/// </summary>
/// <param name="Totals">The sums it is made of.</param>
/// <param name="Counts">The distinct customers it is made of.</param>
public record Figures([property: JsonIgnore] Totals Totals, [property: JsonIgnore] CustomerCounts Counts)
{
    /// <summary>Sales placed.</summary>
    public long Orders => Totals.Orders;

    /// <summary>Pieces sold.</summary>
    public long Units => Totals.Units;

    /// <summary>Pieces sold − pieces given back.</summary>
    public long NetUnits => Totals.Units - Totals.UnitsReturned;

    /// <summary>Price × quantity, before anything is taken off.</summary>
    public long GrossSales => Totals.Gross;

    /// <summary>Discounts, as a positive number.</summary>
    public long Discounts => Totals.Discounts;

    /// <summary>Value of goods given back, on the day they came back.</summary>
    public long Returns => Totals.Returns;

    /// <summary>Gross sales − discounts − returns.</summary>
    public long NetSales => Totals.Gross - Totals.Discounts - Totals.Returns;

    /// <summary>Shipping charged − its discounts − shipping given back.</summary>
    public long Shipping => Totals.Shipping;

    /// <summary>Own tax collected − given back.</summary>
    public long Tax => Totals.Tax;

    /// <summary>Tax that marketplaces collect and remit: never income.</summary>
    public long MarketplaceTax => Totals.MarketplaceTax;

    /// <summary>Net sales + shipping + own tax.</summary>
    public long TotalSales => NetSales + Shipping + Tax;

    /// <summary>What channels and payment processors kept, on the day they charged it.</summary>
    public long Fees => Totals.Fees;

    /// <summary>Cost of the pieces sold − of those put back on the shelf.</summary>
    public long CostOfGoods => Totals.CostOfGoods;

    /// <summary>Net sales + shipping − cost of goods − fees.</summary>
    public long Contribution => NetSales + Shipping - CostOfGoods - Fees;

    /// <summary>(Net sales − cost of goods) / net sales.</summary>
    public decimal? Margin => Shares.Of(NetSales - CostOfGoods, NetSales);

    /// <summary>Whether any of the pieces had a cost: without one there is no margin worth telling.</summary>
    [JsonIgnore]
    public bool IsCostKnown => Totals.CostOfGoods != 0;

    /// <summary>Pieces given back in the range / pieces sold in it.</summary>
    public decimal? ReturnsRate => Shares.Of(Totals.UnitsReturned, Totals.Units);

    /// <summary>(Gross sales − discounts) / orders, to the nearest minor unit, half away from zero.</summary>
    public long? AverageOrderValue => Shares.Mean(Totals.Gross - Totals.Discounts, Totals.Orders);

    /// <summary>Distinct customers with a sale in the range.</summary>
    public long Customers => Counts.Customers;

    /// <summary>Customers whose first sale ever is in the range.</summary>
    public long NewCustomers => Counts.New;

    /// <summary>Of the customers, those with more than one sale ever by the end of the range.</summary>
    public decimal? ReturningCustomerRate => Shares.Of(Counts.Returning, Counts.Customers);

    /// <summary>Of the customers, those with two or more sales inside the range.</summary>
    public decimal? RepeatPurchaseRate => Shares.Of(Counts.Repeat, Counts.Customers);
}

/// <summary>Divisions, with nothing where there is nothing to divide by.</summary>
public static class Shares
{
    /// <summary>A part of a whole, such as 0.3125, to four decimals, half away from zero.</summary>
    public static decimal? Of(long part, long whole) => whole == 0 ? null : decimal.Round((decimal)part / whole, 4, MidpointRounding.AwayFromZero);

    /// <summary>A sum shared evenly, to the nearest whole, half away from zero.</summary>
    public static long? Mean(long sum, long count) => count == 0 ? null : (long)decimal.Round((decimal)sum / count, 0, MidpointRounding.AwayFromZero);
}
