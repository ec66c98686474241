using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Draft;

/// <summary>What an order comes to, or what of it came back. Amounts are minor units, positive.</summary>
/// <param name="Goods">Goods after discounts.</param>
/// <param name="Shipping">Shipping after discounts.</param>
/// <param name="Tax">Own tax.</param>
internal readonly record struct OrderMoney(long Goods, long Shipping, long Tax)
{
    /// <summary>All of it.</summary>
    public long All => Goods + Shipping + Tax;

    /// <summary>What is left when some was given back.</summary>
    public OrderMoney After(OrderMoney given) => new(Math.Max(0, Goods - given.Goods), Math.Max(0, Shipping - given.Shipping), Math.Max(0, Tax - given.Tax));

    /// <summary>
    /// What an amount gives back of it, at most all: whoever gets money back gets the tax that was paid on it, so tax is in it in proportion;
    /// the rest is of the goods first, then of the shipping. Of 20 + 5 + 2 of tax, 24 are 20 of goods, 2.22 of shipping and 1.78 of tax.
    /// </summary>
    public OrderMoney Part(long amount)
    {
        var parts = LargestRemainder.Split(Math.Min(amount, All), [Goods + Shipping, Tax]);
        var goods = Math.Min(parts[0], Goods);
        return new OrderMoney(goods, parts[0] - goods, parts[1]);
    }
}
