using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats;

/// <summary>One shape of file that we know: its headings, and what a row of it means.</summary>
internal interface IFormat
{
    /// <summary>The order of what is sold.</summary>
    const int Catalog = 0;

    /// <summary>The order of sales.</summary>
    const int Sales = 10;

    /// <summary>The order of what refers to sales: fees, payments, payouts.</summary>
    const int AfterSales = 20;

    /// <summary>Its name for programs, such as “online-retail”.</summary>
    string Key { get; }

    /// <summary>Its name for people.</summary>
    string Name { get; }

    /// <summary>The headings it cannot do without, for the sentence that says so.</summary>
    string Needs { get; }

    /// <summary>
    /// When it is read among the tables of one upload, lower first: what is sold before sales, sales before what refers to them.
    /// </summary>
    int Order => Sales;

    /// <summary>The format that the same file may be read as too, where that is for a person to say: payments as sales, or their money alone.</summary>
    string? Otherwise => null;

    /// <summary>How well these headings fit.</summary>
    FormatMatch Match(Headings headings);

    /// <summary>The columns whose dates tell the habits of the file.</summary>
    IReadOnlyList<int> DateColumns(Headings headings);

    /// <summary>The columns whose amounts tell the habits of the file.</summary>
    IReadOnlyList<int> AmountColumns(Headings headings);

    /// <summary>
    /// The column in which all rows of one order say the same, and rows of two orders do not unless both are empty; −1 where the table has none, so that
    /// every row is an order. A format that says so makes nothing but orders and their parts, which are written while the file is read.
    /// Nothing: what it makes is held until all was read.
    /// </summary>
    int? OrderColumn(Headings headings) => null;

    /// <summary>
    /// Whether what its rows make is held together, and a file of many is read in rounds: then what it opens passes over rows that the draft's
    /// <see cref="ImportDraft.Round" />, or <see cref="ImportDraft.RoundBeforeSales" />, does not hold, by what all rows of one thing say the same.
    /// </summary>
    InRounds Rounds => InRounds.Never;

    /// <summary>Whether its rounds, which come after sales, hold rows in the order of their tables, each by itself, so that a table of other rounds need not be opened.</summary>
    bool RoundsInOrder => false;

    /// <summary>Makes what understands one row after the other and adds each to the draft, as a line or as a rejection.</summary>
    Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft);
}

/// <summary>How well headings fit a format.</summary>
/// <param name="Confidence">In percent; 0 when a needed heading is missing.</param>
/// <param name="Reason">Why, in a sentence.</param>
internal readonly record struct FormatMatch(int Confidence, string Reason);
