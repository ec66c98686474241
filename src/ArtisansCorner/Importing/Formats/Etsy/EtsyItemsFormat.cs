using System.Net;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Etsy;

/// <summary>
/// Etsy's “Sold order items”: a row is one thing of an order. Shipping and sales tax of the order stand on each of its rows and count once;
/// the tax is collected and paid by Etsy, so it is never the shop's income.
/// </summary>
internal sealed class EtsyItemsFormat : IFormat
{
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

    public InRounds Rounds => InRounds.AfterSales;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check, channel, shippings) = (new EtsyItemsColumns(headings), new CellCheck(habits, shop), draft.ChannelOf(EtsyCells.Channel), new Dictionary<string, long>(StringComparer.Ordinal));
        return JoinedRows.Open(draft, RowSource.Items, row => Read(row, columns, check, draft, channel, headings, shippings));
    }

    private static Understood Read(CsvRows row, EtsyItemsColumns columns, CellCheck check, ImportDraft draft, int channel, Headings headings, Dictionary<string, long> shippings)
    {
        if (!draft.Round.Holds(row[columns.Order])) return Understood.OfAnotherRound;
        var number = draft.Text(row[columns.Order]);
        if ((Titles.Wrong(row, headings, columns.Order, columns.Sku, columns.Item) ?? EtsyCells.WrongNumber(row, columns.Transaction, headings)) is { } unnamed) return Understood.As(unnamed, number);
        if (Check(row, columns, check, headings, out var item, out var moment) is { } rejection) return Understood.As(rejection, number);
        // What belongs to the whole order stands on each of its rows.
        if (!shippings.TryAdd(number, item.Shipping) && shippings[number] != item.Shipping) return Understood.As(CellCheck.Rejected(row, columns.Shipping, headings, Reasons.Contradicts), number);
        return new Understood(new DraftRow
        {
            Row = row.Number, Channel = channel, Source = RowSource.Items, Number = $"item {row[columns.Transaction]}", Key = number, Day = DateOnly.FromDateTime(moment.At), Amount = item.Gross, Told = item,
        });
    }

    private static Rejection? Check(CsvRows row, EtsyItemsColumns columns, CellCheck check, Headings headings, out ToldItem item, out FileMoment moment)
    {
        item = default!;
        if (check.RefuseMoment(row[columns.Date], out moment) is { } undated) return CellCheck.Rejected(row, columns.Date, headings, undated);
        if (check.IsOtherCurrency(row, columns.Currency)) return CellCheck.Rejected(row, columns.Currency, headings, Reasons.OtherCurrency);
        if (!check.TryQuantity(row[columns.Quantity], out var quantity) || quantity <= 0) return CellCheck.Rejected(row, columns.Quantity, headings, Reasons.BadQuantity);
        if (!check.TryAmount(row[columns.Price], out var price) || price < 0 || check.Gross(quantity, price) is not { } gross) return CellCheck.Rejected(row, columns.Price, headings, check.NoAmount(row[columns.Price]));
        int[] at = [columns.Discount, columns.InPerson, columns.Shipping, columns.SalesTax, columns.Vat];
        if (EtsyCells.Amounts(row, check, headings, at, out var amounts, canBeNegative: 2) is { } wrong) return wrong;
        var discount = Math.Abs(amounts[0]) + Math.Abs(amounts[1]);
        if (discount > gross) return CellCheck.Rejected(row, columns.Discount, headings, Reasons.DiscountTooLarge);
        item = new ToldItem(
            row[columns.Sku].IsEmpty ? null : row[columns.Sku].ToString(), TitleOf(row, columns), quantity, check.Minor(price) ?? 0, gross, discount, amounts[2], amounts[3], amounts[4],
            EtsyCells.Buyer(row, columns.Buyer, columns.ShipName, columns.Country, columns.Region, columns.City, columns.Postcode));
        return null;
    }

    private static string TitleOf(CsvRows row, EtsyItemsColumns columns)
    {
        var title = row[columns.Item];
        var chosen = row[columns.Variations];
        var whole = WebUtility.HtmlDecode(chosen.IsEmpty ? title.ToString() : $"{title}, {chosen}");
        return CellCheck.Shortened(whole).ToString();
    }
}
