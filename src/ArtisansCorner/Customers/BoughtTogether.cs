namespace ArtisansCorner.Customers;

/// <summary>Two products in the same orders. Shares are to four decimals.</summary>
/// <param name="One">The one that is in more orders.</param>
/// <param name="Other">The other.</param>
/// <param name="Together">Orders with both.</param>
/// <param name="OfOne">Orders with the one.</param>
/// <param name="OfOther">Orders with the other.</param>
/// <param name="Orders">All orders.</param>
public readonly record struct BoughtPair(Guid One, Guid Other, int Together, int OfOne, int OfOther, int Orders)
{
    /// <summary>The share of all orders that have both.</summary>
    public decimal Support => Share(Together, Orders);

    /// <summary>Of the orders with the one, the share that has the other as well.</summary>
    public decimal Confidence => Share(Together, OfOne);

    /// <summary>Of the orders with the other, the share that has the one as well.</summary>
    public decimal ConfidenceBack => Share(Together, OfOther);

    /// <summary>How many times as often they are together as chance would put them: above 1 they attract each other.</summary>
    public decimal Lift => Share((long)Together * Orders, (long)OfOne * OfOther);

    /// <summary>The same seen from the other.</summary>
    public BoughtPair Turned => new(Other, One, Together, OfOther, OfOne, Orders);

    private static decimal Share(long part, long whole) => decimal.Round((decimal)part / whole, 4, MidpointRounding.AwayFromZero);
}

/// <summary>Finds what is bought together: association of pairs by support, confidence and lift (Agrawal, Imieliński and Swami, 1993; Brin et al., 1997).</summary>
public static class BoughtTogether
{
    /// <summary>The pairs in at least so many orders, the most frequent first.</summary>
    /// <param name="baskets">The products of each order; an order without any may be left out.</param>
    /// <param name="orders">All orders, those without a known product too.</param>
    /// <param name="least">In how many orders a pair must be.</param>
    public static IReadOnlyList<BoughtPair> Of(IEnumerable<IEnumerable<Guid>> baskets, int orders, int least)
    {
        var (single, together) = (new Dictionary<Guid, int>(), new Dictionary<(Guid, Guid), int>());
        foreach (var basket in baskets)
        {
            Guid[] products = [.. basket.Distinct().Order()];
            for (var i = 0; i < products.Length; i++)
            {
                single[products[i]] = single.GetValueOrDefault(products[i]) + 1;
                for (var j = i + 1; j < products.Length; j++) together[(products[i], products[j])] = together.GetValueOrDefault((products[i], products[j])) + 1;
            }
        }

        return
        [
            .. together.Where(pair => pair.Value >= least)
                .Select(pair => new BoughtPair(pair.Key.Item1, pair.Key.Item2, pair.Value, single[pair.Key.Item1], single[pair.Key.Item2], orders))
                .Select(pair => pair.OfOne >= pair.OfOther ? pair : pair.Turned)
                .OrderByDescending(pair => pair.Together).ThenByDescending(pair => pair.Lift).ThenBy(pair => pair.One).ThenBy(pair => pair.Other)
        ];
    }
}
