using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Own;

/// <summary>Where the columns of our own format of products stand in a file; −1 where one is missing.</summary>
internal sealed class OwnProductsColumns(Headings headings)
{
    /// <summary>The headings of the template, in its order.</summary>
    public static readonly IReadOnlyList<string> Template = ["name", "variant", "sku", "price", "barcode", "category", "tags", "description", "maker", "offered", "low at", "quantity", "unit cost"];

    public int Name { get; } = headings.Find("name", "product", "product name", "title", "item", "item name");

    public int Variant { get; } = headings.Find("variant", "variation", "option", "choice", "size");

    public int Sku { get; } = headings.Find("sku", "code", "product code", "item code", "item number");

    public int Price { get; } = headings.Find("price", "unit price", "retail price", "sale price", "price each");

    public int Barcode { get; } = headings.Find("barcode", "gtin", "ean", "upc");

    public int Category { get; } = headings.Find("category", "product category", "group");

    public int Tags { get; } = headings.Find("tags", "labels", "keywords");

    public int Description { get; } = headings.Find("description", "details", "text");

    public int Maker { get; } = headings.Find("maker", "made by", "artist");

    public int Offered { get; } = headings.Find("offered", "status", "state");

    public int Low { get; } = headings.Find("low at", "threshold", "low stock", "reorder level", "minimum");

    public int Quantity { get; } = headings.Find("quantity", "on hand", "in stock", "stock", "pieces", "qty");

    public int Cost { get; } = headings.Find("unit cost", "cost", "cost each", "cost per item");

    public int Currency { get; } = OwnCurrency.In(headings);

    /// <summary>How many of ours the file has.</summary>
    public int Count => new[] { Name, Variant, Sku, Price, Barcode, Category, Tags, Description, Maker, Offered, Low, Quantity, Cost, Currency }.Count(column => column >= 0);
}
