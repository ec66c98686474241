using ArtisansCorner.Payouts;

namespace ArtisansCorner.Importing.Formats.Stripe;

/// <summary>What Stripe's reporting categories are (docs.stripe.com/reports/reporting-categories).</summary>
internal static class StripeCategories
{
    /// <summary>A payment of a buyer.</summary>
    public const string Charge = "charge";

    /// <summary>Money sent to the bank.</summary>
    public const string Payout = "payout";

    /// <summary>The kind of entry that a category makes.</summary>
    public static EntryKind KindOf(string category) => category switch
    {
        Charge => EntryKind.Sale,
        "refund" or "refund_failure" or "charge_failure" or "partial_capture_reversal" or "dispute" or "dispute_reversal" => EntryKind.Refund,
        "fee" or "network_cost" => EntryKind.Fee,
        "tax" => EntryKind.Tax,
        Payout or "payout_reversal" => EntryKind.Payout,
        _ => EntryKind.Adjustment,
    };

    /// <summary>A category in words: “Dispute reversal”.</summary>
    public static string TitleOf(string category) => category.Length == 0 ? "Other" : char.ToUpperInvariant(category[0]) + category[1..].Replace('_', ' ');
}
