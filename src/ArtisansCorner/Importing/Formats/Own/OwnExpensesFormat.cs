using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>Our own format of expenses, documented in docs/user-guide/templates.md: one row for each.</summary>
internal sealed class OwnExpensesFormat : IMappable
{
    public string Key => "expenses";

    public string Name => "Expenses in our own format";

    public string Things => "something that you spent";

    public IReadOnlyList<MapField> Fields => OwnExpensesFields.All;

    public string Needs => "date, amount and category";

    public int Order => IFormat.AfterSales;

    public InRounds Rounds => InRounds.AfterSales;

    public FormatMatch Match(Headings headings)
    {
        var columns = new OwnExpensesColumns(headings);
        if (columns.Date < 0 || columns.Amount < 0) return default;
        // What counts pieces or has a price of one is sold or bought, and money of which is not said what for may be anything.
        if (!((IMappable)this).IsSaidOf(headings) && (columns.Category < 0 || headings.Find("quantity", "qty", "sku", "code", "unit price", "unit cost", "price") >= 0)) return default;
        var named = headings.Names.Count(name => !string.IsNullOrWhiteSpace(name));
        return new FormatMatch(Math.Min(96, 100 * columns.Count / Math.Max(1, named)), $"{columns.Count} of its {named} columns are columns of our format of expenses.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [new OwnExpensesColumns(headings).Date];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new OwnExpensesColumns(headings).Amount, new OwnExpensesColumns(headings).Tax];

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var rows = new OwnExpensesRows(headings, new OwnExpensesColumns(headings), new CellCheck(habits, shop), draft);
        draft.AtEnd.Add(rows.End);
        return rows.Read;
    }
}

/// <summary>Where the columns of our own format of expenses stand in a file; −1 where one is missing.</summary>
internal sealed class OwnExpensesColumns(Headings headings)
{
    /// <summary>The headings of the template, in its order.</summary>
    public static readonly IReadOnlyList<string> Template = ["date", "payee", "category", "amount", "tax", "number", "note"];

    public int Date { get; } = headings.Find("date", "day", "paid on", "expense date");

    public int Payee { get; } = headings.Find("payee", "paid to", "vendor", "supplier", "merchant");

    public int Category { get; } = headings.Find("category", "what for", "expense category");

    public int Amount { get; } = headings.Find("amount", "amount paid", "total");

    public int Tax { get; } = headings.Find("tax", "vat", "tax in it");

    public int Number { get; } = headings.Find("number", "receipt", "receipt number", "invoice number");

    public int Note { get; } = headings.Find("note", "notes", "comment");

    public int Currency { get; } = OwnCurrency.In(headings);

    /// <summary>How many of ours the file has.</summary>
    public int Count => new[] { Date, Payee, Category, Amount, Tax, Number, Note, Currency }.Count(column => column >= 0);
}
