namespace ArtisansCorner.Analytics;

/// <summary>Sums of business days, before anything is made of them; sums of two ranges that do not overlap may be added. Amounts are minor units.</summary>
public readonly record struct Totals
{
    /// <summary>Sales placed.</summary>
    public long Orders { get; init; }

    /// <summary>Pieces sold.</summary>
    public long Units { get; init; }

    /// <summary>Pieces given back.</summary>
    public long UnitsReturned { get; init; }

    /// <summary>Gross sales.</summary>
    public long Gross { get; init; }

    /// <summary>Discounts.</summary>
    public long Discounts { get; init; }

    /// <summary>Value of goods given back.</summary>
    public long Returns { get; init; }

    /// <summary>Shipping charged − its discounts − shipping given back.</summary>
    public long Shipping { get; init; }

    /// <summary>Own tax collected − given back.</summary>
    public long Tax { get; init; }

    /// <summary>Tax of marketplaces collected − given back.</summary>
    public long MarketplaceTax { get; init; }

    /// <summary>Fees charged.</summary>
    public long Fees { get; init; }

    /// <summary>Cost of the pieces sold − of those put back on the shelf.</summary>
    public long CostOfGoods { get; init; }

    /// <summary>The sums of one day.</summary>
    public static Totals Of(DailySales day) => new()
    {
        Orders = day.Orders,
        Units = day.Units,
        UnitsReturned = day.UnitsReturned,
        Gross = day.Gross,
        Discounts = day.Discounts,
        Returns = day.Returns,
        Shipping = day.Shipping,
        Tax = day.Tax,
        MarketplaceTax = day.MarketplaceTax,
        Fees = day.Fees,
        CostOfGoods = day.CostOfGoods,
    };

    /// <summary>Both together.</summary>
    public static Totals operator +(Totals one, Totals other) => new()
    {
        Orders = one.Orders + other.Orders,
        Units = one.Units + other.Units,
        UnitsReturned = one.UnitsReturned + other.UnitsReturned,
        Gross = one.Gross + other.Gross,
        Discounts = one.Discounts + other.Discounts,
        Returns = one.Returns + other.Returns,
        Shipping = one.Shipping + other.Shipping,
        Tax = one.Tax + other.Tax,
        MarketplaceTax = one.MarketplaceTax + other.MarketplaceTax,
        Fees = one.Fees + other.Fees,
        CostOfGoods = one.CostOfGoods + other.CostOfGoods,
    };

    /// <summary>What is left of the one without the other.</summary>
    public static Totals operator -(Totals one, Totals other) => new()
    {
        Orders = one.Orders - other.Orders,
        Units = one.Units - other.Units,
        UnitsReturned = one.UnitsReturned - other.UnitsReturned,
        Gross = one.Gross - other.Gross,
        Discounts = one.Discounts - other.Discounts,
        Returns = one.Returns - other.Returns,
        Shipping = one.Shipping - other.Shipping,
        Tax = one.Tax - other.Tax,
        MarketplaceTax = one.MarketplaceTax - other.MarketplaceTax,
        Fees = one.Fees - other.Fees,
        CostOfGoods = one.CostOfGoods - other.CostOfGoods,
    };
}
