using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats;

/// <summary>
/// Etsy's “Sold order items”: a row is one thing of an order. Shipping and sales tax of the order stand on each of its rows and count once;
/// the tax is collected and paid by Etsy, so it is never the shop's income.
/// </summary>
internal sealed class EtsyItemsFormat : IFormat
{
    private const string ChannelName = "Etsy";
    private const int Confidence = 98;

    public string Key => "etsy-items";

    public string Name => "Etsy sold order items";

    public string Needs => "Sale Date, Item Name, Quantity, Price, Transaction ID and Order ID";

    public FormatMatch Match(Headings headings)
    {
        var columns = new EtsyItemsColumns(headings);
        return columns.Date < 0 || columns.Item < 0 || columns.Quantity < 0 || columns.Price < 0 || columns.Transaction < 0 || columns.Order < 0 ? default
            : new FormatMatch(Confidence, "It has Etsy's transaction and order numbers, an item and its price in each row.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [new EtsyItemsColumns(headings).Date];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new EtsyItemsColumns(headings).Price];

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check, channel, seen) = (new EtsyItemsColumns(headings), new CellCheck(habits, shop), draft.ChannelOf(ChannelName), new HashSet<string>(StringComparer.Ordinal));
        return row => Read(row, columns, check, draft, channel, headings, seen);
    }

    private static void Read(CsvRows row, EtsyItemsColumns columns, CellCheck check, ImportDraft draft, int channel, Headings headings, HashSet<string> seen)
    {
        var number = draft.NumberOf(channel, false, row[columns.Order]);
        if (Titles.Wrong(row, headings, columns.Order, columns.Sku, columns.Item) is { } unnamed)
        {
            draft.Spoil(channel, false, number, unnamed);
            return;
        }

        // Exports of two months overlap, and put together they say some rows twice.
        if (!seen.Add(row[columns.Transaction].ToString()))
        {
            draft.Rejections.Add(new Rejection(row.Number, Reasons.RowTwice));
            return;
        }

        if (Check(row, columns, check, headings, out var line, out var moment) is { } rejection)
        {
            draft.Spoil(channel, false, number, rejection);
            return;
        }

        var order = draft.OrderOf(channel, false, number, moment);
        if (WholeOrder(row, columns, check, headings, order) is { } contradiction)
        {
            draft.Spoil(channel, false, number, contradiction);
            return;
        }

        Titles.Name(draft, ref line, row[columns.Sku], row[columns.Item], row[columns.Variations], isRefund: false);
        if (order.Customer < 0 && row[columns.Buyer] is { IsEmpty: false, Length: <= CellCheck.LongestNumber } buyer)
        {
            order.Customer = draft.CustomerOf(channel, draft.Text(UserOf(buyer)));
            var customer = draft.Customers[order.Customer];
            if (!row[columns.ShipName].IsEmpty) customer.Name ??= draft.Text(row[columns.ShipName]);
            if (row[columns.Country] is { IsEmpty: false, Length: <= CellCheck.LongestCountry } country) customer.Country ??= draft.Text(country);
        }

        draft.Add(order, line);
    }

    private static Rejection? Check(CsvRows row, EtsyItemsColumns columns, CellCheck check, Headings headings, out DraftLine line, out FileMoment moment)
    {
        line = default;
        if (!check.TryMoment(row[columns.Date], out moment)) return CellCheck.Rejected(row, columns.Date, headings, Reasons.BadDate);
        if (check.IsOtherCurrency(row, columns.Currency)) return CellCheck.Rejected(row, columns.Currency, headings, Reasons.OtherCurrency);
        if (!check.TryQuantity(row[columns.Quantity], out var quantity) || quantity <= 0) return CellCheck.Rejected(row, columns.Quantity, headings, Reasons.BadQuantity);
        if (!check.TryAmount(row[columns.Price], out var price) || price < 0 || check.Gross(quantity, price) is not { } gross) return CellCheck.Rejected(row, columns.Price, headings, Reasons.BadAmount);
        if (!check.TryMinor(row, columns.Discount, out var coupon)) return CellCheck.Rejected(row, columns.Discount, headings, Reasons.BadAmount);
        if (!check.TryMinor(row, columns.InPerson, out var inPerson)) return CellCheck.Rejected(row, columns.InPerson, headings, Reasons.BadAmount);
        var discount = Math.Abs(coupon ?? 0) + Math.Abs(inPerson ?? 0);
        if (discount > gross) return CellCheck.Rejected(row, columns.Discount, headings, Reasons.DiscountTooLarge);
        line = new DraftLine { Row = row.Number, Quantity = quantity, UnitPrice = check.Minor(price) ?? 0, Gross = gross, Discount = discount };
        return null;
    }

    private static Rejection? WholeOrder(CsvRows row, EtsyItemsColumns columns, CellCheck check, Headings headings, DraftOrder order)
    {
        if (!check.TryMinor(row, columns.Shipping, out var shipping) || shipping < 0) return CellCheck.Rejected(row, columns.Shipping, headings, Reasons.BadAmount);
        if (!check.TryMinor(row, columns.SalesTax, out var tax) || tax < 0) return CellCheck.Rejected(row, columns.SalesTax, headings, Reasons.BadAmount);
        if (!check.TryMinor(row, columns.Vat, out var vat) || vat < 0) return CellCheck.Rejected(row, columns.Vat, headings, Reasons.BadAmount);
        if (order.First >= 0 && order.Shipping != (shipping ?? 0)) return CellCheck.Rejected(row, columns.Shipping, headings, Reasons.Contradicts);
        (order.Shipping, order.MarketplaceTax) = (shipping ?? 0, order.First >= 0 ? order.MarketplaceTax + (vat ?? 0) : (tax ?? 0) + (vat ?? 0));
        return null;
    }

    // “Ada Byron (ada1815)”: what stands in brackets is who it is to Etsy.
    private static ReadOnlySpan<char> UserOf(ReadOnlySpan<char> buyer) =>
        buyer[^1] == ')' && buyer.LastIndexOf('(') is >= 0 and var open && open < buyer.Length - 2 ? buyer[(open + 1)..^1] : buyer;
}
