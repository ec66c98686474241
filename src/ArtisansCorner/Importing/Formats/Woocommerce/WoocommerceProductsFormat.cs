using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Formats.Woocommerce;

/// <summary>
/// WooCommerce's products: a simple product is a row, a variable one is a row for itself and one for each of its variations, which name it by
/// number or code. Grouped products are lists of others and have nothing of their own.
/// </summary>
internal sealed class WoocommerceProductsFormat : IFormat
{
    private const int Confidence = 98;

    public string Key => "woocommerce-products";

    public string Name => "WooCommerce products";

    public string Needs => "ID, Type, SKU, Name and Regular price";

    public int Order => IFormat.Catalog;

    public InRounds Rounds => InRounds.BeforeSales;

    public FormatMatch Match(Headings headings)
    {
        var columns = new WoocommerceProductsColumns(headings);
        return columns.Id < 0 || columns.Type < 0 || columns.Sku < 0 || columns.Name < 0 || columns.Price < 0 ? default
            : new FormatMatch(Confidence, "It has WooCommerce's number and type of a product, its name and its regular price in each row.");
    }

    public IReadOnlyList<int> DateColumns(Headings headings) => [];

    public IReadOnlyList<int> AmountColumns(Headings headings) => [new WoocommerceProductsColumns(headings).Price];

    public Action<CsvRows> Open(Headings headings, FileHabits habits, ShopFacts shop, ImportDraft draft)
    {
        var (columns, check) = (new WoocommerceProductsColumns(headings), new CellCheck(habits, shop));
        var rows = new WoocommerceProductsRows(headings, columns, check, draft);
        return rows.Read;
    }
}
