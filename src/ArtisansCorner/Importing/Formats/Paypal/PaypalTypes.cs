using ArtisansCorner.Payouts;

namespace ArtisansCorner.Importing.Formats.Paypal;

/// <summary>What PayPal's many types of transaction are, by the words in them.</summary>
internal static class PaypalTypes
{
    private static readonly (string Word, EntryKind Kind)[] Words =
    [
        ("conversion", EntryKind.Adjustment), ("hold", EntryKind.Adjustment), ("reserve", EntryKind.Adjustment), ("release", EntryKind.Adjustment),
        ("authorization", EntryKind.Adjustment), ("withdraw", EntryKind.Payout), ("bank deposit", EntryKind.Payout), ("transfer to bank", EntryKind.Payout),
        ("transfer from bank", EntryKind.Payout), ("general funding", EntryKind.Payout), ("fee", EntryKind.Fee), ("tax collected", EntryKind.Tax),
        ("refund", EntryKind.Refund), ("chargeback", EntryKind.Refund), ("dispute", EntryKind.Refund), ("reversal", EntryKind.Refund),
    ];

    /// <summary>The kind of entry that a type makes; money that came in any other way is a buyer's, and what went is the shop's own purchase.</summary>
    public static EntryKind KindOf(string type, decimal gross)
    {
        foreach (var (word, kind) in Words)
        {
            if (type.Contains(word, StringComparison.OrdinalIgnoreCase)) return kind;
        }

        return gross > 0 && (type.Contains("payment", StringComparison.OrdinalIgnoreCase) || type.Contains("checkout", StringComparison.OrdinalIgnoreCase)) ? EntryKind.Sale : EntryKind.Adjustment;
    }

    /// <summary>Whether it changes money of one currency into another.</summary>
    public static bool IsConversion(ReadOnlySpan<char> type) => type.Contains("conversion", StringComparison.OrdinalIgnoreCase);
}
