using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats.Shopify;

/// <summary>
/// Tells the rows of Shopify's orders that are money and no sale. Shopify writes a tip as an item of that name without a code, and a gift card as an item that is not shipped,
/// called as its product is with its worth behind it: “Gift Card - $50.00”. A card or a tip of clay that is sold is shipped, or has a code.
/// </summary>
internal static class ShopifyNoSales
{
    private const string Choice = " - ";
    private static readonly string[] Tips = ["Tip", "Trinkgeld", "Pourboire", "Propina", "Mancia", "Fooi"];
    private static readonly string[] Cards = ["Gift Card", "Geschenkgutschein", "Carte-cadeau", "Tarjeta de regalo", "Buono regalo", "Cadeaubon"];

    /// <summary>Why an item is no sale; nothing where it is one.</summary>
    public static string? ReasonOf(CsvRows row, ShopifyOrdersColumns columns, CellCheck check)
    {
        var item = row[columns.Item];
        if (row[columns.IsShipped].Equals("true", StringComparison.OrdinalIgnoreCase)) return null;
        if (row[columns.Sku].IsEmpty && IsAny(item, Tips)) return Reasons.Tip;
        var at = item.LastIndexOf(Choice, StringComparison.Ordinal);
        return IsAny(item, Cards) || (at > 0 && EndsAsAny(item[..at], Cards) && check.TryNumber(item[(at + Choice.Length)..], out _)) ? Reasons.GiftCard : null;
    }

    private static bool IsAny(ReadOnlySpan<char> item, string[] names)
    {
        foreach (var name in names) if (item.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static bool EndsAsAny(ReadOnlySpan<char> item, string[] names)
    {
        foreach (var name in names) if (item.EndsWith(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
