using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Square;

/// <summary>Where the columns of Square's item sales stand in a file; −1 where one is missing.</summary>
internal sealed class SquareItemsColumns(Headings headings)
{
    public int Date { get; } = headings.Find("Date");

    public int Time { get; } = headings.Find("Time");

    public int Clock { get; } = headings.Find("Time Zone");

    public int Item { get; } = headings.Find("Item");

    public int Quantity { get; } = headings.Find("Qty");

    public int PricePoint { get; } = headings.Find("Price Point Name");

    public int Sku { get; } = headings.Find("SKU");

    public int Gross { get; } = headings.Find("Gross Sales");

    public int Discounts { get; } = headings.Find("Discounts");

    public int Net { get; } = headings.Find("Net Sales");

    public int Tax { get; } = headings.Find("Tax");

    public int Transaction { get; } = headings.Find("Transaction ID");

    public int Event { get; } = headings.Find("Event Type");

    public int CustomerId { get; } = headings.Find("Customer ID");

    public int CustomerName { get; } = headings.Find("Customer Name");

    public int Itemization { get; } = headings.Find("Itemization Type");
}
