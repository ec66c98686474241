using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>Where the columns of Shopify's payment transactions stand in a file; −1 where one is missing.</summary>
internal sealed class ShopifyPaymentsColumns(Headings headings)
{
    public int Date { get; } = headings.Find("Transaction Date");

    public int Type { get; } = headings.Find("Type");

    public int Order { get; } = headings.Find("Order");

    public int PayoutDate { get; } = headings.Find("Payout Date");

    public int Amount { get; } = headings.Find("Amount");

    public int Fee { get; } = headings.Find("Fee");

    public int Net { get; } = headings.Find("Net");

    public int Checkout { get; } = headings.Find("Checkout");

    public int Currency { get; } = headings.Find("Currency");

    public int Vat { get; } = headings.Find("VAT");

    /// <summary>Those that it cannot do without.</summary>
    public int[] Needed => [Date, Type, Order, PayoutDate, Amount, Fee, Net];
}
