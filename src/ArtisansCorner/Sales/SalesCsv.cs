using System.Globalization;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Sales;

/// <summary>The list of sales as CSV: amounts as decimal numbers in the shop's currency, times on the shop's clock.</summary>
public static class SalesCsv
{
    /// <summary>What stands above the columns.</summary>
    public static IEnumerable<string> Headings(Currency currency) =>
    [
        "Day", "Time", "Order", "Channel", "Place", "Customer", "What", "Pieces", $"Gross sales ({currency.Code})", $"Discounts ({currency.Code})", $"Total ({currency.Code})",
        $"Given back ({currency.Code})", "State", "Sale",
    ];

    /// <summary>A row.</summary>
    public static IEnumerable<string?> Cells(SaleItem sale, Currency currency, ShopZone zone) =>
    [
        CsvText.Day(sale.Day), sale.TimeKnown ? zone.LocalOf(sale.SoldAt).ToString("HH:mm", CultureInfo.InvariantCulture) : null, sale.ExternalId, sale.Channel, sale.Location, sale.Customer, sale.Summary,
        sale.Units.ToString(CultureInfo.InvariantCulture), CsvText.Amount(sale.GrossSales, currency), CsvText.Amount(sale.Discounts, currency), CsvText.Amount(sale.Total, currency),
        CsvText.Amount(sale.Refunded, currency), SaleBadge.Words(sale.State), sale.Id.ToString(),
    ];
}
