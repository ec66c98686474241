using System.IO.Hashing;
using System.Net;
using System.Runtime.InteropServices;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats;

/// <summary>Understands the rows of our own sales format, one after the other.</summary>
internal sealed class OwnSalesRows(Headings headings, OwnSalesColumns columns, CellCheck check, ImportDraft draft)
{
    private const string DefaultChannel = "Manual";
    private const int LongestChannel = 60;
    private const int LongestName = 200;
    private const int LongestNote = 2000;
    private readonly UnnumberedRows unnumbered = draft.Shared<UnnumberedRows>().Begin();

    /// <summary>Adds the row to the draft, as a line or as a rejection.</summary>
    public void Read(CsvRows row)
    {
        var channelName = row[columns.Channel];
        var channel = draft.ChannelOf(channelName.IsEmpty ? DefaultChannel : draft.Text(channelName.UpTo(LongestChannel)));
        var (order, isTold) = row[columns.Order].IsEmpty ? NumberOf(row) : (draft.NumberOf(channel, false, row[columns.Order]), false);
        var isRefund = IsRefund(row);
        if (Check(row, out var line, out var moment, isRefund) is { } rejection)
        {
            draft.Spoil(channel, isRefund == true, isRefund == true ? RefundNumber(order, moment) : order, rejection);
            return;
        }

        if (isTold)
        {
            draft.Rejections.Add(new Rejection(row.Number, Reasons.RowTwice));
            return;
        }

        var number = isRefund == true ? RefundNumber(order, moment) : order;
        var another = OfAnother(row, draft.Find(channel, isRefund == true, number), moment);
        var into = draft.OrderOf(channel, isRefund == true, number, moment, isRefund == true ? order : null);
        if ((another ?? WholeOrder(row, into)) is { } contradiction)
        {
            draft.Spoil(channel, into.IsRefund, into.Number, contradiction);
            return;
        }

        Describe(row, into, ref line, channel);
        draft.Add(into, line);
    }

    private static string RefundNumber(string order, FileMoment moment) => $"{order} refund {moment.At:yyyy-MM-dd}";

    /// <summary>A sale without a number is known by what its row says, and by how often its table said the same before; tells whether another table has said it.</summary>
    private (string Number, bool IsTold) NumberOf(CsvRows row)
    {
        var hash = new XxHash128();
        for (var i = 0; i < row.Count; i++)
        {
            hash.Append(MemoryMarshal.AsBytes(row[i]));
            hash.Append("\0"u8);
        }

        var content = (ulong)(hash.GetCurrentHashAsUInt128() >> 64);
        var (times, isTold) = unnumbered.Count(Math.Max(content, 1));
        return ($"row {content:x16}-{times}", isTold);
    }

    /// <summary>True for a refund, false for a sale, nothing for a word we do not know.</summary>
    private bool? IsRefund(CsvRows row)
    {
        var kind = row[columns.Kind];
        if (kind.IsEmpty) return row[columns.Quantity].StartsWith("-", StringComparison.Ordinal);
        foreach (var word in (ReadOnlySpan<string>)["refund", "return", "returned", "refunded"])
        {
            if (kind.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        foreach (var word in (ReadOnlySpan<string>)["sale", "order", "sold"])
        {
            if (kind.Equals(word, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return null;
    }

    private Rejection? Check(CsvRows row, out DraftLine line, out FileMoment moment, bool? isRefund)
    {
        line = default;
        if (check.RefuseMoment(row[columns.Date], out moment) is { } undated) return Wrong(row, columns.Date, undated);
        if (isRefund is null) return Wrong(row, columns.Kind, Reasons.BadKind);
        if (row.HasMoreCellsThanHeadings) return new Rejection(row.Number, Reasons.TooManyCells);
        if (row[columns.Sku].IsEmpty && row[columns.Title].IsEmpty) return Wrong(row, columns.Sku, Reasons.NoProduct);
        foreach (var (column, longest) in (ReadOnlySpan<(int, int)>)[(columns.Order, CellCheck.LongestNumber), (columns.Sku, CellCheck.LongestSku), (columns.Country, CellCheck.LongestCountry), (columns.Customer, LongestName), (columns.Email, LongestName), (columns.Note, LongestNote)])
        {
            if (row[column].Length > longest) return Wrong(row, column, Reasons.TooLong);
        }

        if (row[columns.Email] is { IsEmpty: false } email && !email.Contains('@')) return Wrong(row, columns.Email, Reasons.BadEmail);
        long quantity = 1;
        if (!row[columns.Quantity].IsEmpty && !check.TryQuantity(row[columns.Quantity], out quantity)) return Wrong(row, columns.Quantity, Reasons.BadQuantity);
        if (quantity == 0 || (quantity < 0 && isRefund == false)) return Wrong(row, columns.Quantity, Reasons.BadQuantity);
        if (row[columns.UnitPrice].IsEmpty) return Wrong(row, columns.UnitPrice, Reasons.NoPrice);
        if (!check.TryAmount(row[columns.UnitPrice], out var price)) return Wrong(row, columns.UnitPrice, check.NoAmount(row[columns.UnitPrice]));
        if (price < 0 && isRefund == false) return Wrong(row, columns.UnitPrice, Reasons.NegativePrice);
        (quantity, price) = (Math.Abs(quantity), Math.Abs(price));
        if (check.Gross(quantity, price) is not { } gross || check.Minor(price) is not { } unitPrice) return Wrong(row, columns.UnitPrice, check.NoAmount(row[columns.UnitPrice]));
        if (!check.TryMinor(row, columns.Discount, out var discount)) return Wrong(row, columns.Discount, check.NoAmount(row[columns.Discount]));
        discount = Math.Abs(discount ?? 0);
        if (discount > gross) return Wrong(row, columns.Discount, Reasons.DiscountTooLarge);
        line = new DraftLine { Row = row.Number, Quantity = quantity, UnitPrice = unitPrice, Gross = gross, Discount = discount.Value };
        return null;
    }

    /// <summary>Whether the row is of another day, or for another buyer, than those of its order before it: then two orders bear one number.</summary>
    private Rejection? OfAnother(CsvRows row, DraftOrder? known, FileMoment moment)
    {
        if (known is not { Lines: > 0 }) return null;
        if (known.Day != DateOnly.FromDateTime(moment.At)) return Wrong(row, columns.Date, Reasons.Contradicts);
        var email = row[columns.Email].Trim();
        return !email.IsEmpty && known.Customer is { EmailKey: { } key } && !email.Equals(key, StringComparison.OrdinalIgnoreCase) ? Wrong(row, columns.Email, Reasons.Contradicts) : null;
    }

    /// <summary>
    /// Takes the amounts of the whole order from the row. Files repeat them on each row of the order, or write them once:
    /// the same amount again is the same amount; another one contradicts.
    /// </summary>
    private Rejection? WholeOrder(CsvRows row, DraftOrder order)
    {
        Span<long?> known = [order.OrderDiscount, order.Shipping, order.Tax, order.MarketplaceTax, order.Fees];
        ReadOnlySpan<int> at = [columns.OrderDiscount, columns.Shipping, columns.Tax, columns.MarketplaceTax, columns.Fees];
        for (var i = 0; i < at.Length; i++)
        {
            if (!check.TryMinor(row, at[i], out var amount)) return Wrong(row, at[i], check.NoAmount(row[at[i]]));
            // Discounts and fees are often written as what is taken away.
            if (i is 0 or 4 || order.IsRefund) amount = amount is { } signed ? Math.Abs(signed) : null;
            if (amount < 0) return Wrong(row, at[i], Reasons.NegativeAmount);
            if (amount is null) continue;
            if (known[i] is { } before && before != amount) return Wrong(row, at[i], Reasons.Contradicts);
            known[i] = amount;
        }

        (order.OrderDiscount, order.Shipping, order.Tax, order.MarketplaceTax, order.Fees) = (known[0], known[1], known[2], known[3], known[4]);
        return null;
    }

    private void Describe(CsvRows row, DraftOrder order, ref DraftLine line, int channel)
    {
        line.Product = draft.Products.Of(row[columns.Sku]);
        var title = row[columns.Title];
        line.Title = draft.Text(CellCheck.Shortened(title.Contains('&') ? WebUtility.HtmlDecode(title.ToString()) : title));
        if (line.Product >= 0) draft.Products.Hear(line.Product, line.Title, order.IsRefund ? null : line.UnitPrice);
        if (!row[columns.Note].IsEmpty) order.Note ??= row[columns.Note].ToString();
        var email = row[columns.Email];
        var name = row[columns.Customer];
        // Two people may bear one name: without an e-mail nobody can be known again, and the name is kept as a note.
        if (email.IsEmpty && !name.IsEmpty) order.Buyer ??= draft.Text(name);
        if (order.Customer is null && !email.IsEmpty)
        {
            var customer = order.Customer = draft.CustomerByEmail(channel, email.ToString());
            if (!name.IsEmpty) customer.Name ??= draft.Text(name);
            if (!row[columns.Country].IsEmpty) customer.Country ??= draft.Text(row[columns.Country]);
        }
    }

    private Rejection Wrong(CsvRows row, int column, string reason) => CellCheck.Rejected(row, column, headings, reason);
}
