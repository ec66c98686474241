using System.Globalization;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>Says how far a purchase is, and how much.</summary>
public static class PurchaseWords
{
    /// <summary>“Ordered”, “Partly here”.</summary>
    public static string Of(PurchaseState state) => state switch
    {
        PurchaseState.Ordered => "Ordered",
        PurchaseState.PartlyReceived => "Partly here",
        PurchaseState.Received => "Here",
        _ => "Called off",
    };

    /// <summary>“Order 12”.</summary>
    public static string Title(int number) => $"Order {number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>“24 Nov 2026”.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
