using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>Understands the rows of our own sales format, one after the other.</summary>
internal sealed class OwnSalesRows(OwnSalesColumns columns, OwnSalesCells cells, ImportDraft draft)
{
    private const string DefaultChannel = "Manual";
    private const int LongestChannel = 60;
    private readonly TimesTold told = draft.Shared<TimesTold>().Begin();
    private readonly HashNumbers formerly = new();

    /// <summary>Adds the row to the draft, as a line or as a rejection.</summary>
    public void Read(CsvRows row)
    {
        var channelName = row[columns.Channel];
        var channel = draft.ChannelOf(channelName.IsEmpty ? DefaultChannel : draft.Text(channelName.UpTo(LongestChannel)));
        var isRefund = cells.IsRefund(row);
        var wrong = cells.Read(row, isRefund, out var line, out var moment);
        if (row[columns.Order].IsEmpty) ReadAlone(row, channel, isRefund == true, line, moment, wrong);
        else ReadNumbered(row, channel, isRefund == true, line, moment, wrong);
    }

    private void ReadNumbered(CsvRows row, int channel, bool isRefund, DraftLine line, FileMoment moment, Rejection? wrong)
    {
        var order = draft.NumberOf(channel, false, row[columns.Order]);
        var number = isRefund ? RefundNumber(order, moment) : order;
        // What other tables of the upload tell of an order adds to it, but for the rows that one before has told.
        if (wrong is null && draft.HasSeveralTables && told.Count(OwnSalesHash.Of(row, columns, cells, draft.Channels[channel].Key, isRefund, line, moment)).IsTold)
        {
            draft.Rejections.Add(new Rejection(row.Number, Reasons.RowTwice));
            return;
        }

        wrong ??= OfAnother(row, draft.Find(channel, isRefund, number), moment);
        if (wrong is { } rejection)
        {
            draft.Spoil(channel, isRefund, number, rejection);
            return;
        }

        Add(row, draft.OrderOf(channel, isRefund, number, moment, isRefund ? order : null), line);
    }

    /// <summary>A row without a number is an order of its own, known by what it says.</summary>
    private void ReadAlone(CsvRows row, int channel, bool isRefund, DraftLine line, FileMoment moment, Rejection? wrong)
    {
        if (wrong is { } rejection)
        {
            draft.Rejections.Add(rejection);
            return;
        }

        var (content, cellsOnly) = (OwnSalesHash.Of(row, columns, cells, draft.Channels[channel].Key, isRefund, line, moment), RowHash.OfCells(row));
        var (times, isTold) = told.Count(content);
        // Earlier versions made numbers of the text of the cells, in the order of the columns.
        var (number, former) = (NumberOf(content, times), NumberOf(cellsOnly, ++formerly[cellsOnly]));
        if (isTold)
        {
            draft.Rejections.Add(new Rejection(row.Number, Reasons.RowTwice));
            return;
        }

        var into = draft.OrderOf(channel, isRefund, isRefund ? RefundNumber(number, moment) : number, moment);
        into.FormerNumber = isRefund ? RefundNumber(former, moment) : former;
        Add(row, into, line);
    }

    private static string NumberOf(ulong content, int times) => $"row {content:x16}-{times}";

    private static string RefundNumber(string order, FileMoment moment) => $"{order} refund {moment.At:yyyy-MM-dd}";

    /// <summary>Whether the row is of another day, or for another buyer, than those of its order before it: then two orders bear one number.</summary>
    private Rejection? OfAnother(CsvRows row, DraftOrder? known, FileMoment moment)
    {
        if (known is not { Lines: > 0 }) return null;
        if (known.Day != DateOnly.FromDateTime(moment.At)) return cells.Wrong(row, columns.Date, Reasons.Contradicts);
        var email = Mailbox.AddressIn(row[columns.Email]);
        return !email.IsEmpty && known.Customer is { EmailKey: { } key } && !email.Equals(key, StringComparison.OrdinalIgnoreCase) ? cells.Wrong(row, columns.Email, Reasons.Contradicts) : null;
    }

    /// <summary>
    /// Takes the amounts of the whole order from the row. Files repeat them on each row of the order, or write them once:
    /// the same amount again is the same amount; another one contradicts.
    /// </summary>
    private Rejection? WholeOrder(CsvRows row, DraftOrder order)
    {
        Span<long?> known = [order.OrderDiscount, order.Shipping, order.Tax, order.MarketplaceTax, order.Fees];
        for (var i = 0; i < known.Length; i++)
        {
            if (cells.OfOrder[i] is not { } amount) continue;
            if (known[i] is { } before && before != amount) return cells.Wrong(row, columns.OfOrder[i], Reasons.Contradicts);
            known[i] = amount;
        }

        (order.OrderDiscount, order.Shipping, order.Tax, order.MarketplaceTax, order.Fees) = (known[0], known[1], known[2], known[3], known[4]);
        return null;
    }

    private void Add(CsvRows row, DraftOrder order, DraftLine line)
    {
        if (WholeOrder(row, order) is { } contradiction)
        {
            draft.Spoil(order.Channel, order.IsRefund, order.Number, contradiction);
            return;
        }

        Describe(row, order, ref line);
        draft.Add(order, line);
    }

    private void Describe(CsvRows row, DraftOrder order, ref DraftLine line)
    {
        line.Product = draft.Products.Of(row[columns.Sku]);
        line.Title = draft.Text(cells.TitleOf(row));
        if (line.Product >= 0) draft.Products.Hear(line.Product, line.Title, order.IsRefund ? null : line.UnitPrice);
        if (!row[columns.Note].IsEmpty) order.Note ??= row[columns.Note].ToString();
        var email = Mailbox.AddressIn(row[columns.Email]);
        var name = row[columns.Customer] is { IsEmpty: false } said ? said : Mailbox.NameIn(row[columns.Email]);
        // Two people may bear one name: without an e-mail nobody can be known again, and the name is kept as a note.
        if (email.IsEmpty && !name.IsEmpty) order.Buyer ??= draft.Text(name);
        if (order.Customer is null && !email.IsEmpty)
        {
            var customer = order.Customer = draft.CustomerByEmail(order.Channel, email.ToString());
            if (!name.IsEmpty) customer.Name ??= draft.Text(name);
            if (!row[columns.Country].IsEmpty) customer.Country ??= draft.Text(row[columns.Country]);
        }
    }
}
