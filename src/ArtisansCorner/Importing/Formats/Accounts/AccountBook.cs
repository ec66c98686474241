using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Payouts;

namespace ArtisansCorner.Importing.Formats.Accounts;

/// <summary>
/// Puts what a platform booked into a draft: each booking as entries of the account that sum to what it did to the balance,
/// what was kept as fees on the day it was kept, what went to the bank as payouts.
/// </summary>
internal sealed class AccountBook(ImportDraft draft, string channelName)
{
    private const string Processing = "processing";
    private const int LongestFeeType = 60;

    /// <summary>Whose account it is, among the draft's channels.</summary>
    public int Channel { get; } = draft.ChannelOf(channelName);

    /// <summary>Adds a booking; false, and a rejection, when it is in the file already.</summary>
    public bool Add(Booking booking)
    {
        var feeAlone = booking.Gross == 0 && booking.Fee != 0;
        var isNew = feeAlone || draft.Add(Entry(booking, booking.Number, booking.Kind, booking.Title, booking.Gross));
        if (isNew && booking.Fee != 0) isNew = draft.Add(Entry(booking, $"{booking.Number} fee", EntryKind.Fee, $"Fee: {booking.Title}", -booking.Fee)) && draft.Add(FeeOf(booking, Processing, booking.Fee));
        if (!isNew)
        {
            draft.Rejections.Add(new Rejection(booking.Row, Reasons.RowTwice));
            return false;
        }

        if (booking.Kind == EntryKind.Fee) draft.Add(FeeOf(booking, booking.Title.ToLowerInvariant(), -booking.Gross));
        if (booking.Kind == EntryKind.Payout) Add(booking.Row, booking.PayoutNumber ?? booking.Number, booking.Day, -booking.Gross, booking.BankAccount);
        return true;
    }

    /// <summary>Adds money that arrived; false when the draft has that payout already.</summary>
    public bool Add(int row, string number, DateOnly day, long amount, string? bankAccount = null) =>
        draft.Add(new DraftPayout { Row = row, Channel = Channel, Number = number, Day = day, Amount = amount, Account = bankAccount });

    private DraftEntry Entry(Booking booking, string number, EntryKind kind, string title, long net) => new()
    {
        Row = booking.Row, Channel = Channel, Number = number, Day = booking.Day, Kind = kind, Net = net, OrderNumber = booking.OrderNumber, PayoutNumber = booking.PayoutNumber,
        Title = draft.Text(CellCheck.Shortened(title)),
    };

    private DraftFee FeeOf(Booking booking, string type, long amount) => new()
    {
        Row = booking.Row, Channel = Channel, Number = booking.Number, Day = booking.Day, Amount = amount, OrderNumber = booking.OrderNumber,
        Type = draft.Text(type.AsSpan(0, Math.Min(type.Length, LongestFeeType))),
    };
}
