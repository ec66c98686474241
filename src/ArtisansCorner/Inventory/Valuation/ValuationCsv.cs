using System.Globalization;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Inventory.Valuation;

/// <summary>The value of stock as CSV: amounts as decimal numbers in the shop's currency.</summary>
public static class ValuationCsv
{
    /// <summary>The file.</summary>
    public static IResult Download(ShopFacts shop, StockValue value, CancellationToken cancel)
    {
        var currency = shop.Currency;
        return CsvPages.Download(
            $"{shop.Slug} stock {CsvText.Day(value.On)}.csv", ["Kind", "Name", "Code", "Quantity", "Unit", $"Value ({currency.Code})"],
            _ => Task.FromResult(new Paged<ItemValue>(value.Items, null)),
            item => [item.IsMaterial ? "Material" : "Product", item.Name, item.Sku, item.Quantity.ToString(CultureInfo.InvariantCulture), item.Unit, CsvText.Amount(item.Value, currency)], cancel);
    }
}
