using System.Globalization;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Formats.Accounts;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>
/// Shopify's payouts: a row is what arrived on a day, with the sums it is made of. They have no number, and Shopify pays once a day at most, so the day is it.
/// </summary>
internal sealed class ShopifyPayoutsFormat : IFormat
{
    private const string ChannelName = "Shopify";
    private const int Confidence = 98;

    public string Key => "shopify-payouts";

    public string Name => "Shopify payouts";

    public string Needs => "Payout Date, Status, Charges, Fees and Total";

    public int Order => IFormat.AfterSales;

    public FormatMatch Match(Headings headings)
    {
        var columns = new ShopifyPayoutsColumns(headings);
        return columns.Needed.Any(column => column < 0) ? default
            : new FormatMatch(Confidence, "It has a payout in each row, and its charges, refunds and fees. It brings payouts; the fees come one by one with the payment transactions' file.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [new ShopifyPayoutsColumns(headings).Date];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new ShopifyPayoutsColumns(headings).Total, new ShopifyPayoutsColumns(headings).Charges];

    /// <summary>What a payout of a day is called here.</summary>
    public static string NumberOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public InRounds Rounds => InRounds.AfterSales;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check, book, said) = (new ShopifyPayoutsColumns(headings), new CellCheck(habits, shop), new AccountBook(draft, ChannelName), new Occurrences());
        return row =>
        {
            if (!draft.Round.Holds(row[columns.Date])) return;
            if (Check(row, columns, check, headings, out var day, out var total) is { } rejection) draft.Rejections.Add(rejection);
            else if (!book.Add(row.Number, said.NumberOf(NumberOf(day)), day, total)) draft.Rejections.Add(new Rejection(row.Number, Reasons.RowTwice));
        };
    }

    private static Rejection? Check(CsvRows row, ShopifyPayoutsColumns columns, CellCheck check, Headings headings, out DateOnly day, out long total)
    {
        (day, total) = (default, 0);
        if (row.HasMoreCellsThanHeadings) return new Rejection(row.Number, Reasons.TooManyCells);
        if (!check.TryMoment(row[columns.Date], out var moment)) return CellCheck.Rejected(row, columns.Date, headings, Reasons.BadDate);
        if (check.IsOtherCurrency(row, columns.Currency)) return CellCheck.Rejected(row, columns.Currency, headings, Reasons.OtherCurrency);
        if (!row[columns.Status].Equals("paid", StringComparison.OrdinalIgnoreCase)) return CellCheck.Rejected(row, columns.Status, headings, Reasons.NotPaidOut);
        if (!check.TryMinor(row, columns.Total, out var all) || all is null) return CellCheck.Rejected(row, columns.Total, headings, check.NoAmount(row[columns.Total]));
        long sum = 0;
        foreach (var column in columns.Parts)
        {
            if (!check.TryMinor(row, column, out var part)) return CellCheck.Rejected(row, column, headings, check.NoAmount(row[column]));
            // What is taken off is written with a minus, or without one.
            sum += column == columns.Fees || column == columns.Refunds ? -Math.Abs(part ?? 0) : part ?? 0;
        }

        (day, total) = (DateOnly.FromDateTime(moment.At), all.Value);
        return sum == total ? null : CellCheck.Rejected(row, columns.Total, headings, Reasons.DoesNotAddUp);
    }
}
