using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Formats.Accounts;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Woocommerce;

/// <summary>
/// WooCommerce's “Orders” of its analytics: a row is an order with its net sales, after coupons and without shipping and tax, or an amount given back, below zero.
/// Its products stand in one text and are priced together, so an order is one line.
/// </summary>
internal sealed class WoocommerceOrdersFormat : IFormat
{
    private const string ChannelName = "WooCommerce";
    private const int Confidence = 98;
    private const char Times = '×';

    public string Key => "woocommerce-orders";

    public string Name => "WooCommerce orders";

    public string Needs => "Date, Order #, Status, Product(s), Items sold and Net Sales";

    public FormatMatch Match(Headings headings) => new WoocommerceOrdersColumns(headings).Needed.Any(column => column < 0) ? default
        : new FormatMatch(Confidence, "It has WooCommerce's order number, its products and its net sales in each row. Shipping, tax and coupons are not in it.");

    public IReadOnlyList<int> DateColumns(Headings headings) => [new WoocommerceOrdersColumns(headings).Date];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new WoocommerceOrdersColumns(headings).Net];

    public InRounds Rounds => InRounds.AfterSales;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check, channel, seen) = (new WoocommerceOrdersColumns(headings), new CellCheck(habits, shop), draft.ChannelOf(ChannelName), draft.Shared<RowsSeen>());
        var sales = new PaidSales(draft, channel);
        return row =>
        {
            if (!draft.Round.Holds(row[columns.Order].TrimStart('#'))) return;
            if (Check(row, columns, check, headings, out var moment, out var items, out var net) is { } rejection) draft.Rejections.Add(rejection);
            else if (!seen.Add(channel, $"{row[columns.Order].TrimStart('#')} {moment.At:s} {net}")) draft.Rejections.Add(new Rejection(row.Number, Reasons.RowTwice));
            else Add(row, columns, draft, sales, moment, items, net);
        };
    }

    private static void Add(CsvRows row, WoocommerceOrdersColumns columns, ImportDraft draft, PaidSales sales, FileMoment moment, long items, long net)
    {
        var number = row[columns.Order].TrimStart('#').ToString();
        if (net < 0 || items < 0) sales.GiveBack(row.Number, $"{number} refund {moment.At:yyyy-MM-dd}", moment, number, TitleOf(row[columns.Products], number), -net, Math.Max(0, -items));
        else
        {
            var order = sales.Sell(row.Number, number, moment, TitleOf(row[columns.Products], number), Math.Max(1, items), net, 0, 0);
            if (!row[columns.Customer].IsEmpty) order.Buyer ??= draft.Text(row[columns.Customer]);
        }
    }

    private static Rejection? Check(CsvRows row, WoocommerceOrdersColumns columns, CellCheck check, Headings headings, out FileMoment moment, out long items, out long net)
    {
        (moment, items, net) = (default, 0, 0);
        if (row.HasMoreCellsThanHeadings) return new Rejection(row.Number, Reasons.TooManyCells);
        if (row[columns.Order].TrimStart('#').IsEmpty) return CellCheck.Rejected(row, columns.Order, headings, Reasons.NoNumber);
        if (row[columns.Order].Length > CellCheck.LongestNumber) return CellCheck.Rejected(row, columns.Order, headings, Reasons.TooLong);
        if (check.RefuseMoment(row[columns.Date], out moment) is { } undated) return CellCheck.Rejected(row, columns.Date, headings, undated);
        if (!check.TryQuantity(row[columns.Items], out items)) return CellCheck.Rejected(row, columns.Items, headings, Reasons.BadQuantity);
        if (!check.TryMinor(row, columns.Net, out var amount)) return CellCheck.Rejected(row, columns.Net, headings, check.NoAmount(row[columns.Net]));
        if (check.BearsOtherSign(row, columns.Formatted)) return CellCheck.Rejected(row, columns.Formatted, headings, Reasons.OtherCurrency);
        net = amount ?? 0;
        foreach (var status in (ReadOnlySpan<string>)["pending", "pending payment", "failed", "cancelled", "canceled", "draft", "checkout-draft", "trash"])
        {
            if (row[columns.Status].Equals(status, StringComparison.OrdinalIgnoreCase)) return CellCheck.Rejected(row, columns.Status, headings, Reasons.NeverPaid);
        }

        return null;
    }

    // “3× Speckled mug” alone is a Speckled mug; several products stay the text they are.
    private static string TitleOf(ReadOnlySpan<char> products, string number)
    {
        if (products.IsEmpty) return $"Order {number}";
        var times = products.IndexOf(Times);
        return times > 0 && products[..times].Trim().IndexOfAnyExceptInRange('0', '9') < 0 && products[(times + 1)..].IndexOf(Times) < 0 ? products[(times + 1)..].Trim().ToString() : products.ToString();
    }
}
