using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats;

/// <summary>Understands the rows of Shopify's orders, one after the other, and each order once all of its rows were read.</summary>
internal sealed class ShopifyOrdersRows(Headings headings, ShopifyOrdersColumns columns, CellCheck check, ImportDraft draft)
{
    private const string ChannelName = "Shopify";
    private const int LongestNote = 2000;
    private readonly int channel = draft.ChannelOf(ChannelName);
    private readonly Known known = draft.Shared<Known>();
    private string repeated = "";

    /// <summary>Adds the row to the draft, as a line or as a rejection.</summary>
    public void Read(CsvRows row)
    {
        // An order that was never paid and called off sold nothing.
        if (row[columns.Status].Equals("voided", StringComparison.OrdinalIgnoreCase)) return;
        var number = draft.NumberOf(channel, false, row[columns.Order]);
        if (IsRepeated(row, number))
        {
            draft.Rejections.Add(new Rejection(row.Number, Reasons.RowTwice));
            return;
        }

        var unreadable = Line(row, out var line, out var moment);
        if ((Titles.Wrong(row, headings, columns.Order, columns.Sku, columns.Item) ?? unreadable) is { } rejection)
        {
            draft.Spoil(channel, false, number, rejection);
            return;
        }

        var order = draft.OrderOf(channel, false, number, moment);
        if (!row[columns.Total].IsEmpty && First(row, order) is { } wrong)
        {
            draft.Spoil(channel, false, number, wrong);
            return;
        }

        Titles.Name(draft, ref line, row[columns.Sku], row[columns.Item], [], isRefund: false);
        draft.Add(order, line);
    }

    /// <summary>Looks at a whole order: whether it adds up, and what of it came back.</summary>
    public void Finish(DraftOrder order)
    {
        if (order.IsRefund || order.Channel != channel) return;
        var isTold = known.Totals.Remove(order.Number, out var sum);
        if (order.Spoiled) return;
        if (!isTold || !AddsUp(order, sum!))
        {
            draft.Spoil(order, Reasons.DoesNotAddUp);
            return;
        }

        if (sum!.ContainsTaxes) TakeTaxesOut(order, sum);
        if (sum.Cancelled is not null || sum.Refunded > 0) GiveBack(order, sum);
    }

    /// <summary>Exports of two months overlap, and together they say some orders twice: a first row whose order is known begins a repetition of all of it.</summary>
    private bool IsRepeated(CsvRows row, string number)
    {
        if (!row[columns.Total].IsEmpty) repeated = known.Totals.ContainsKey(number) ? number : "";
        return number.Length > 0 && number == repeated;
    }

    private Rejection? Line(CsvRows row, out DraftLine line, out FileMoment moment)
    {
        line = default;
        if (check.RefuseMoment(row[columns.Created], out moment) is { } undated) return Wrong(row, columns.Created, undated);
        draft.Hear(moment);
        if (!check.TryQuantity(row[columns.Quantity], out var quantity) || quantity <= 0) return Wrong(row, columns.Quantity, Reasons.BadQuantity);
        if (!check.TryAmount(row[columns.Price], out var price) || price < 0 || check.Gross(quantity, price) is not { } gross) return Wrong(row, columns.Price, check.NoAmount(row[columns.Price]));
        if (!check.TryMinor(row, columns.LineDiscount, out var discount) || Math.Abs(discount ?? 0) > gross) return Wrong(row, columns.LineDiscount, check.NoAmount(row[columns.LineDiscount]));
        line = new DraftLine { Row = row.Number, Quantity = quantity, UnitPrice = check.Minor(price) ?? 0, Gross = gross, Discount = Math.Abs(discount ?? 0) };
        return null;
    }

    /// <summary>The first row of an order says what all of it comes to, and whose it is.</summary>
    private Rejection? First(CsvRows row, DraftOrder order)
    {
        if (check.IsOtherCurrency(row, columns.Currency)) return Wrong(row, columns.Currency, Reasons.OtherCurrency);
        Span<long> amounts = stackalloc long[6];
        int[] at = [columns.Subtotal, columns.Shipping, columns.Taxes, columns.Total, columns.Discount, columns.Refunded];
        for (var i = 0; i < at.Length; i++)
        {
            if (!check.TryMinor(row, at[i], out var amount) || amount < 0) return Wrong(row, at[i], check.NoAmount(row[at[i]]));
            amounts[i] = amount ?? 0;
        }

        FileMoment? cancelled = null;
        if (!row[columns.Cancelled].IsEmpty)
        {
            if (check.RefuseMoment(row[columns.Cancelled], out var moment) is { } undated) return Wrong(row, columns.Cancelled, undated);
            cancelled = moment;
            draft.Hear(moment);
        }

        var sum = new Totals(amounts[0], amounts[1], amounts[2], amounts[3], amounts[4], amounts[5], cancelled);
        known.Totals[order.Number] = sum;
        order.Shipping = sum.Shipping;
        order.Tax = sum.Taxes;
        if (row[columns.Note] is { IsEmpty: false, Length: <= LongestNote } note) order.Note ??= note.ToString();
        if (row[columns.Email].Contains('@'))
        {
            var customer = order.Customer = draft.CustomerByEmail(channel, row[columns.Email].ToString());
            if (!row[columns.Buyer].IsEmpty) customer.Name ??= draft.Text(row[columns.Buyer]);
            if (row[columns.Country] is { IsEmpty: false, Length: <= CellCheck.LongestCountry } country) customer.Country ??= draft.Text(country);
        }
        else if (!row[columns.Buyer].IsEmpty) order.Buyer ??= draft.Text(row[columns.Buyer]);

        return null;
    }

    // The discount of the order is not among those of its lines; where the subtotal is without it, it was off the shipping.
    private bool AddsUp(DraftOrder order, Totals sum)
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
    private void TakeTaxesOut(DraftOrder order, Totals sum)
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
    private void GiveBack(DraftOrder order, Totals sum)
    {
        var all = sum.Cancelled is not null || sum.Refunded >= sum.Total;
        var back = draft.OrderOf(channel, true, $"{order.Number} refund", sum.Cancelled ?? order.Moment, order.Number);
        back.Customer = order.Customer;
        back.InAll = new GivenInAll(all ? sum.Total : sum.Refunded, sum.Taxes, sum.Total, sum.Cancelled);
        if (!all)
        {
            var parts = LargestRemainder.Split(sum.Refunded, [sum.Total - sum.Taxes, sum.Taxes]);
            back.Tax = parts[1];
            draft.Add(back, new DraftLine { Row = draft.Lines[order.First].Row, Product = -1, Title = draft.Text($"Part of {order.Number}"), Quantity = 0, Gross = parts[0] });
            return;
        }

        (back.Shipping, back.Tax) = (order.Shipping, order.Tax);
        var (lines, shares) = (draft.LinesOf(order).ToList(), LargestRemainder.Split(order.OrderDiscount ?? 0, [.. draft.LinesOf(order).Select(line => line.Gross - line.Discount)]));
        foreach (var (index, line) in lines.Index()) draft.Add(back, line with { Discount = line.Discount + shares[index] });
    }

    private Rejection Wrong(CsvRows row, int column, string reason) => CellCheck.Rejected(row, column, headings, reason);

    /// <summary>What the exports of one upload say of whole orders.</summary>
    internal sealed class Known
    {
        private bool hasBegun;

        public Dictionary<string, Totals> Totals { get; } = new(StringComparer.Ordinal);

        /// <summary>True the first time.</summary>
        public bool Begin() => !hasBegun && (hasBegun = true);
    }

    internal sealed record Totals(long Subtotal, long Shipping, long Taxes, long Total, long Discount, long Refunded, FileMoment? Cancelled)
    {
        // Where the total is without them, the prices contain the taxes.
        public bool ContainsTaxes => Taxes > 0 && Total == Subtotal + Shipping;
    }
}
