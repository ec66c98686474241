using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Formats.Accounts;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats.Square;

/// <summary>Understands the rows of Square's transactions, one after the other.</summary>
internal sealed class SquareTransactionsRows(Headings headings, SquareTransactionsColumns columns, CellCheck check, ShopZone zone, ImportDraft draft)
{
    private const string ChannelName = "Square";
    private readonly AccountBook book = new(draft, ChannelName);
    private readonly RowsSeen seen = draft.Shared<RowsSeen>();

    /// <summary>Adds what the row tells beside what was sold, or says why it does not go in.</summary>
    public void Read(CsvRows row)
    {
        if (!draft.Round.Holds(row[columns.Transaction])) return;
        var wrong = Check(row, out var moment);
        if (wrong is null && !seen.Add(book.Channel, $"{row[columns.Transaction]} {row[columns.Payment]} {row[columns.Event]}")) wrong = new Rejection(row.Number, Reasons.RowTwice);
        if (wrong is { } rejection)
        {
            draft.Rejections.Add(rejection);
            return;
        }

        // Coins, checks and gift cards that were spent are not in what Square pays out.
        var (through, fee) = (Amount(row, columns.Collected) - Amount(row, columns.Cash) - Amount(row, columns.GiftCardPaid) - Amount(row, columns.Other), -Amount(row, columns.Fees));
        var given = GiveBack(row, moment);
        if (through != 0 || fee != 0) Book(row, moment, through, fee);
        else if (!given) draft.Rejections.Add(CellCheck.Rejected(row, columns.Collected, headings, Reasons.NotThroughAccount));
    }

    // Goods that came back are rows of the items' file; an amount given back without goods stands here alone.
    private bool GiveBack(CsvRows row, FileMoment moment)
    {
        if (Amount(row, columns.Refunded) is not (not 0 and var amount)) return false;
        var transaction = row[columns.Transaction].ToString();
        new PaidSales(draft, book.Channel).GiveBack(row.Number, SquareItemsFormat.RefundNumber(transaction, moment), moment, null, "Amount given back", Math.Abs(amount)).FormerNumber = transaction;
        return true;
    }

    private void Book(CsvRows row, FileMoment moment, long through, long fee)
    {
        var (transaction, isRefund) = (row[columns.Transaction].ToString(), row[columns.Event].Equals("Refund", StringComparison.OrdinalIgnoreCase));
        var number = columns.Payment < 0 || row[columns.Payment].IsEmpty ? $"{transaction} {row[columns.Event]}".TrimEnd() : $"{transaction} {row[columns.Payment]}";
        var (tip, cards) = (Amount(row, columns.Tip), Amount(row, columns.GiftCards));
        // Paid in several ways, the file does not say which of them the tip was in.
        if (Math.Abs(tip + cards) > Math.Abs(through)) (tip, cards) = (0, 0);
        var booking = new Booking(row.Number, number, DateOnly.FromDateTime(moment.At), isRefund ? EntryKind.Refund : EntryKind.Sale, isRefund ? "Refund" : "Payment", through - tip - cards, fee)
        {
            OrderNumber = transaction,
            PayoutNumber = row[columns.Deposit] is { IsEmpty: false, Length: <= CellCheck.LongestNumber } deposit ? draft.Text(deposit) : null,
        };
        book.Add(booking);
        if (tip != 0) book.Add(booking with { Number = $"{number} tip", Kind = EntryKind.Adjustment, Title = "Tip", Gross = tip, Fee = 0 });
        if (cards != 0) book.Add(booking with { Number = $"{number} gift card", Kind = EntryKind.Adjustment, Title = "Gift card sold", Gross = cards, Fee = 0 });
    }

    private Rejection? Check(CsvRows row, out FileMoment moment)
    {
        moment = default;
        if (row.HasMoreCellsThanHeadings) return new Rejection(row.Number, Reasons.TooManyCells);
        if (row[columns.Transaction].IsEmpty) return Wrong(row, columns.Transaction, Reasons.NoNumber);
        if (row[columns.Transaction].Length + row[columns.Payment].Length > CellCheck.LongestNumber) return Wrong(row, columns.Transaction, Reasons.TooLong);
        if (check.RefuseMoment(row[columns.Date], row[columns.Time], out moment) is { } undated) return Wrong(row, columns.Date, undated);
        moment = ClockNames.OnShopClock(moment, row[columns.Clock], zone);
        foreach (var column in columns.Amounts)
        {
            if (!check.TryMinor(row, column, out _)) return Wrong(row, column, check.NoAmount(row[column]));
        }

        var difference = Amount(row, columns.Net) - Amount(row, columns.Collected) - Amount(row, columns.Fees);
        return difference == 0 || difference == Amount(row, columns.ThirdParty) ? null : Wrong(row, columns.Net, Reasons.DoesNotAddUp);
    }

    private long Amount(CsvRows row, int column) => check.TryMinor(row, column, out var amount) ? amount ?? 0 : 0;

    private Rejection Wrong(CsvRows row, int column, string reason) => CellCheck.Rejected(row, column, headings, reason);
}
