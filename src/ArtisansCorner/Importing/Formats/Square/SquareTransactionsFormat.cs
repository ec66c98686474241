using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Square;

/// <summary>
/// Square's transactions: a row is one payment or refund, net total = total collected + fees, which are below zero. What was sold, its discounts and its tax
/// stand in the items' file under the same transaction, and are left to it: the two come in any order and nothing is here twice.
/// </summary>
internal sealed class SquareTransactionsFormat : IFormat
{
    private const int Confidence = 97;

    public string Key => "square-transactions";

    public string Name => "Square transactions";

    public string Needs => "Date, Total Collected, Fees, Net Total and Transaction ID";

    public int Order => IFormat.AfterSales;

    public FormatMatch Match(Headings headings) => new SquareTransactionsColumns(headings).Needed.Any(column => column < 0) ? default
        : new FormatMatch(Confidence, "It has Square's transaction number, what was collected, the fee and the net in each row. It brings fees, tips and amounts given back; what was sold comes with the items' file.");

    public IReadOnlyList<int> DateColumns(Headings headings) => [new SquareTransactionsColumns(headings).Date];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new SquareTransactionsColumns(headings).Collected, new SquareTransactionsColumns(headings).Net];

    public InRounds Rounds => InRounds.AfterSales;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft) =>
        new SquareTransactionsRows(headings, new SquareTransactionsColumns(headings), new CellCheck(habits, shop), shop.Zone, draft).Read;
}
