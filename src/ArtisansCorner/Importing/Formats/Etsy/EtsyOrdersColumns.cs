using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Etsy;

/// <summary>Where the columns of Etsy's sold orders stand in a file; −1 where one is missing.</summary>
internal sealed class EtsyOrdersColumns(Headings headings)
{
    public int Date { get; } = headings.Find("Sale Date");

    public int Order { get; } = headings.Find("Order ID");

    public int User { get; } = headings.Find("Buyer User ID");

    public int Name { get; } = headings.Find("Full Name");

    public int Buyer { get; } = headings.Find("Buyer");

    public int Pieces { get; } = headings.Find("Number of Items");

    public int City { get; } = headings.Find("Ship City");

    public int Region { get; } = headings.Find("Ship State");

    public int Postcode { get; } = headings.Find("Ship Zipcode");

    public int Country { get; } = headings.Find("Ship Country");

    public int Currency { get; } = headings.Find("Currency");

    public int Value { get; } = headings.Find("Order Value");

    public int Discount { get; } = headings.Find("Discount Amount");

    public int ShippingDiscount { get; } = headings.Find("Shipping Discount");

    public int Shipping { get; } = headings.Find("Shipping");

    public int Total { get; } = headings.Find("Order Total");

    public int Processing { get; } = headings.Find("Card Processing Fees");

    public int Net { get; } = headings.Find("Order Net");

    public int Sku { get; } = headings.Find("SKU");

    /// <summary>Those that it cannot do without.</summary>
    public int[] Needed => [Date, Order, Pieces, Value, Total];
}
