using System.Globalization;

namespace ArtisansCorner.Sales;

/// <summary>How a sale is called in a few words.</summary>
public static class SaleWords
{
    private const int Longest = 300;

    /// <summary>What was sold, such as “Speckled mug × 2 and 3 more”.</summary>
    public static string Summary(string firstTitle, long firstQuantity, int lines)
    {
        var ending = (firstQuantity == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" × {firstQuantity}")) +
                     (lines > 1 ? string.Create(CultureInfo.InvariantCulture, $" and {lines - 1} more") : "");
        return firstTitle.Length + ending.Length <= Longest ? firstTitle + ending : string.Concat(firstTitle.AsSpan(0, Longest - ending.Length - 1), "…", ending);
    }
}
