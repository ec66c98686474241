using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Square;

/// <summary>
/// Square's “Items” export with its details: a row is one thing of a payment, or one that was given back. Net sales = gross sales + discounts,
/// which are below zero; the tax is the shop's own; times are on the clock that the row names.
/// </summary>
internal sealed class SquareItemsFormat : IFormat
{
    private const string ChannelName = "Square";
    private const string OnlyOnePrice = "Regular";
    private const string GiftCard = "Gift card";
    private const int Confidence = 98;

    public string Key => "square-items";

    public string Name => "Square item sales";

    public string Needs => "Date, Item, Qty, Gross Sales, Net Sales and Transaction ID";

    public FormatMatch Match(Headings headings)
    {
        var columns = new SquareItemsColumns(headings);
        return columns.Date < 0 || columns.Item < 0 || columns.Quantity < 0 || columns.Gross < 0 || columns.Net < 0 || columns.Transaction < 0 ? default
            : new FormatMatch(Confidence, "It has Square's transaction number, an item, its gross and its net sales in each row.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [new SquareItemsColumns(headings).Date];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new SquareItemsColumns(headings).Gross, new SquareItemsColumns(headings).Net];

    public int? OrderColumn(Headings headings) => new SquareItemsColumns(headings).Transaction;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check, channel, told) = (new SquareItemsColumns(headings), new CellCheck(habits, shop), draft.ChannelOf(ChannelName), draft.Shared<TimesTold>().Begin());
        return row =>
        {
            // The exports of two months overlap; a thing of a payment has no number.
            if (draft.HasSeveralTables && told.Count(RowHash.OfCells(row)).IsTold) draft.Rejections.Add(new Rejection(row.Number, Reasons.RowTwice));
            else Read(row, columns, check, shop, draft, channel, headings);
        };
    }

    private static void Read(CsvRows row, SquareItemsColumns columns, CellCheck check, ShopFacts shop, ImportDraft draft, int channel, Headings headings)
    {
        var isRefund = row[columns.Event].Equals("Refund", StringComparison.OrdinalIgnoreCase) || row[columns.Quantity].StartsWith("-", StringComparison.Ordinal);
        var number = draft.NumberOf(channel, isRefund, row[columns.Transaction]);
        // What came back of one transaction on two days is two refunds.
        if (isRefund && When(row, columns, check, shop, headings, out _) is { } day) number = draft.NumberOf(channel, isRefund, RefundNumber(number, day));
        var wrong = Titles.Wrong(row, headings, columns.Transaction, columns.Sku, columns.Item) ?? Check(row, columns, check, headings);
        if (wrong is { } rejection || Line(row, columns, check, headings, out rejection) is not { } line || When(row, columns, check, shop, headings, out rejection) is not { } moment)
        {
            draft.Spoil(channel, isRefund, number, rejection);
            return;
        }

        if (row[columns.Itemization].StartsWith(GiftCard, StringComparison.OrdinalIgnoreCase))
        {
            draft.Rejections.Add(CellCheck.Rejected(row, columns.Itemization, headings, Reasons.GiftCard));
            return;
        }

        var order = draft.OrderOf(channel, isRefund, number, moment);
        if (isRefund) order.FormerNumber ??= row[columns.Transaction].ToString();
        Titles.Name(draft, ref line, row[columns.Sku], row[columns.Item], row[columns.PricePoint] is OnlyOnePrice ? [] : row[columns.PricePoint], isRefund);
        check.TryMinor(row, columns.Tax, out var tax);
        order.Tax = (order.Tax ?? 0) + Math.Abs(tax ?? 0);
        if (order.Customer is null && row[columns.CustomerId] is { IsEmpty: false, Length: <= CellCheck.LongestNumber } customer)
        {
            order.Customer = draft.CustomerOf(channel, draft.Text(customer));
            if (!row[columns.CustomerName].IsEmpty) order.Customer.Name ??= draft.Text(row[columns.CustomerName]);
        }

        draft.Add(order, line);
    }

    /// <summary>What is given back of a transaction on a day is called, whichever of Square's files tells of it.</summary>
    internal static string RefundNumber(string transaction, FileMoment moment) => $"{transaction} refund {moment.At:yyyy-MM-dd}";

    private static Rejection? Check(CsvRows row, SquareItemsColumns columns, CellCheck check, Headings headings)
    {
        foreach (var column in (ReadOnlySpan<int>)[columns.Gross, columns.Discounts, columns.Net, columns.Tax])
        {
            if (!check.TryMinor(row, column, out _)) return CellCheck.Rejected(row, column, headings, check.NoAmount(row[column]));
        }

        return check.TryNumber(row[columns.Quantity], out var quantity) && quantity != 0 ? null : CellCheck.Rejected(row, columns.Quantity, headings, Reasons.BadQuantity);
    }

    private static DraftLine? Line(CsvRows row, SquareItemsColumns columns, CellCheck check, Headings headings, out Rejection rejection)
    {
        check.TryMinor(row, columns.Gross, out var gross);
        check.TryMinor(row, columns.Discounts, out var discounts);
        check.TryMinor(row, columns.Net, out var net);
        rejection = CellCheck.Rejected(row, columns.Net, headings, Reasons.DoesNotAddUp);
        if ((gross ?? 0) + (discounts ?? 0) != (net ?? 0) || Math.Abs(discounts ?? 0) > Math.Abs(gross ?? 0)) return null;
        // What is sold by weight or by the hour is one thing.
        var (pieces, all) = (check.TryQuantity(row[columns.Quantity], out var quantity) ? Math.Abs(quantity) : 1, Math.Abs(gross ?? 0));
        return new DraftLine { Row = row.Number, Quantity = pieces, UnitPrice = (long)decimal.Round((decimal)all / pieces, MidpointRounding.AwayFromZero), Gross = all, Discount = Math.Abs(discounts ?? 0) };
    }

    private static FileMoment? When(CsvRows row, SquareItemsColumns columns, CellCheck check, ShopFacts shop, Headings headings, out Rejection rejection)
    {
        rejection = default;
        if (check.RefuseMoment(row[columns.Date], row[columns.Time], out var moment) is not { } undated) return ClockNames.OnShopClock(moment, row[columns.Clock], shop.Zone);
        rejection = CellCheck.Rejected(row, columns.Date, headings, undated);
        return null;
    }
}
