using System.Globalization;

namespace ArtisansCorner.Payouts;

/// <summary>What pages and files say about payouts.</summary>
public static class PayoutWords
{
    /// <summary>What an entry of an account is called.</summary>
    public static string Of(EntryKind kind) => kind switch
    {
        EntryKind.Sale => "Payment",
        EntryKind.Refund => "Refund",
        EntryKind.Fee => "Fees",
        EntryKind.Tax => "Marketplace tax",
        EntryKind.Payout => "Payout",
        _ => "Other",
    };

    /// <summary>The kind of file that lacks a row.</summary>
    public static string Of(RowSource source) => source switch
    {
        RowSource.Orders => "orders file",
        RowSource.Items => "order items file",
        RowSource.Payments => "payments file",
        RowSource.Statement => "statement",
        _ => "deposits file",
    };

    /// <summary>What a difference is about: “Order 9001”, “The payout of 14 September 2026”, “No order”.</summary>
    public static string About(Difference difference) => difference.Kind == EntryKind.Payout ? Payout(difference.Day) : difference.Number is { } order ? $"Order {order}" : "Fees of no order";

    /// <summary>What a gap is about.</summary>
    public static string About(Gap gap) => gap.Source is RowSource.Deposits or RowSource.Statement ? Payout(gap.Day) : $"Order {gap.Number}";

    /// <summary>A type of fee with a capital letter.</summary>
    public static string Capitalized(string type) => type.Length == 0 ? type : char.ToUpperInvariant(type[0]) + type[1..];

    /// <summary>How a payout stands.</summary>
    public static string State(PayoutItem payout) => payout.Unexplained switch
    {
        null => "No statement yet",
        0 => "Explained",
        _ => "Not explained",
    };

    private static string Payout(DateOnly day) => $"The payout of {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";
}
