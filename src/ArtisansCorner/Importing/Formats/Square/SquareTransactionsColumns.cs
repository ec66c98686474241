using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Square;

/// <summary>Where the columns of Square's transactions stand in a file, of which there are 41, 44 or 55; −1 where one is missing.</summary>
internal sealed class SquareTransactionsColumns(Headings headings)
{
    public int Date { get; } = headings.Find("Date");

    public int Time { get; } = headings.Find("Time");

    public int Clock { get; } = headings.Find("Time Zone");

    public int GiftCards { get; } = headings.Find("Gift Card Sales");

    public int Tip { get; } = headings.Find("Tip");

    public int Refunded { get; } = headings.Find("Partial Refunds");

    public int Collected { get; } = headings.Find("Total Collected");

    public int Cash { get; } = headings.Find("Cash");

    public int GiftCardPaid { get; } = headings.Find("Square Gift Card");

    public int Other { get; } = headings.Find("Other Tender");

    public int Fees { get; } = headings.Find("Fees");

    public int Net { get; } = headings.Find("Net Total");

    public int Transaction { get; } = headings.Find("Transaction ID");

    public int Payment { get; } = headings.Find("Payment ID");

    public int Event { get; } = headings.Find("Event Type");

    public int Deposit { get; } = headings.Find("Deposit ID");

    public int ThirdParty { get; } = headings.Find("Third Party Fees");

    /// <summary>Those that it cannot do without.</summary>
    public int[] Needed => [Date, Collected, Fees, Net, Transaction];

    /// <summary>Those with amounts that are read.</summary>
    public int[] Amounts => [Collected, Cash, GiftCardPaid, Other, Fees, Net, Tip, GiftCards, Refunded, ThirdParty];
}
