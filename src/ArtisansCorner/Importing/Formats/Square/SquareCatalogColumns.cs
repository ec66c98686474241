using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Square;

/// <summary>Where the columns of Square's catalog stand in a file; −1 where one is missing. Some headings end with the name of a place.</summary>
internal sealed class SquareCatalogColumns(Headings headings)
{
    public int Token { get; } = headings.Find("Token");

    public int Handle { get; } = headings.Find("Reference Handle");

    public int Item { get; } = headings.Find("Item Name");

    public int Variation { get; } = headings.Find("Variation Name");

    public int Sku { get; } = headings.Find("SKU");

    public int Description { get; } = headings.Find("Description");

    public int Category { get; } = headings.Find("Reporting Category", "Category", "Categories");

    public int Gtin { get; } = headings.Find("GTIN");

    public int Price { get; } = headings.Find("Price");

    public int Cost { get; } = headings.Find("Default Unit Cost");

    public int Archived { get; } = headings.Find("Archived");

    public IReadOnlyList<int> Quantities { get; } = Beginning(headings, "Current Quantity");

    public IReadOnlyList<int> AlertEnabled { get; } = Beginning(headings, "Stock Alert Enabled");

    public IReadOnlyList<int> AlertCounts { get; } = Beginning(headings, "Stock Alert Count");

    private static List<int> Beginning(Headings headings, string with) =>
        [.. headings.Names.Index().Where(name => Headings.KeyOf(name.Item).StartsWith(Headings.KeyOf(with), StringComparison.Ordinal)).Select(name => name.Index)];
}
