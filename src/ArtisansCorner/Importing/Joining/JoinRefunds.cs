using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Joining;

/// <summary>
/// Finds out what of a sale was given back, and when: the account knows the days, with the marketplace's tax in the amount and out again;
/// payments know the sum without tax and without a day. What only they know counts on the last day that their file knows.
/// </summary>
internal static class JoinRefunds
{
    /// <summary>Goods and shipping, and tax, that were given back, day by day.</summary>
    public static IReadOnlyList<GivenBack> Run(JoinedSale sale, IReadOnlyList<JoinRows.Row> told)
    {
        List<(ToldEntry Told, DateOnly Day, Guid By)> entries = [.. told.Where(row => row.Told is ToldEntry).Select(row => ((ToldEntry)row.Told, row.Day, row.First))];
        List<(ToldPayment Told, DateOnly Day, Guid By)> payments = [.. told.Where(row => row.Told is ToldPayment { Refunded: > 0 }).Select(row => ((ToldPayment)row.Told, row.Day, row.First))];
        var taxes = entries.Where(entry => entry.Told is { Kind: EntryKind.Tax, Net: > 0 }).GroupBy(entry => entry.Day).ToDictionary(day => day.Key, day => day.Sum(entry => entry.Told.Net));
        var sum = payments.Sum(payment => payment.Told.Refunded);
        List<GivenBack> given = [];
        foreach (var day in entries.Where(entry => entry.Told.Kind == EntryKind.Refund).GroupBy(entry => entry.Day))
        {
            var back = -day.Sum(entry => entry.Told.Net);
            var tax = taxes.Remove(day.Key, out var withIt) ? withIt : 0;
            given.Add(new GivenBack(day.Key, back - tax, tax, day.Min(entry => entry.By)));
        }

        given = [.. WithoutToldTax(sale, given, sum)];
        var more = sum - given.Sum(one => one.Amount);
        if (more > 0)
        {
            var tax = taxes.Values.Sum();
            if (tax == 0 && given.Count == 0 && more >= sale.Paid) tax = sale.MarketplaceTax;
            given.Add(new GivenBack(taxes.Count > 0 ? taxes.Keys.Min() : payments.Max(payment => payment.Told.AsOf), more, tax, payments.Min(payment => payment.By)));
        }

        return [.. given.Where(one => one.Amount > 0 || one.Tax > 0)];
    }

    /// <summary>Where the account does not say how much of a refund was tax: what exceeds the payments' sum, or what the buyer paid to the shop.</summary>
    private static IEnumerable<GivenBack> WithoutToldTax(JoinedSale sale, List<GivenBack> given, long refunded)
    {
        var back = given.Sum(one => one.Amount);
        var untold = given.Sum(one => one.Tax) > 0 ? 0
            : refunded > 0 && back > refunded ? Math.Min(back - refunded, sale.MarketplaceTax)
            : back > sale.Paid ? Math.Min(back - sale.Paid, sale.MarketplaceTax) : 0;
        foreach (var one in given)
        {
            var tax = Math.Min(untold, one.Amount);
            untold -= tax;
            yield return one with { Amount = one.Amount - tax, Tax = one.Tax + tax };
        }
    }
}

/// <summary>What was given back on one day; amounts are minor units, positive.</summary>
/// <param name="Day">The day.</param>
/// <param name="Amount">Goods and shipping.</param>
/// <param name="Tax">Tax of the marketplace.</param>
/// <param name="ImportId">The import that first told of it.</param>
internal sealed record GivenBack(DateOnly Day, long Amount, long Tax, Guid ImportId);

/// <summary>What is left of a sale to give back: all of it at once are its pieces and its shipping; a part is money, of the goods first.</summary>
internal sealed class LeftToGiveBack(string key, JoinedSale sale)
{
    private long goods = sale.Goods;
    private long shipping = sale.Shipping - sale.ShippingDiscount;

    /// <summary>The lines and the shipping that an amount gives back.</summary>
    public (IReadOnlyList<JoinedLine> Lines, long Shipping) Take(long amount)
    {
        var whole = goods == sale.Goods && amount >= sale.Paid;
        var (ofGoods, ofShipping) = whole ? (goods, shipping) : (Math.Min(amount, goods), Math.Clamp(amount - goods, 0, shipping));
        (goods, shipping) = (goods - ofGoods, shipping - ofShipping);
        List<JoinedLine> lines = whole ? Everything() : ofGoods == 0 ? [] : [Part(ofGoods)];
        if (amount - ofGoods - ofShipping is > 0 and var more) lines.Add(Part(more));
        // A refund of shipping or tax alone still needs a line that says what it is of.
        if (lines.Count == 0) lines.Add(Part(0));
        return (lines, ofShipping);
    }

    private JoinedLine Part(long amount) => new(null, $"Part of order {key}", 0, amount, amount, 0);

    private List<JoinedLine> Everything()
    {
        var shares = LargestRemainder.Split(sale.OrderDiscount, [.. sale.Lines.Select(line => line.Gross - line.Discount)]);
        return [.. sale.Lines.Select((line, at) => line with { Discount = line.Discount + shares[at] })];
    }
}
