using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats;

/// <summary>
/// Invoices row by row as the UCI data set “Online Retail” has them: a row is a line of an invoice, times are the shop's,
/// and an invoice whose number starts with C tells of goods given back on that day.
/// </summary>
internal sealed class OnlineRetailFormat : IFormat
{
    private const string ChannelName = "Online shop";

    public string Key => "online-retail";

    public string Name => "Invoice lines of an online shop";

    public string Needs => "InvoiceNo, StockCode, Quantity, InvoiceDate and UnitPrice";

    public FormatMatch Match(Headings headings)
    {
        var columns = new OnlineRetailColumns(headings);
        if (columns.Invoice < 0 || columns.Code < 0 || columns.Quantity < 0 || columns.Date < 0 || columns.Price < 0) return default;
        var confidence = 85 + (columns.Description >= 0 ? 5 : 0) + (columns.Customer >= 0 ? 5 : 0) + (columns.Country >= 0 ? 5 : 0);
        return new FormatMatch(confidence, "It has an invoice number, a stock code, a quantity, a date and a price in each row.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [new OnlineRetailColumns(headings).Date];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new OnlineRetailColumns(headings).Price];

    public int? OrderColumn(Headings headings) => new OnlineRetailColumns(headings).Invoice;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check, channel, told) = (new OnlineRetailColumns(headings), new CellCheck(habits, shop), draft.ChannelOf(ChannelName), draft.Shared<TimesTold>().Begin());
        return row =>
        {
            if (draft.HasSeveralTables && told.Count(RowHash.OfCells(row)).IsTold) draft.Rejections.Add(new Rejection(row.Number, Reasons.RowTwice));
            else Read(row, columns, check, draft, channel, headings);
        };
    }

    private static void Read(CsvRows row, OnlineRetailColumns columns, CellCheck check, ImportDraft draft, int channel, Headings headings)
    {
        var invoice = row[columns.Invoice];
        if (invoice.IsEmpty)
        {
            draft.Rejections.Add(new Rejection(row.Number, Reasons.NoNumber));
            return;
        }

        var isRefund = invoice[0] is 'C' or 'c';
        var number = draft.NumberOf(channel, isRefund, invoice);
        if (Wrong(row, columns, check, headings, number, out var quantity, out var price, out var moment) is { } rejection)
        {
            draft.Spoil(channel, isRefund, number, rejection);
            return;
        }

        // A row without a price is a note about stock, not a wrong sale: the rest of its invoice stands.
        if (price <= 0)
        {
            draft.Rejections.Add(new Rejection(row.Number, price == 0 ? Reasons.NoPrice : Reasons.NegativePrice));
            return;
        }

        if ((quantity < 0 != isRefund && !isRefund) || quantity == 0 || check.Gross(Math.Abs(quantity), price) is not { } gross)
        {
            draft.Spoil(channel, isRefund, number, CellCheck.Rejected(row, columns.Quantity, headings, Reasons.BadQuantity));
            return;
        }

        var order = draft.OrderOf(channel, isRefund, number, moment);
        if (order.Customer is null && row[columns.Customer] is { IsEmpty: false } customer)
        {
            order.Customer = draft.CustomerOf(channel, draft.Text(customer));
            order.Customer.Country ??= draft.Text(row[columns.Country]) is { Length: > 0 } country ? country : null;
        }

        var product = draft.Products.Of(row[columns.Code]);
        var title = draft.Text(CellCheck.Shortened(row[columns.Description]));
        if (product >= 0) draft.Products.Hear(product, title, isRefund ? null : check.Minor(price));
        draft.Add(order, new DraftLine
        {
            Row = row.Number, Product = product, Title = title, Quantity = Math.Abs(quantity), UnitPrice = check.Minor(price) ?? 0, Gross = gross,
        });
    }

    private static Rejection? Wrong(
        CsvRows row, OnlineRetailColumns columns, CellCheck check, Headings headings, string number, out long quantity, out decimal price, out FileMoment moment)
    {
        (quantity, price) = (0, 0);
        if (check.RefuseMoment(row[columns.Date], out moment) is { } undated) return CellCheck.Rejected(row, columns.Date, headings, undated);
        if (!check.TryQuantity(row[columns.Quantity], out quantity)) return CellCheck.Rejected(row, columns.Quantity, headings, Reasons.BadQuantity);
        if (!check.TryAmount(row[columns.Price], out price)) return CellCheck.Rejected(row, columns.Price, headings, check.NoAmount(row[columns.Price]));
        if (row.HasMoreCellsThanHeadings) return new Rejection(row.Number, Reasons.TooManyCells);
        if (row[columns.Code].IsEmpty) return CellCheck.Rejected(row, columns.Code, headings, Reasons.NoProduct);
        return CellCheck.RefuseTexts(row, headings, (columns.Invoice, CellCheck.LongestNumber), (columns.Code, CellCheck.LongestSku), (columns.Customer, CellCheck.LongestNumber), (columns.Country, CellCheck.LongestCountry));
    }
}
