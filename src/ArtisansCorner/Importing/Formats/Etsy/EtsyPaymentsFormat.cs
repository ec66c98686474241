using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Joining;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Etsy;

/// <summary>
/// Etsy's “Etsy Payments sales” (direct checkout payments): a row is a payment, without the tax that Etsy collects. What was given back is one
/// amount without a day, so it counts on the last day that the file knows, until a statement tells the day.
/// </summary>
internal sealed class EtsyPaymentsFormat : IFormat
{
    private const int Confidence = 98;

    public string Key => "etsy-payments";

    public string Name => "Etsy payments";

    public string Needs => "Payment ID, Order ID, Gross Amount, Fees and Order Date";

    public FormatMatch Match(Headings headings) => Needed(headings).Any(column => column < 0)
        ? default : new FormatMatch(Confidence, "It has Etsy's payment and order numbers, what came in and what it cost.");

    public IReadOnlyList<int> DateColumns(Headings headings) => [headings.Find("Order Date"), headings.Find("Funds Available")];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [headings.Find("Gross Amount"), headings.Find("Fees")];

    public InRounds Rounds => InRounds.AfterSales;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check, channel, read, asOf) = (Needed(headings), new CellCheck(habits, shop), draft.ChannelOf(EtsyCells.Channel), new List<DraftRow>(), DateOnly.MinValue);
        var funds = headings.Find("Funds Available");
        draft.AtEnd.Add(() => read.ForEach(row => row.Told = (ToldPayment)row.Told with { AsOf = asOf }));
        return JoinedRows.Open(draft, RowSource.Payments, Read);

        Understood Read(CsvRows row)
        {
            var (payment, order, date) = (columns[0], columns[1], columns[4]);
            // The last day is that of all rows, whichever round holds them.
            var undated = check.RefuseMoment(row[date], out var moment);
            var day = DateOnly.FromDateTime(moment.At);
            if (undated is null && LastOf(row, day) is var last && last > asOf) asOf = last;
            if (!draft.Round.Holds(row[order])) return Understood.OfAnotherRound;
            if ((EtsyCells.WrongNumber(row, payment, headings) ?? EtsyCells.WrongNumber(row, order, headings)) is { } unnamed) return Understood.As(unnamed);
            if (undated is not null) return Understood.As(CellCheck.Rejected(row, date, headings, undated));
            if (check.IsOtherCurrency(row, headings.Find("Currency"))) return Understood.As(CellCheck.Rejected(row, headings.Find("Currency"), headings, Reasons.OtherCurrency));
            if (EtsyCells.Amounts(row, check, headings, [headings.Find("Refund Amount"), columns[3], columns[2]], out var amounts, canBeNegative: 2) is { } wrong) return Understood.As(wrong);
            var user = row[headings.Find("Buyer Username")] is { IsEmpty: false, Length: <= CellCheck.LongestNumber } name ? name.ToString() : null;
            var made = new DraftRow
            {
                Row = row.Number, Channel = channel, Source = RowSource.Payments, Number = $"payment {row[payment]}", Key = draft.Text(row[order]), Day = day, Amount = amounts[2],
                Told = new ToldPayment(amounts[2], Math.Abs(amounts[1]), Math.Abs(amounts[0]), day, EtsyCells.Buyer(row, headings.Find("Buyer"), headings.Find("Buyer Name"), -1, -1, -1, -1, user)),
            };
            read.Add(made);
            return new Understood(made);
        }

        DateOnly LastOf(CsvRows row, DateOnly day) => check.TryMoment(row[funds], out var free) && DateOnly.FromDateTime(free.At) > day ? DateOnly.FromDateTime(free.At) : day;
    }

    private static int[] Needed(Headings headings) => [headings.Find("Payment ID"), headings.Find("Order ID"), headings.Find("Gross Amount"), headings.Find("Fees"), headings.Find("Order Date")];
}
