using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>A fact and what it is counted under.</summary>
internal sealed class Keyed<TKey>
{
    public required TKey Key { get; init; }

    public required Fact Fact { get; init; }
}

/// <summary>The sums of the facts under one key.</summary>
internal sealed class KeyedTotals<TKey>
{
    public required TKey Key { get; init; }

    public required Totals Totals { get; init; }
}

/// <summary>Sums facts under keys.</summary>
internal static class FactSums
{
    /// <summary>The sums for each key, worked out by the database. Orders are distinct sales: those of two keys may not be added unless a sale has one key only.</summary>
    public static IAsyncEnumerable<KeyedTotals<TKey>> By<TKey>(IQueryable<Keyed<TKey>> facts) =>
        facts.GroupBy(one => one.Key).Select(group => new KeyedTotals<TKey>
        {
            Key = group.Key,
            Totals = new Totals
            {
                Orders = group.Where(one => one.Fact.SaleId != null).Select(one => one.Fact.SaleId).Distinct().LongCount(),
                Units = group.Sum(one => one.Fact.Units),
                UnitsReturned = group.Sum(one => one.Fact.UnitsReturned),
                Gross = group.Sum(one => one.Fact.Gross),
                Discounts = group.Sum(one => one.Fact.Discounts),
                Returns = group.Sum(one => one.Fact.Returns),
                Shipping = group.Sum(one => one.Fact.Shipping),
                Tax = group.Sum(one => one.Fact.Tax),
                MarketplaceTax = group.Sum(one => one.Fact.MarketplaceTax),
                Fees = group.Sum(one => one.Fact.Fees),
                CostOfGoods = group.Sum(one => one.Fact.CostOfGoods),
            },
        }).AsAsyncEnumerable();
}
