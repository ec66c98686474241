namespace ArtisansCorner.Analytics;

/// <summary>What a metric is counted in.</summary>
public enum MetricUnit
{
    /// <summary>Minor units of the shop's currency.</summary>
    Money,

    /// <summary>Pieces, sales or people.</summary>
    Count,

    /// <summary>A share, 1 being the whole.</summary>
    Percent,
}

/// <summary>One number that the product shows.</summary>
/// <param name="Key">Its name in the API.</param>
/// <param name="Name">Its name on pages.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Words">What it means, in a sentence or two; shown where someone asks.</param>
/// <param name="Of">The number; nothing where there is nothing to divide by.</param>
public sealed record Metric(string Key, string Name, MetricUnit Unit, string Words, Func<Figures, decimal?> Of);

/// <summary>Every number the product shows of a range of days; pages, answers of the API, reports and exports know no other.</summary>
public static class Metrics
{
    /// <summary>Gross sales.</summary>
    public static Metric GrossSales { get; } = new("grossSales", "Gross sales", MetricUnit.Money,
        "Price × quantity of everything sold, before discounts, returns, shipping and tax.", figures => figures.GrossSales);

    /// <summary>Discounts.</summary>
    public static Metric Discounts { get; } = new("discounts", "Discounts", MetricUnit.Money,
        "What was taken off lines and whole orders, before tax.", figures => figures.Discounts);

    /// <summary>Returns.</summary>
    public static Metric Returns { get; } = new("returns", "Returns", MetricUnit.Money,
        "Value of the goods given back, on the day they came back; a cancelled sale is a return on the day it was cancelled.", figures => figures.Returns);

    /// <summary>Net sales.</summary>
    public static Metric NetSales { get; } = new("netSales", "Net sales", MetricUnit.Money,
        "Gross sales − discounts − returns. Shipping and tax are not in it.", figures => figures.NetSales);

    /// <summary>Shipping.</summary>
    public static Metric Shipping { get; } = new("shipping", "Shipping", MetricUnit.Money,
        "Shipping charged − shipping discounts − shipping given back.", figures => figures.Shipping);

    /// <summary>Own tax.</summary>
    public static Metric Tax { get; } = new("tax", "Tax", MetricUnit.Money,
        "Tax you collected − tax you gave back. What a marketplace collects is kept apart.", figures => figures.Tax);

    /// <summary>Tax of marketplaces.</summary>
    public static Metric MarketplaceTax { get; } = new("marketplaceTax", "Marketplace tax", MetricUnit.Money,
        "Tax that a marketplace collects and pays for you. It is never your income.", figures => figures.MarketplaceTax);

    /// <summary>Total sales.</summary>
    public static Metric TotalSales { get; } = new("totalSales", "Total sales", MetricUnit.Money,
        "Net sales + shipping + your own tax.", figures => figures.TotalSales);

    /// <summary>Fees.</summary>
    public static Metric Fees { get; } = new("fees", "Fees", MetricUnit.Money,
        "What channels and payment processors kept, on the day they charged it.", figures => figures.Fees);

    /// <summary>Cost of goods.</summary>
    public static Metric CostOfGoods { get; } = new("costOfGoods", "Cost of goods", MetricUnit.Money,
        "What the pieces sold had cost when they left stock, − those put back on the shelf.", figures => figures.CostOfGoods);

    /// <summary>Contribution.</summary>
    public static Metric Contribution { get; } = new("contribution", "Contribution", MetricUnit.Money,
        "Net sales + shipping − cost of goods − fees: what the sales left over.", figures => figures.Contribution);

    /// <summary>Margin.</summary>
    public static Metric Margin { get; } = new("margin", "Margin", MetricUnit.Percent,
        "(Net sales − cost of goods) ÷ net sales. Not known while no cost was booked for the pieces.", figures => figures.Margin);

    /// <summary>Orders.</summary>
    public static Metric Orders { get; } = new("orders", "Orders", MetricUnit.Count,
        "Sales placed. A cancelled sale stays on its day; an equal return stands on the day it was cancelled.", figures => figures.Orders);

    /// <summary>Units.</summary>
    public static Metric Units { get; } = new("units", "Units", MetricUnit.Count, "Pieces sold.", figures => figures.Units);

    /// <summary>Net units.</summary>
    public static Metric NetUnits { get; } = new("netUnits", "Net units", MetricUnit.Count, "Pieces sold − pieces given back.", figures => figures.NetUnits);

    /// <summary>Returns rate.</summary>
    public static Metric ReturnsRate { get; } = new("returnsRate", "Returns rate", MetricUnit.Percent,
        "Pieces given back in these days ÷ pieces sold in them; those given back may have been sold before.", figures => figures.ReturnsRate);

    /// <summary>Average order value.</summary>
    public static Metric AverageOrderValue { get; } = new("averageOrderValue", "Average order", MetricUnit.Money,
        "(Gross sales − discounts) ÷ orders. Later returns do not change it.", figures => figures.AverageOrderValue);

    /// <summary>Customers.</summary>
    public static Metric Customers { get; } = new("customers", "Customers", MetricUnit.Count,
        "Different known customers with a sale in these days.", figures => figures.Customers);

    /// <summary>New customers.</summary>
    public static Metric NewCustomers { get; } = new("newCustomers", "New customers", MetricUnit.Count,
        "Customers whose first sale ever in this shop is in these days.", figures => figures.NewCustomers);

    /// <summary>Returning customer rate.</summary>
    public static Metric ReturningCustomerRate { get; } = new("returningCustomerRate", "Returning customers", MetricUnit.Percent,
        "Of the customers of these days, those who by their end had bought more than once, ever.", figures => figures.ReturningCustomerRate);

    /// <summary>Repeat purchase rate.</summary>
    public static Metric RepeatPurchaseRate { get; } = new("repeatPurchaseRate", "Repeat purchases", MetricUnit.Percent,
        "Of the customers of these days, those who bought twice or more within them.", figures => figures.RepeatPurchaseRate);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        Orders, Units, NetUnits, GrossSales, Discounts, Returns, NetSales, Shipping, Tax, MarketplaceTax, TotalSales, Fees, CostOfGoods,
        Contribution, Margin, ReturnsRate, AverageOrderValue, Customers, NewCustomers, ReturningCustomerRate, RepeatPurchaseRate,
    ];

    /// <summary>The metric with this name in the API, in any case, or nothing.</summary>
    public static Metric? Find(string key) => All.FirstOrDefault(metric => metric.Key.Equals(key, StringComparison.OrdinalIgnoreCase));
}
