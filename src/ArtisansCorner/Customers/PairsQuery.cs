using System.Text.Json.Serialization;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Customers;

/// <summary>What pairs are ordered by.</summary>
public enum PairOrder
{
    /// <summary>By the share of all orders that have both.</summary>
    Support,

    /// <summary>By the share of orders with the one that have the other.</summary>
    Confidence,

    /// <summary>By how much more often than by chance.</summary>
    Lift,
}

/// <summary>Two products that are bought together, with their names.</summary>
/// <param name="ProductId">The one.</param>
/// <param name="Name">Its name.</param>
/// <param name="WithProductId">The other.</param>
/// <param name="WithName">Its name.</param>
/// <param name="Pair">How often.</param>
public sealed record PairItem(Guid ProductId, string Name, Guid WithProductId, string WithName, [property: JsonIgnore] BoughtPair Pair)
{
    /// <summary>Orders with both.</summary>
    public int Together => Pair.Together;

    /// <summary>Orders with the one.</summary>
    public int Orders => Pair.OfOne;

    /// <summary>Orders with the other.</summary>
    public int WithOrders => Pair.OfOther;

    /// <summary>The share of all orders that have both.</summary>
    public decimal Support => Pair.Support;

    /// <summary>Of the orders with the one, the share that has the other.</summary>
    public decimal Confidence => Pair.Confidence;

    /// <summary>Of the orders with the other, the share that has the one.</summary>
    public decimal ConfidenceBack => Pair.ConfidenceBack;

    /// <summary>How many times as often as by chance.</summary>
    public decimal Lift => Pair.Lift;
}

/// <summary>Finds which products are bought together.</summary>
public sealed class PairsQuery(AppDb db)
{
    private const int Least = 2;

    /// <summary>Every pair that is in two orders of a range or more, the most frequent first.</summary>
    public async Task<IReadOnlyList<BoughtPair>> FindAsync(Period range, CancellationToken cancel)
    {
        var orders = await db.Sales.CountAsync(sale => sale.Day >= range.From && sale.Day <= range.To, cancel);
        var pieces = await db.SaleLines.Where(line => line.Day >= range.From && line.Day <= range.To)
            .Join(db.Variants, line => line.VariantId, variant => variant.Id, (line, variant) => new { line.SaleId, variant.ProductId }).Distinct().ToListAsync(cancel);
        return BoughtTogether.Of(pieces.GroupBy(piece => piece.SaleId, piece => piece.ProductId), orders, Least);
    }

    /// <summary>Puts the first so many in an order; those of one product are seen from it.</summary>
    public static IReadOnlyList<BoughtPair> Take(IEnumerable<BoughtPair> pairs, Guid? product, PairOrder by, int most)
    {
        if (product is { } only) pairs = pairs.Where(pair => pair.One == only || pair.Other == only).Select(pair => pair.One == only ? pair : pair.Turned);
        // Sorting is stable: equals stay as they were, the most frequent first.
        return [.. pairs.OrderByDescending(pair => by switch { PairOrder.Lift => pair.Lift, PairOrder.Confidence => pair.Confidence, _ => pair.Support }).Take(most)];
    }

    /// <summary>The pairs with their names.</summary>
    public async Task<IReadOnlyList<PairItem>> NameAsync(IReadOnlyList<BoughtPair> pairs, CancellationToken cancel)
    {
        if (pairs.Count == 0) return [];
        var ids = pairs.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct().ToList();
        var names = await db.Products.Where(product => ids.Contains(product.Id)).ToDictionaryAsync(product => product.Id, product => product.Name, cancel);
        return [.. pairs.Select(pair => new PairItem(pair.One, names.GetValueOrDefault(pair.One, "Gone"), pair.Other, names.GetValueOrDefault(pair.Other, "Gone"), pair))];
    }
}
