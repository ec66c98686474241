using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>Looks at one of Shopify's orders once all of its rows were read: whether it adds up, and what of it came back.</summary>
internal sealed class ShopifyWholeOrder(ImportDraft draft, DraftOrder order, ShopifyTotals sum)
{
    private long goods;
    private bool countsLineDiscounts;
    private bool containsTaxes;

    /// <summary>Completes the order, and makes a refund of what came back; why it cannot go in, or nothing.</summary>
    public string? Finish()
    {
        // A tip is in the subtotal and in the total, or in the total alone.
        if (!AddsUp(sum.Tips) && !AddsUp(0)) return Reasons.DoesNotAddUp;
        if (sum.Refunded > sum.Total) return Reasons.MoreGivenBack;
        if (!countsLineDiscounts) for (var at = order.First; at >= 0; at = draft.Lines[at].Next) draft.Lines[at].Discount = 0;
        if (containsTaxes) TakeTaxesOut();
        if (sum.Cancelled is not null || sum.Refunded > 0) GiveBack();
        return null;
    }

    private bool AddsUp(long tipsOfSubtotal) => IsSubtotal(sum.Subtotal - sum.GiftCards - tipsOfSubtotal) && IsTotal(sum.Total - sum.GiftCards - sum.Tips);

    // The discount of the order is not among those of its lines; where the subtotal is without it, it was off the shipping.
    private bool IsSubtotal(long subtotal)
    {
        long gross = 0, lines = 0;
        for (var at = order.First; at >= 0; at = draft.Lines[at].Next) (gross, lines) = (gross + draft.Lines[at].Gross, lines + draft.Lines[at].Discount);
        var (counts, off) = gross - sum.Discount == subtotal ? (false, sum.Discount) : gross - lines - sum.Discount == subtotal ? (true, sum.Discount) : (lines > 0, 0L);
        (goods, countsLineDiscounts, order.OrderDiscount) = (subtotal, counts, off);
        return gross - (counts ? lines : 0) - off == subtotal;
    }

    // Duties are taxes of the country that the order goes to, and stand beside the others. Where the total is without the taxes or the duties, the prices contain them.
    private bool IsTotal(long total)
    {
        foreach (var shipping in order.OrderDiscount == 0 && sum.Discount > 0 ? (ReadOnlySpan<long>)[sum.Shipping, Math.Max(0, sum.Shipping - sum.Discount)] : [sum.Shipping])
        {
            var beside = total - goods - shipping;
            containsTaxes = sum.Taxes > 0 && beside != sum.Taxes + sum.Duties && (beside == sum.Duties || beside == 0);
            if ((beside != 0 && beside != sum.Duties && beside != sum.Taxes && beside != sum.Taxes + sum.Duties) || (containsTaxes && sum.Taxes > goods + shipping)) continue;
            (order.Shipping, order.Tax) = (shipping, sum.Taxes + (beside == sum.Duties || beside == sum.Taxes + sum.Duties ? sum.Duties : 0));
            return true;
        }

        // Without a column of shipping or of taxes nobody can tell what the rest is.
        (order.Shipping, order.Tax) = (sum.Shipping, sum.Taxes);
        return !sum.TellsAll;
    }

    // The prices contain the taxes: what is asked for things and shipping is less, in proportion, and so are discounts, so that all together is what was paid.
    private void TakeTaxesOut()
    {
        var shares = Shares();
        long[] paid = [.. draft.LinesOf(order).Select((line, at) => line.Gross - line.Discount - shares[at]), order.Shipping ?? 0];
        var (taxes, all, ofOrder, index) = (LargestRemainder.Split(sum.Taxes, paid), paid.Sum(), 0L, 0);
        for (var at = order.First; at >= 0; at = draft.Lines[at].Next, index++)
        {
            ref var line = ref draft.Lines[at];
            var (net, off) = (paid[index] - taxes[index], line.Discount + shares[index]);
            var gross = off == 0 ? net : Math.Max(net, Part(line.Gross, all - sum.Taxes, all));
            var share = off == 0 ? 0 : Part(gross - net, shares[index], off);
            (line.Gross, line.Discount, line.UnitPrice, ofOrder) = (gross, gross - net - share, gross / line.Quantity, ofOrder + share);
        }

        (order.OrderDiscount, order.Shipping) = (ofOrder, paid[^1] - taxes[^1]);
    }

    // Cancelled on a day: all of it came back then. Else the file does not say when: what the first file tells is taken as of the order's day,
    // what a later one tells beyond that as of the last day that it knows. Tips and gift cards that came back were no sales.
    private void GiveBack()
    {
        var money = new OrderMoney(draft.LinesOf(order).Sum(line => line.Gross - line.Discount) - (order.OrderDiscount ?? 0), order.Shipping ?? 0, order.Tax ?? 0);
        var all = sum.Cancelled is not null || sum.Refunded >= money.All;
        var back = draft.OrderOf(order.Channel, true, $"{order.Number} refund", sum.Cancelled ?? order.Moment, order.Number);
        back.Customer = order.Customer;
        back.InAll = new GivenInAll(all ? money.All : sum.Refunded, money, sum.Cancelled);
        var part = money.Part(back.InAll.Amount);
        (back.Shipping, back.Tax) = (part.Shipping, part.Tax);
        if (!all)
        {
            draft.Add(back, new DraftLine { Row = draft.Lines[order.First].Row, Product = -1, Title = draft.Text($"Part of {order.Number}"), Quantity = 0, Gross = part.Goods });
            return;
        }

        var (lines, shares) = (draft.LinesOf(order).ToList(), Shares());
        foreach (var (index, line) in lines.Index()) draft.Add(back, line with { Discount = line.Discount + shares[index] });
    }

    private long[] Shares() => LargestRemainder.Split(order.OrderDiscount ?? 0, [.. draft.LinesOf(order).Select(line => line.Gross - line.Discount)]);

    // Of nothing nothing is a part; rounded half away from zero.
    private static long Part(long amount, long some, long of) => of == 0 ? amount : (long)(((2 * (Int128)amount * some) + of) / (2 * (Int128)of));
}
