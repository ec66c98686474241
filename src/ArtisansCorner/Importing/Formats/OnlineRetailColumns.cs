using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats;

/// <summary>Where the columns of the invoice lines of an online shop stand in a file; −1 where one is missing.</summary>
internal sealed class OnlineRetailColumns(Headings headings)
{
    public int Invoice { get; } = headings.Find("InvoiceNo", "Invoice");

    public int Code { get; } = headings.Find("StockCode");

    public int Description { get; } = headings.Find("Description");

    public int Quantity { get; } = headings.Find("Quantity");

    public int Date { get; } = headings.Find("InvoiceDate");

    public int Price { get; } = headings.Find("UnitPrice", "Price");

    public int Customer { get; } = headings.Find("CustomerID");

    public int Country { get; } = headings.Find("Country");
}
