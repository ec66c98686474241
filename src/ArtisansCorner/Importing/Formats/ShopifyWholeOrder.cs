using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats;

/// <summary>Looks at one of Shopify's orders once all of its rows were read: whether it adds up, and what of it came back.</summary>
internal sealed class ShopifyWholeOrder(ImportDraft draft, DraftOrder order, ShopifyTotals sum)
{
    /// <summary>Completes the order, and makes a refund of what came back; why it cannot go in, or nothing.</summary>
    public string? Finish()
    {
        if (!AddsUp()) return Reasons.DoesNotAddUp;
        if (sum.Refunded > sum.Total) return Reasons.MoreGivenBack;
        (order.Shipping, order.Tax) = (sum.Shipping, sum.Taxes);
        // Where the total is without them, the prices contain the taxes.
        if (sum.Taxes > 0 && sum.Total == sum.Subtotal + sum.Shipping) TakeTaxesOut();
        if (sum.Cancelled is not null || sum.Refunded > 0) GiveBack();
        return null;
    }

    // The discount of the order is not among those of its lines; where the subtotal is without it, it was off the shipping.
    private bool AddsUp()
    {
        long gross = 0, lines = 0;
        for (var at = order.First; at >= 0; at = draft.Lines[at].Next) (gross, lines) = (gross + draft.Lines[at].Gross, lines + draft.Lines[at].Discount);
        var (counts, off) = gross - sum.Discount == sum.Subtotal ? (false, sum.Discount) : gross - lines - sum.Discount == sum.Subtotal ? (true, sum.Discount) : (lines > 0, 0L);
        if (gross - (counts ? lines : 0) - off != sum.Subtotal) return false;
        if (!counts) for (var at = order.First; at >= 0; at = draft.Lines[at].Next) draft.Lines[at].Discount = 0;
        order.OrderDiscount = off;
        return true;
    }

    // The prices contain the taxes: what is asked for things and shipping is less, in proportion, so that all together is what was paid.
    private void TakeTaxesOut()
    {
        var shares = LargestRemainder.Split(order.OrderDiscount ?? 0, [.. draft.LinesOf(order).Select(line => line.Gross - line.Discount)]);
        var taxes = LargestRemainder.Split(sum.Taxes, [.. draft.LinesOf(order).Select((line, at) => line.Gross - line.Discount - shares[at]), sum.Shipping]);
        var index = 0;
        for (var at = order.First; at >= 0; at = draft.Lines[at].Next, index++)
        {
            ref var line = ref draft.Lines[at];
            line.Gross -= taxes[index];
            line.UnitPrice = line.Gross / line.Quantity;
        }

        order.Shipping = sum.Shipping - taxes[^1];
    }

    // Cancelled on a day: all of it came back then. Else the file does not say when: what the first file tells is taken as of the order's day,
    // what a later one tells beyond that as of the last day that it knows.
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

        var (lines, shares) = (draft.LinesOf(order).ToList(), LargestRemainder.Split(order.OrderDiscount ?? 0, [.. draft.LinesOf(order).Select(line => line.Gross - line.Discount)]));
        foreach (var (index, line) in lines.Index()) draft.Add(back, line with { Discount = line.Discount + shares[index] });
    }
}
