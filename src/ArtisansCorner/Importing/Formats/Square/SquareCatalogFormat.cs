using ArtisansCorner.Catalog;
using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Square;

/// <summary>
/// Square's catalog: a row is a variation, rows of one item belong together. What lies in each of Square's places is added up, for the file
/// has a column for each; “variable” is a price that is asked at the till.
/// </summary>
internal sealed class SquareCatalogFormat : IFormat
{
    private const string OnlyOne = "Regular";
    private const int Confidence = 98;

    public string Key => "square-catalog";

    public string Name => "Square catalog";

    public string Needs => "Token, Item Name, Variation Name and Price";

    public int Order => IFormat.Catalog;

    public InRounds Rounds => InRounds.BeforeSales;

    public FormatMatch Match(Headings headings)
    {
        var columns = new SquareCatalogColumns(headings);
        return columns.Token < 0 || columns.Item < 0 || columns.Variation < 0 || columns.Price < 0 ? default
            : new FormatMatch(Confidence, "It has Square's token, an item, its variation and its price in each row.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new SquareCatalogColumns(headings).Price, new SquareCatalogColumns(headings).Cost];

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check, items) = (new SquareCatalogColumns(headings), new CellCheck(habits, shop), new DraftItems(draft));
        draft.AtEnd.Add(() => LeaveOutOnlyNames(draft));
        return row => Read(row, columns, check, headings, items, draft);
    }

    private static void Read(CsvRows row, SquareCatalogColumns columns, CellCheck check, Headings headings, DraftItems items, ImportDraft draft)
    {
        var cells = new ItemCells(headings, check, row);
        var name = cells.Text(columns.Item);
        var key = row[columns.Handle].IsEmpty ? name : row[columns.Handle].ToString();
        if (!items.Holds(key)) return;
        if (name.Length == 0) cells.Reject(columns.Item, Reasons.NoName);
        var variant = new DraftVariant
        {
            Title = cells.Text(columns.Variation), Sku = cells.Sku(columns.Sku), Barcode = cells.Barcode(columns.Gtin), UnitCost = cells.Amount(columns.Cost),
            Price = row[columns.Price].Equals("variable", StringComparison.OrdinalIgnoreCase) ? null : cells.Amount(columns.Price),
            Quantity = Sum(columns.Quantities.Select(cells.Pieces)), Threshold = ThresholdOf(row, columns, cells),
        };
        if (cells.Wrong is { } wrong)
        {
            draft.Rejections.Add(wrong);
            return;
        }

        var item = items.Of(key, row.Number, name);
        item.Description ??= PlainText.Of(row[columns.Description]);
        item.Category ??= DraftItems.Category(cells.Text(columns.Category));
        item.Status = row[columns.Archived].Equals("Y", StringComparison.OrdinalIgnoreCase) ? ProductStatus.Retired : null;
        if (items.Add(item, variant) is { } reason) draft.Rejections.Add(CellCheck.Rejected(row, columns.Sku, headings, reason));
    }

    private static long? ThresholdOf(CsvRows row, SquareCatalogColumns columns, ItemCells cells)
    {
        var enabled = columns.AlertEnabled.Select(column => row[column].Equals("Y", StringComparison.OrdinalIgnoreCase)).ToList();
        return Sum(columns.AlertCounts.Index().Where(count => enabled.Count <= count.Index || enabled[count.Index]).Select(count => cells.Pieces(count.Item)));
    }

    private static long? Sum(IEnumerable<long?> numbers) => numbers.OfType<long>().ToList() is { Count: > 0 } some ? some.Sum() : null;

    private static void LeaveOutOnlyNames(ImportDraft draft)
    {
        foreach (var item in draft.Of<DraftItem>().Where(item => item.Variants is [{ Title: OnlyOne }])) item.Variants[0].Title = "";
    }
}
