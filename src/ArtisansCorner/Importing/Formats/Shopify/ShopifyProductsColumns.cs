using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>Where the columns of Shopify's products stand in a file, of both generations; −1 where one is missing.</summary>
internal sealed class ShopifyProductsColumns(Headings headings)
{
    public int Handle { get; } = headings.Find("Handle", "URL handle");

    public int Title { get; } = headings.Find("Title");

    public int Description { get; } = headings.Find("Body (HTML)", "Description");

    public int Vendor { get; } = headings.Find("Vendor");

    public int Category { get; } = headings.Find("Product Category");

    public int Type { get; } = headings.Find("Type");

    public int Tags { get; } = headings.Find("Tags");

    public int Status { get; } = headings.Find("Status");

    public int[] Options { get; } = [headings.Find("Option1 Value"), headings.Find("Option2 Value"), headings.Find("Option3 Value")];

    public int Sku { get; } = headings.Find("Variant SKU", "SKU");

    public int Price { get; } = headings.Find("Variant Price", "Price");

    public int Barcode { get; } = headings.Find("Variant Barcode", "Barcode");

    public int Quantity { get; } = headings.Find("Variant Inventory Qty", "Inventory quantity");

    public int Cost { get; } = headings.Find("Cost per item");

    public int GiftCard { get; } = headings.Find("Gift Card");
}
