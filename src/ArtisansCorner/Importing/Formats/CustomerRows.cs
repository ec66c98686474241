using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Importing.Formats;

/// <summary>Where the columns of a file of customers stand; −1 where one is missing.</summary>
/// <param name="Email">Their e-mail.</param>
/// <param name="Number">Who they are to the channel.</param>
/// <param name="Names">Their name, in one column or several.</param>
/// <param name="City">Their town.</param>
/// <param name="Region">Their state, county or province.</param>
/// <param name="Country">Their country.</param>
/// <param name="Postcode">Their postcode.</param>
internal sealed record CustomerColumns(int Email, int Number, int[] Names, int City, int Region, int Country, int Postcode);

/// <summary>Understands the rows of a file of customers, one after the other: known by their e-mail, else by the channel's number.</summary>
internal sealed class CustomerRows(Headings headings, CustomerColumns columns, ImportDraft draft, string channelName)
{
    private const int LongestName = 200;
    private const int LongestPlace = 100;
    private const int LongestPostcode = 20;
    private const int LongestEmail = 320;
    private readonly int channel = draft.ChannelOf(channelName);
    private readonly HashSet<DraftCustomer> seen = [];

    /// <summary>Adds the row to the draft, or rejects it.</summary>
    public void Read(CsvRows row)
    {
        var email = Mailbox.AddressIn(row[columns.Email]);
        if (!draft.RoundBeforeSales.Holds(email.IsEmpty ? row[columns.Number] : Customer.EmailKeyOf(email.ToString()))) return;
        if (Check(row) is { } wrong)
        {
            draft.Rejections.Add(wrong);
            return;
        }

        var customer = email.IsEmpty ? draft.CustomerOf(channel, row[columns.Number].ToString()) : draft.CustomerByEmail(channel, email.ToString());
        if (!seen.Add(customer))
        {
            draft.Rejections.Add(new Rejection(row.Number, Reasons.RowTwice));
            return;
        }

        draft.Wanted.Add(customer);
        List<string> names = [];
        foreach (var column in columns.Names) names.Add(row[column].ToString());
        customer.Name ??= Cell(string.Join(' ', names).Trim(), LongestName) ?? Cell(Mailbox.NameIn(row[columns.Email]), LongestName);
        customer.City ??= Cell(row[columns.City], LongestPlace);
        customer.Region ??= Cell(row[columns.Region], LongestPlace);
        customer.Country ??= Cell(row[columns.Country], LongestPlace);
        customer.Postcode ??= Cell(row[columns.Postcode], LongestPostcode);
    }

    private Rejection? Check(CsvRows row) =>
        row.HasMoreCellsThanHeadings ? new Rejection(row.Number, Reasons.TooManyCells)
        : row[columns.Email].IsEmpty && row[columns.Number].IsEmpty ? CellCheck.Rejected(row, columns.Email, headings, Reasons.NobodyNamed)
        : row[columns.Email].Length > LongestEmail ? CellCheck.Rejected(row, columns.Email, headings, Reasons.TooLong)
        : !row[columns.Email].IsEmpty && !row[columns.Email].Contains('@') ? CellCheck.Rejected(row, columns.Email, headings, Reasons.BadEmail)
        : CellCheck.RefuseTexts(row, headings, [(columns.Number, CellCheck.LongestNumber), .. columns.Names.Select(name => (name, int.MaxValue)), (columns.City, int.MaxValue), (columns.Region, int.MaxValue), (columns.Country, int.MaxValue), (columns.Postcode, int.MaxValue)]);

    private static string? Cell(ReadOnlySpan<char> cell, int longest) => cell.IsEmpty ? null : cell.ToString().UpTo(longest);
}
