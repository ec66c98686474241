using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>Where the columns of Shopify's orders stand in a file; −1 where one is missing.</summary>
internal sealed class ShopifyOrdersColumns(Headings headings)
{
    public int Order { get; } = headings.Find("Name");

    public int Email { get; } = headings.Find("Email");

    public int Status { get; } = headings.Find("Financial Status");

    public int Currency { get; } = headings.Find("Currency");

    public int Subtotal { get; } = headings.Find("Subtotal");

    public int Shipping { get; } = headings.Find("Shipping");

    public int Taxes { get; } = headings.Find("Taxes");

    public int Duties { get; } = headings.Find("Duties");

    public int Total { get; } = headings.Find("Total");

    public int Discount { get; } = headings.Find("Discount Amount");

    public int Created { get; } = headings.Find("Created at");

    public int Quantity { get; } = headings.Find("Lineitem quantity");

    public int Item { get; } = headings.Find("Lineitem name");

    public int Price { get; } = headings.Find("Lineitem price");

    public int Sku { get; } = headings.Find("Lineitem sku");

    public int IsShipped { get; } = headings.Find("Lineitem requires shipping");

    public int LineDiscount { get; } = headings.Find("Lineitem discount");

    public int Buyer { get; } = headings.Find("Billing Name", "Shipping Name");

    public int Country { get; } = headings.Find("Shipping Country", "Billing Country");

    public int Note { get; } = headings.Find("Notes");

    public int Cancelled { get; } = headings.Find("Cancelled at");

    public int Refunded { get; } = headings.Find("Refunded Amount");

    /// <summary>Those that it cannot do without.</summary>
    public int[] Needed => [Order, Created, Subtotal, Total, Quantity, Item, Price];
}
