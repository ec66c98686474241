using System.Globalization;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory;

/// <summary>The list of stock as CSV: amounts as decimal numbers in the shop's currency.</summary>
public static class StockCsv
{
    /// <summary>What stands above the columns.</summary>
    public static IEnumerable<string> Headings(Currency currency) =>
        ["Product", "Variant", "Code", "Offered", "State", "On hand", "Available", "Set aside", "To come", "Days left", "Low at", $"Price ({currency.Code})", $"Value at cost ({currency.Code})"];

    /// <summary>A row.</summary>
    public static IEnumerable<string?> Cells(StockItem item, Currency currency) =>
    [
        item.Product, item.Title, item.Sku, ProductWords.Of(item.Status), item.State.ToString(), item.State == StockState.Uncounted ? null : item.OnHand.ToString(CultureInfo.InvariantCulture),
        item.State == StockState.Uncounted ? null : item.Available.ToString(CultureInfo.InvariantCulture), item.Committed.ToString(CultureInfo.InvariantCulture), item.Incoming.ToString(CultureInfo.InvariantCulture),
        item.DaysLeft?.ToString("0.#", CultureInfo.InvariantCulture), item.Threshold.ToString(CultureInfo.InvariantCulture), CsvText.Amount(item.Price, currency), CsvText.Amount(item.Value, currency),
    ];
}
