using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Woocommerce;

/// <summary>Where the columns of WooCommerce's products stand in a file; −1 where one is missing.</summary>
internal sealed class WoocommerceProductsColumns(Headings headings)
{
    private const int MostAttributes = 10;

    public int Id { get; } = headings.Find("ID");

    public int Type { get; } = headings.Find("Type");

    public int Sku { get; } = headings.Find("SKU");

    public int Name { get; } = headings.Find("Name");

    public int Barcode { get; } = headings.Find("GTIN, UPC, EAN, or ISBN");

    public int Description { get; } = headings.Find("Description");

    public int ShortDescription { get; } = headings.Find("Short description");

    public int Stock { get; } = headings.Find("Stock");

    public int Low { get; } = headings.Find("Low stock amount");

    public int Price { get; } = headings.Find("Regular price");

    public int Cost { get; } = headings.Find("Cost of goods");

    public int Categories { get; } = headings.Find("Categories");

    public int Tags { get; } = headings.Find("Tags");

    public int Parent { get; } = headings.Find("Parent");

    public IReadOnlyList<int> Attributes { get; } = [.. Enumerable.Range(1, MostAttributes).Select(number => headings.Find($"Attribute {number} value(s)")).Where(column => column >= 0)];
}
