using System.Globalization;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory;

/// <summary>An item as it is being typed over, with what it was.</summary>
public sealed class EditRow
{
    /// <summary>The item.</summary>
    public Guid VariantId { get; set; }

    /// <summary>How many were counted.</summary>
    public string? OnHand { get; set; }

    /// <summary>How many there were when the page was opened.</summary>
    public string? WasOnHand { get; set; }

    /// <summary>At or under how many it is low; empty: as usual.</summary>
    public string? Threshold { get; set; }

    /// <summary>What that was.</summary>
    public string? WasThreshold { get; set; }

    /// <summary>Its price.</summary>
    public string? Price { get; set; }

    /// <summary>What that was.</summary>
    public string? WasPrice { get; set; }

    /// <summary>The row of an item as it is.</summary>
    public static EditRow For(StockItem item, Currency currency)
    {
        var (onHand, low, price) = (item.State == StockState.Uncounted ? null : item.OnHand.ToString(CultureInfo.InvariantCulture), item.OwnThreshold?.ToString(CultureInfo.InvariantCulture), currency.ToField(item.Price));
        return new EditRow { VariantId = item.VariantId, OnHand = onHand, WasOnHand = onHand, Threshold = low, WasThreshold = low, Price = price, WasPrice = price };
    }
}
