using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Paypal;

/// <summary>Where the columns of PayPal's activity or statement stand in a file; −1 where one is missing.</summary>
internal sealed class PaypalColumns(Headings headings)
{
    public int Date { get; } = headings.Find("Date");

    public int Time { get; } = headings.Find("Time");

    public int Clock { get; } = headings.Find("TimeZone", "Time Zone");

    public int Name { get; } = headings.Find("Name");

    public int Type { get; } = headings.Find("Type");

    public int Description { get; } = headings.Find("Description");

    public int Status { get; } = headings.Find("Status");

    public int Currency { get; } = headings.Find("Currency");

    public int Gross { get; } = headings.Find("Gross");

    public int Fee { get; } = headings.Find("Fee");

    public int Net { get; } = headings.Find("Net");

    public int Email { get; } = headings.Find("From Email Address");

    public int Number { get; } = headings.Find("Transaction ID");

    public int Reference { get; } = headings.Find("Reference Txn ID");

    public int Item { get; } = headings.Find("Item Title", "Subject");

    public int Quantity { get; } = headings.Find("Quantity");

    public int Shipping { get; } = headings.Find("Shipping and Handling Amount");

    public int Tax { get; } = headings.Find("Sales Tax");

    public int Country { get; } = headings.Find("Country");

    public int Bank { get; } = headings.Find("Bank Account");

    public int Impact { get; } = headings.Find("Balance Impact");

    /// <summary>What a row is: by its type in an activity, by its description in a statement.</summary>
    public int Kind => Type >= 0 ? Type : Description;

    /// <summary>Those that it cannot do without, beside what says what a row is.</summary>
    public int[] Needed => [Date, Currency, Gross, Fee, Net, Number];
}
