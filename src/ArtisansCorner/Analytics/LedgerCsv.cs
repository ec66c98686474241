using System.Globalization;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>The rows behind figures as CSV: amounts as decimal numbers in the shop's currency.</summary>
public static class LedgerCsv
{
    /// <summary>What stands above the columns.</summary>
    public static IEnumerable<string> Headings(Currency currency) =>
        ["Day", "Kind", "What", "Channel", "Sale", .. LedgerQuery.Sums.Select(metric => metric.Unit == MetricUnit.Money ? $"{metric.Name} ({currency.Code})" : metric.Name)];

    /// <summary>A row.</summary>
    public static IEnumerable<string?> Cells(LedgerEntry entry, Currency currency) =>
    [
        CsvText.Day(entry.Day), entry.Kind.ToString(), entry.What, entry.Channel, entry.SaleId?.ToString(),
        .. LedgerQuery.Sums.Select(metric => (long)metric.Of(entry.Figures)! is var amount && metric.Unit == MetricUnit.Money
            ? CsvText.Amount(amount, currency)
            : amount.ToString(CultureInfo.InvariantCulture)),
    ];
}
