using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Etsy;

/// <summary>Where the columns of Etsy's sold order items stand in a file; −1 where one is missing.</summary>
internal sealed class EtsyItemsColumns(Headings headings)
{
    public int Date { get; } = headings.Find("Sale Date");

    public int Item { get; } = headings.Find("Item Name");

    public int Buyer { get; } = headings.Find("Buyer");

    public int Quantity { get; } = headings.Find("Quantity");

    public int Price { get; } = headings.Find("Price");

    public int Discount { get; } = headings.Find("Discount Amount");

    public int InPerson { get; } = headings.Find("InPerson Discount");

    public int Shipping { get; } = headings.Find("Order Shipping");

    public int SalesTax { get; } = headings.Find("Order Sales Tax");

    public int Vat { get; } = headings.Find("VAT Paid by Buyer");

    public int Currency { get; } = headings.Find("Currency");

    public int Transaction { get; } = headings.Find("Transaction ID");

    public int Order { get; } = headings.Find("Order ID");

    public int ShipName { get; } = headings.Find("Ship Name");

    public int Country { get; } = headings.Find("Ship Country");

    public int Region { get; } = headings.Find("Ship State");

    public int City { get; } = headings.Find("Ship City");

    public int Postcode { get; } = headings.Find("Ship Zipcode");

    public int Variations { get; } = headings.Find("Variations");

    public int Sku { get; } = headings.Find("SKU");
}
