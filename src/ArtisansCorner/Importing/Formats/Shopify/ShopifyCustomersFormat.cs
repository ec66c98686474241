using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>Shopify's customers: known by their e-mail, else by Shopify's number. What they spent is not taken over: it is the sum of their sales.</summary>
internal sealed class ShopifyCustomersFormat : IFormat
{
    private const string ChannelName = "Shopify";
    private const int LongestName = 200;
    private const int LongestPlace = 100;
    private const int LongestPostcode = 20;
    private const int LongestEmail = 320;
    private const int Confidence = 98;

    public string Key => "shopify-customers";

    public string Name => "Shopify customers";

    public string Needs => "First Name, Last Name, Email and Total Orders";

    public int Order => IFormat.Catalog;

    public FormatMatch Match(Headings headings) => headings.Find("First Name") < 0 || headings.Find("Last Name") < 0 || headings.Find("Email") < 0 || headings.Find("Total Orders") < 0 ? default
        : new FormatMatch(Confidence, "It has names, e-mail and Shopify's total of orders in each row.");

    public IReadOnlyList<int> DateColumns(Headings headings) => [];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [headings.Find("Total Spent")];

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (channel, seen) = (draft.ChannelOf(ChannelName), new HashSet<int>());
        return row => Read(row, headings, draft, channel, seen);
    }

    private static void Read(CsvRows row, Headings headings, ImportDraft draft, int channel, HashSet<int> seen)
    {
        int email = headings.Find("Email"), number = headings.Find("Customer ID");
        if (Check(row, headings, email, number) is { } wrong)
        {
            draft.Rejections.Add(wrong);
            return;
        }

        var at = row[email].IsEmpty ? draft.CustomerOf(channel, row[number].ToString()) : draft.CustomerByEmail(channel, row[email].ToString());
        if (!seen.Add(at))
        {
            draft.Rejections.Add(new Rejection(row.Number, Reasons.RowTwice));
            return;
        }

        var customer = draft.Customers[at];
        customer.IsWanted = true;
        customer.Name ??= Cell($"{row[headings.Find("First Name")]} {row[headings.Find("Last Name")]}".Trim(), LongestName);
        customer.City ??= Cell(row[headings.Find("Default Address City")], LongestPlace);
        customer.Region ??= Cell(row[headings.Find("Default Address Province Code")], LongestPlace);
        customer.Country ??= Cell(row[headings.Find("Default Address Country Code")], LongestPlace);
        customer.Postcode ??= Cell(row[headings.Find("Default Address Zip")], LongestPostcode);
    }

    private static Rejection? Check(CsvRows row, Headings headings, int email, int number) =>
        row.HasMoreCellsThanHeadings ? new Rejection(row.Number, Reasons.TooManyCells)
        : row[email].IsEmpty && row[number].IsEmpty ? CellCheck.Rejected(row, email, headings, Reasons.NobodyNamed)
        : row[email].Length > LongestEmail ? CellCheck.Rejected(row, email, headings, Reasons.TooLong)
        : !row[email].IsEmpty && !row[email].Contains('@') ? CellCheck.Rejected(row, email, headings, Reasons.BadEmail)
        : row[number].Length > CellCheck.LongestNumber ? CellCheck.Rejected(row, number, headings, Reasons.TooLong) : null;

    private static string? Cell(ReadOnlySpan<char> cell, int longest) => cell.IsEmpty ? null : cell.ToString().UpTo(longest);
}
