using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>Understands the rows of Shopify's orders, one after the other, and each order once all of its rows were read.</summary>
internal sealed class ShopifyOrdersRows(Headings headings, ShopifyOrdersColumns columns, CellCheck check, ImportDraft draft)
{
    private const string ChannelName = "Shopify";
    private const int LongestNote = 2000;
    private readonly int channel = draft.ChannelOf(ChannelName);
    private readonly ShopifyTotals.Known known = draft.Shared<ShopifyTotals.Known>();
    private string repeated = "";
    private string unpaid = "";

    /// <summary>Adds the row to the draft, as a line or as a rejection.</summary>
    public void Read(CsvRows row)
    {
        var number = draft.NumberOf(channel, false, row[columns.Order]);
        if (IsUnpaid(row, number))
        {
            draft.Rejections.Add(Wrong(row, columns.Status, Reasons.NeverPaid));
            return;
        }

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

        if (IsNoSale(row, number, line)) return;
        Titles.Name(draft, ref line, row[columns.Sku], row[columns.Item], [], isRefund: false);
        draft.Add(order, line);
    }

    /// <summary>Looks at a whole order: whether it adds up, and what of it came back.</summary>
    public void Finish(DraftOrder order)
    {
        if (order.IsRefund || order.Channel != channel) return;
        var isTold = known.Totals.Remove(order.Number, out var sum);
        // What was only tips and gift cards has no lines.
        if (order.Spoiled || order.Lines == 0) return;
        if ((isTold ? new ShopifyWholeOrder(draft, order, sum!).Finish() : Reasons.DoesNotAddUp) is { } reason) draft.Spoil(order, reason);
    }

    /// <summary>Exports of two months overlap, and together they say some orders twice: a first row whose order is known begins a repetition of all of it.</summary>
    private bool IsRepeated(CsvRows row, string number)
    {
        if (!row[columns.Total].IsEmpty) repeated = known.Totals.ContainsKey(number) ? number : "";
        return number.Length > 0 && number == repeated;
    }

    /// <summary>What was called off before it was paid, or waited for payment in vain, sold nothing; its first row says so, and its others come along.</summary>
    private bool IsUnpaid(CsvRows row, string number)
    {
        if (!row[columns.Status].IsEmpty) unpaid = row[columns.Status].Equals("voided", StringComparison.OrdinalIgnoreCase) || row[columns.Status].Equals("expired", StringComparison.OrdinalIgnoreCase) ? number : "";
        return number.Length > 0 && number == unpaid;
    }

    private bool IsNoSale(CsvRows row, string number, in DraftLine line)
    {
        if (ShopifyNoSales.ReasonOf(row, columns, check) is not { } reason) return false;
        draft.Rejections.Add(Wrong(row, columns.Item, reason));
        if (known.Totals.TryGetValue(number, out var sum)) (sum.Tips, sum.GiftCards) = reason == Reasons.Tip ? (sum.Tips + line.Gross, sum.GiftCards) : (sum.Tips, sum.GiftCards + line.Gross);
        return true;
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
        Span<long> amounts = stackalloc long[7];
        int[] at = [columns.Subtotal, columns.Shipping, columns.Taxes, columns.Duties, columns.Total, columns.Discount, columns.Refunded];
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

        known.Totals[order.Number] = new ShopifyTotals(amounts[0], amounts[1], amounts[2], amounts[3], amounts[4], amounts[5], amounts[6], cancelled) { TellsAll = columns.Shipping >= 0 && columns.Taxes >= 0 };
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

    private Rejection Wrong(CsvRows row, int column, string reason) => CellCheck.Rejected(row, column, headings, reason);
}
