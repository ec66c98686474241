using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>
/// Our own format of purchases, documented in docs/user-guide/templates.md: one row for each thing that was bought. Rows of one supplier and number,
/// or of one supplier and day where there is no number, are one purchase.
/// </summary>
internal sealed class OwnPurchasesFormat : IMappable
{
    public string Key => "purchases";

    public string Name => "Purchases in our own format";

    public string Things => "something that you bought";

    public IReadOnlyList<MapField> Fields => OwnPurchasesFields.All;

    public string Needs => "date, code, quantity, and unit cost or cost";

    // What is bought may stand in the same upload, as may what was sold of it.
    public int Order => IFormat.AfterSales;

    public InRounds Rounds => InRounds.AfterSales;

    public FormatMatch Match(Headings headings)
    {
        var columns = new OwnPurchasesColumns(headings);
        if (columns.Date < 0 || columns.Code < 0 || columns.Quantity < 0 || (columns.UnitCost < 0 && columns.Cost < 0)) return default;
        var named = headings.Names.Count(name => !string.IsNullOrWhiteSpace(name));
        return new FormatMatch(Math.Min(97, 100 * columns.Count / Math.Max(1, named)), $"{columns.Count} of its {named} columns are columns of our format of purchases.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [new OwnPurchasesColumns(headings).Date, new OwnPurchasesColumns(headings).Arrived];

    public IReadOnlyList<int> AmountColumns(Headings headings) => new OwnPurchasesColumns(headings).Amounts;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var rows = new OwnPurchasesRows(headings, new OwnPurchasesColumns(headings), new CellCheck(habits, shop), draft);
        draft.AtEnd.Add(rows.End);
        return rows.Read;
    }
}

/// <summary>Where the columns of our own format of purchases stand in a file; −1 where one is missing.</summary>
internal sealed class OwnPurchasesColumns(Headings headings)
{
    /// <summary>The headings of the template, in its order.</summary>
    public static readonly IReadOnlyList<string> Template = ["supplier", "number", "date", "code", "quantity", "unit", "unit cost", "cost", "freight", "tax", "discount", "arrived", "note"];

    public int Supplier { get; } = headings.Find("supplier", "vendor", "bought from");

    public int Number { get; } = headings.Find("number", "order number", "invoice number", "reference", "their number");

    public int Date { get; } = headings.Find("date", "order date", "purchase date", "ordered", "day");

    public int Code { get; } = headings.Find("code", "sku", "material code", "item code", "product code");

    public int Quantity { get; } = headings.Find("quantity", "qty");

    public int Unit { get; } = headings.Find("unit", "uom", "unit of measure");

    public int UnitCost { get; } = headings.Find("unit cost", "cost each", "cost per unit");

    public int Cost { get; } = headings.Find("cost", "line cost", "total cost");

    public int Freight { get; } = headings.Find("freight", "carriage", "delivery", "shipping", "postage");

    public int Tax { get; } = headings.Find("tax", "vat", "sales tax");

    public int Discount { get; } = headings.Find("discount");

    public int Arrived { get; } = headings.Find("arrived", "received", "arrival date");

    public int Note { get; } = headings.Find("note", "notes", "comment");

    public int Currency { get; } = OwnCurrency.In(headings);

    /// <summary>The columns with amounts or quantities.</summary>
    public int[] Amounts => [UnitCost, Cost, Freight, Tax, Discount, Quantity];

    /// <summary>How many of ours the file has.</summary>
    public int Count => new[] { Supplier, Number, Date, Code, Quantity, Unit, UnitCost, Cost, Freight, Tax, Discount, Arrived, Note, Currency }.Count(column => column >= 0);
}
