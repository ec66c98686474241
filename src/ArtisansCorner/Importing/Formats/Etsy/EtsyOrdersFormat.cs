using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Etsy;

/// <summary>
/// Etsy's “Sold orders”: a row is an order. Its total contains the tax that Etsy collects and pays; its net is value − discount + shipping −
/// processing, and gift wrap, which has no column. Its shipping is what is left after the shipping discount.
/// </summary>
internal sealed class EtsyOrdersFormat : IFormat
{
    private const int Confidence = 98;

    public string Key => "etsy-orders";

    public string Name => "Etsy sold orders";

    public string Needs => "Sale Date, Order ID, Number of Items, Order Value and Order Total";

    public FormatMatch Match(Headings headings) => new EtsyOrdersColumns(headings).Needed.Any(column => column < 0)
        ? default : new FormatMatch(Confidence, "It has Etsy's order numbers, what each order is worth and what the buyer paid.");

    public IReadOnlyList<int> DateColumns(Headings headings) => [new EtsyOrdersColumns(headings).Date];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new EtsyOrdersColumns(headings).Value, new EtsyOrdersColumns(headings).Total];

    public InRounds Rounds => InRounds.AfterSales;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check, channel) = (new EtsyOrdersColumns(headings), new CellCheck(habits, shop), draft.ChannelOf(EtsyCells.Channel));
        return JoinedRows.Open(draft, RowSource.Orders, row => Read(row, columns, check, draft, channel, headings));
    }

    private static Understood Read(CsvRows row, EtsyOrdersColumns columns, CellCheck check, ImportDraft draft, int channel, Headings headings)
    {
        if (!draft.Round.Holds(row[columns.Order])) return Understood.OfAnotherRound;
        if (EtsyCells.WrongNumber(row, columns.Order, headings) is { } unnamed) return Understood.As(unnamed);
        if (check.RefuseMoment(row[columns.Date], out var moment) is { } undated) return Wrong(columns.Date, undated);
        if (check.IsOtherCurrency(row, columns.Currency)) return Wrong(columns.Currency, Reasons.OtherCurrency);
        if (!check.TryQuantity(row[columns.Pieces], out var pieces) || pieces < 0) return Wrong(columns.Pieces, Reasons.BadQuantity);
        ReadOnlySpan<int> at = [columns.Net, columns.Discount, columns.ShippingDiscount, columns.Value, columns.Shipping, columns.Total, columns.Processing];
        if (EtsyCells.Amounts(row, check, headings, at, out var amounts, canBeNegative: 3) is { } wrong) return Understood.As(wrong);
        var (net, discount, shippingDiscount) = (amounts[0], Math.Abs(amounts[1]), Math.Abs(amounts[2]));
        if (discount > amounts[3]) return Wrong(columns.Discount, Reasons.DiscountTooLarge);
        var number = draft.Text(row[columns.Order]);
        return new Understood(new DraftRow
        {
            Row = row.Number, Channel = channel, Source = RowSource.Orders, Number = $"order {number}", Key = number, Day = DateOnly.FromDateTime(moment.At), Amount = amounts[3],
            Told = new ToldOrder(
                pieces, amounts[3], discount, amounts[4], shippingDiscount, row[columns.Total].IsEmpty ? null : amounts[5], amounts[6], row[columns.Net].IsEmpty ? null : net,
                row[columns.Sku].IsEmpty ? null : CellCheck.Shortened(row[columns.Sku]).ToString(),
                EtsyCells.Buyer(row, columns.Buyer, columns.Name, columns.Country, columns.Region, columns.City, columns.Postcode, UserOf(row, columns))),
        });

        Understood Wrong(int column, string reason) => Understood.As(CellCheck.Rejected(row, column, headings, reason));
    }

    private static string? UserOf(CsvRows row, EtsyOrdersColumns columns) => row[columns.User] is { IsEmpty: false, Length: <= CellCheck.LongestNumber } user ? user.ToString() : null;
}
