using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Formats.Accounts;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>
/// Shopify Payments' transactions: a row is one change of the balance, net = amount − fee, with the day of the payout that it is part of. Rows have no number;
/// they are told apart by when, what, how much and of which checkout.
/// </summary>
internal sealed class ShopifyPaymentsFormat : IFormat
{
    private const string ChannelName = "Shopify";
    private const int Confidence = 98;

    public string Key => "shopify-payments";

    public string Name => "Shopify Payments transactions";

    public string Needs => "Transaction Date, Type, Order, Payout Date, Amount, Fee and Net";

    public int Order => IFormat.AfterSales;

    public FormatMatch Match(Headings headings) => new ShopifyPaymentsColumns(headings).Needed.Any(column => column < 0) ? default
        : new FormatMatch(Confidence, "It has Shopify's orders with what was paid, the fee, and the payout it went with. It brings fees; sales come with the orders' file, payouts with the payouts'.");

    public IReadOnlyList<int> DateColumns(Headings headings) => [new ShopifyPaymentsColumns(headings).Date];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new ShopifyPaymentsColumns(headings).Amount, new ShopifyPaymentsColumns(headings).Net];

    public InRounds Rounds => InRounds.AfterSales;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check, book, said) = (new ShopifyPaymentsColumns(headings), new CellCheck(habits, shop), new AccountBook(draft, ChannelName), new Occurrences());
        return row =>
        {
            if (!draft.Round.Holds(row[columns.Date])) return;
            if (Read(row, columns, check, headings, said, out var rejection) is { } booking) book.Add(booking);
            else draft.Rejections.Add(rejection);
        };
    }

    private static Booking? Read(CsvRows row, ShopifyPaymentsColumns columns, CellCheck check, Headings headings, Occurrences said, out Rejection rejection)
    {
        if (Check(row, columns, check, headings, out var moment, out var gross, out var fee) is { } wrong)
        {
            rejection = wrong;
            return null;
        }

        rejection = default;
        var (type, order) = (row[columns.Type].ToString(), row[columns.Order] is { IsEmpty: false, Length: <= CellCheck.LongestNumber } named ? named.ToString() : null);
        return new Booking(
            row.Number, said.NumberOf($"{row[columns.Date]} {type} {order} {row[columns.Amount]} {row[columns.Checkout]}"),
            DateOnly.FromDateTime(moment.At), KindOf(type), TitleOf(type), gross, fee)
        {
            OrderNumber = order,
            PayoutNumber = check.TryMoment(row[columns.PayoutDate], out var payout) ? ShopifyPayoutsFormat.NumberOf(DateOnly.FromDateTime(payout.At)) : null,
        };
    }

    private static Rejection? Check(CsvRows row, ShopifyPaymentsColumns columns, CellCheck check, Headings headings, out FileMoment moment, out long gross, out long fee)
    {
        (moment, gross, fee) = (default, 0, 0);
        if (row.HasMoreCellsThanHeadings) return new Rejection(row.Number, Reasons.TooManyCells);
        if (check.RefuseMoment(row[columns.Date], out moment) is { } undated) return CellCheck.Rejected(row, columns.Date, headings, undated);
        if (check.IsOtherCurrency(row, columns.Currency)) return CellCheck.Rejected(row, columns.Currency, headings, Reasons.OtherCurrency);
        Span<long> amounts = stackalloc long[4];
        foreach (var (at, column) in (ReadOnlySpan<(int, int)>)[(0, columns.Amount), (1, columns.Fee), (2, columns.Net), (3, columns.Vat)])
        {
            if (!check.TryMinor(row, column, out var amount)) return CellCheck.Rejected(row, column, headings, check.NoAmount(row[column]));
            amounts[at] = amount ?? 0;
        }

        // In some countries the VAT on the fee stands beside it and not in it.
        (gross, fee) = (amounts[0], amounts[0] - amounts[2]);
        return fee == amounts[1] || fee == amounts[1] + amounts[3] ? null : CellCheck.Rejected(row, columns.Net, headings, Reasons.DoesNotAddUp);
    }

    private static EntryKind KindOf(string type) => type.ToLowerInvariant() switch
    {
        "charge" => EntryKind.Sale,
        "refund" or "refund_failure" or "chargeback" or "chargeback won" or "dispute" or "dispute_reversal" => EntryKind.Refund,
        "payout" or "payout_failure" => EntryKind.Payout,
        _ => EntryKind.Adjustment,
    };

    private static string TitleOf(string type) => type.Length == 0 ? "Other" : char.ToUpperInvariant(type[0]) + type[1..].Replace('_', ' ');
}
