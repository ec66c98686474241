using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Formats.Accounts;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats.Stripe;

/// <summary>Understands the rows of Stripe's itemized reports, one after the other.</summary>
internal sealed class StripeRows(Headings headings, StripeColumns columns, CellCheck check, ShopZone zone, ImportDraft draft, bool withSales)
{
    private const string ChannelName = "Stripe";
    private const string Utc = "UTC";
    private readonly AccountBook book = new(draft, ChannelName);
    private readonly Dictionary<string, Gathered> payouts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateOnly> arrivals = new(StringComparer.Ordinal);

    /// <summary>Adds the row to the draft, or says why not.</summary>
    public void Read(CsvRows row)
    {
        if (!draft.Round.Holds(RoundOf(row))) return;
        if (Check(row, out var moment, out var gross, out var fee) is { } rejection)
        {
            draft.Rejections.Add(rejection);
            return;
        }

        var category = row[columns.Category].ToString().ToLowerInvariant();
        var kind = StripeCategories.KindOf(category);
        var source = row[columns.Source] is { IsEmpty: false, Length: <= CellCheck.LongestNumber } named ? named.ToString() : row[columns.Number].ToString();
        var booking = new Booking(row.Number, row[columns.Number].ToString(), DateOnly.FromDateTime(moment.At), kind, TitleOf(row, category, kind), gross, fee)
        {
            OrderNumber = kind is EntryKind.Sale or EntryKind.Refund ? source : null,
            PayoutNumber = kind == EntryKind.Payout ? category == StripeCategories.Payout ? source : $"{source} reversal"
                : row[columns.Payout] is { IsEmpty: false, Length: <= CellCheck.LongestNumber } payout ? draft.Text(payout) : null,
        };
        if (!book.Add(booking)) return;
        if (booking.PayoutNumber is { } part) Gather(row, part, kind, gross - fee, moment);
        if (withSales) Sell(booking, moment, source);
    }

    /// <summary>
    /// A report of payouts has no row for the payout itself, but all of what it is made of; a report of the balance names no payouts.
    /// So where rows name a payout, their sum is what arrived; and where they say when it arrives, that is its day whichever report tells of it first.
    /// </summary>
    public void End()
    {
        foreach (var (number, payout) in payouts) book.Add(payout.Row, number, payout.Day, payout.Sum);
        foreach (var payout in draft.Of<DraftPayout>().Where(payout => payout.Channel == book.Channel)) payout.Day = arrivals.GetValueOrDefault(payout.Number, payout.Day);
    }

    // All that a payout is made of comes in one round, and the payout with it.
    private ReadOnlySpan<char> RoundOf(CsvRows row) =>
        !row[columns.Payout].IsEmpty ? row[columns.Payout] : row[columns.Category].Equals(StripeCategories.Payout, StringComparison.OrdinalIgnoreCase) ? row[columns.Source] : row[columns.Number];

    private Rejection? Check(CsvRows row, out FileMoment moment, out long gross, out long fee)
    {
        (moment, gross, fee) = (default, 0, 0);
        if (row.HasMoreCellsThanHeadings) return new Rejection(row.Number, Reasons.TooManyCells);
        if (row[columns.Number].IsEmpty) return Wrong(row, columns.Number, Reasons.NoNumber);
        if (row[columns.Number].Length > CellCheck.LongestNumber) return Wrong(row, columns.Number, Reasons.TooLong);
        if (check.RefuseMoment(row[columns.Created], out moment) is { } undated) return Wrong(row, columns.Created, undated);
        if (columns.CreatedUtc >= 0) moment = ClockNames.OnShopClock(moment, Utc, zone);
        if (check.IsOtherCurrency(row, columns.Currency)) return Wrong(row, columns.Currency, Reasons.OtherCurrency);
        if (!check.TryMinor(row, columns.Gross, out var before)) return Wrong(row, columns.Gross, check.NoAmount(row[columns.Gross]));
        if (!check.TryMinor(row, columns.Fee, out var kept)) return Wrong(row, columns.Fee, check.NoAmount(row[columns.Fee]));
        if (!check.TryMinor(row, columns.Net, out var left)) return Wrong(row, columns.Net, check.NoAmount(row[columns.Net]));
        (gross, fee) = (before ?? 0, kept ?? 0);
        return gross - fee == (left ?? 0) ? null : Wrong(row, columns.Net, Reasons.DoesNotAddUp);
    }

    // A description of a payment may name the buyer; that of a fee says what it is for.
    private string TitleOf(CsvRows row, string category, EntryKind kind) =>
        kind is EntryKind.Fee or EntryKind.Tax && !row[columns.Description].IsEmpty ? row[columns.Description].ToString() : StripeCategories.TitleOf(category);

    private void Gather(CsvRows row, string number, EntryKind kind, long net, FileMoment created)
    {
        if (check.TryMoment(row[columns.PayoutAt], out var at)) arrivals.TryAdd(number, DateOnly.FromDateTime(ClockNames.OnShopClock(at, Utc, zone).At));
        if (kind == EntryKind.Payout) return;
        if (!payouts.TryGetValue(number, out var sum)) payouts[number] = sum = new Gathered(row.Number, DateOnly.FromDateTime(created.At));
        sum.Sum += net;
    }

    private void Sell(Booking booking, FileMoment moment, string source)
    {
        var sales = new PaidSales(draft, book.Channel);
        if (booking.Kind == EntryKind.Sale && booking.Gross > 0) sales.Sell(booking.Row, source, moment, "Stripe payment", 1, booking.Gross, 0, 0);
        else if (booking is { Kind: EntryKind.Refund, Gross: < 0 }) sales.GiveBack(booking.Row, booking.Number, moment, null, booking.Title, -booking.Gross);
    }

    private Rejection Wrong(CsvRows row, int column, string reason) => CellCheck.Rejected(row, column, headings, reason);

    private sealed class Gathered(int row, DateOnly day)
    {
        public int Row => row;

        public DateOnly Day => day;

        public long Sum { get; set; }
    }
}
