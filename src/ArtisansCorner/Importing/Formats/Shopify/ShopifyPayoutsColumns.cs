using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>Where the columns of Shopify's payouts stand in a file; −1 where one is missing.</summary>
internal sealed class ShopifyPayoutsColumns(Headings headings)
{
    public int Date { get; } = headings.Find("Payout Date");

    public int Status { get; } = headings.Find("Status");

    public int Charges { get; } = headings.Find("Charges");

    public int Refunds { get; } = headings.Find("Refunds");

    public int Adjustments { get; } = headings.Find("Adjustments");

    public int Reserved { get; } = headings.Find("Reserved Funds");

    public int Fees { get; } = headings.Find("Fees");

    public int Retried { get; } = headings.Find("Retried Amount");

    public int Total { get; } = headings.Find("Total");

    public int Currency { get; } = headings.Find("Currency");

    /// <summary>Those that it cannot do without.</summary>
    public int[] Needed => [Date, Status, Charges, Fees, Total];

    /// <summary>Those that the total is the sum of.</summary>
    public int[] Parts => [Charges, Refunds, Adjustments, Reserved, Fees, Retried];
}
