using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>What the first row of one of Shopify's orders says that all of it comes to. Amounts are minor units, positive.</summary>
internal sealed record ShopifyTotals(long Subtotal, long Shipping, long Taxes, long Duties, long Total, long Discount, long Refunded, FileMoment? Cancelled)
{
    /// <summary>Whether the file has columns of all that a total is made of.</summary>
    public required bool TellsAll { get; init; }

    /// <summary>What of it is tips.</summary>
    public long Tips { get; set; }

    /// <summary>What of it is gift cards.</summary>
    public long GiftCards { get; set; }

    /// <summary>What the exports of one upload say of whole orders.</summary>
    internal sealed class Known
    {
        private bool hasBegun;

        public Dictionary<string, ShopifyTotals> Totals { get; } = new(StringComparer.Ordinal);

        /// <summary>True the first time.</summary>
        public bool Begin() => !hasBegun && (hasBegun = true);
    }
}
