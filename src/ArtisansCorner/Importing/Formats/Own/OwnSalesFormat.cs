using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>Our own sales format, documented in docs/user-guide/import.md: one row for each line of a sale or a refund.</summary>
internal sealed class OwnSalesFormat : IMappable
{
    public string Key => "sales";

    public string Name => "Sales in our own format";

    public string Things => "a line of a sale or a refund";

    public IReadOnlyList<MapField> Fields => OwnSalesFields.All;

    public string Needs => "date, unit price or total, and sku or title";

    public FormatMatch Match(Headings headings)
    {
        var columns = new OwnSalesColumns(headings);
        if (columns.Date < 0 || (columns.UnitPrice < 0 && !columns.IsByTotal) || (columns.Sku < 0 && columns.Title < 0)) return default;
        if (columns.IsByTotal && !columns.IsTotalOfRow && !((IMappable)this).IsSaidOf(headings)) return default;
        var named = headings.Names.Count(name => !string.IsNullOrWhiteSpace(name));
        var confidence = Math.Min(100, 100 * columns.Count / Math.Max(1, named));
        return new FormatMatch(confidence, $"{columns.Count} of its {named} columns are columns of our sales format.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [new OwnSalesColumns(headings).Date];

    public IReadOnlyList<int> AmountColumns(Headings headings) => new OwnSalesColumns(headings).Amounts;

    public int? OrderColumn(Headings headings) => new OwnSalesColumns(headings).Order;

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var columns = new OwnSalesColumns(headings);
        return new OwnSalesRows(columns, new OwnSalesCells(headings, columns, new CellCheck(habits, shop)), draft).Read;
    }
}
