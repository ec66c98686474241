using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Woocommerce;

/// <summary>Where the columns of WooCommerce's orders analytics stand in a file; −1 where one is missing.</summary>
internal sealed class WoocommerceOrdersColumns(Headings headings)
{
    public int Date { get; } = headings.Find("Date");

    public int Order { get; } = headings.Find("Order #", "Order Number");

    public int Status { get; } = headings.Find("Status");

    public int Customer { get; } = headings.Find("Customer");

    public int Products { get; } = headings.Find("Product(s)");

    public int Items { get; } = headings.Find("Items sold");

    public int Net { get; } = headings.Find("Net Sales");

    /// <summary>The same amount with the sign of the order's currency, which the amount itself does not have.</summary>
    public int Formatted { get; } = headings.Find("N. Revenue (formatted)");

    /// <summary>Those that it cannot do without.</summary>
    public int[] Needed => [Date, Order, Status, Products, Items, Net];
}
