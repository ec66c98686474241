using System.Text.RegularExpressions;

namespace ArtisansCorner.Sales;

/// <summary>What a channel calls an order, as people are told it.</summary>
public static partial class OrderNumber
{
    /// <summary>The number; nothing where there is none and the order is known by what its row in a file says.</summary>
    public static string? Shown(string? externalId) => externalId is null || KnownByItsRow().IsMatch(externalId) ? null : externalId;

    [GeneratedRegex("^row [0-9a-f]{16}-[0-9]+( refund [0-9-]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex KnownByItsRow();
}
