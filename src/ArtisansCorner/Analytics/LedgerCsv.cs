using System.Globalization;
using System.Text;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Analytics;

/// <summary>The rows behind figures as CSV, some at a time, however many there are: UTF-8 with a mark, amounts as decimal numbers in the shop's currency.</summary>
public static class LedgerCsv
{
    /// <summary>How many rows are read and written at a time.</summary>
    public const int RowsAtOnce = 1000;

    /// <summary>Writes all rows that <paramref name="read"/> gives from a place on.</summary>
    public static async Task WriteAsync(Stream stream, Currency currency, Func<Cursor?, Task<Paged<LedgerEntry>>> read, CancellationToken cancel)
    {
        await using var file = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await file.WriteAsync(CsvText.Line(
            ["Day", "Kind", "What", "Channel", "Sale", .. LedgerQuery.Sums.Select(metric => metric.Unit == MetricUnit.Money ? $"{metric.Name} ({currency.Code})" : metric.Name)]));
        Cursor? after = null;
        do
        {
            var page = await read(after);
            foreach (var entry in page.Items)
            {
                await file.WriteAsync(CsvText.Line(
                [
                    AnalyticsCsv.Day(entry.Day), entry.Kind.ToString(), entry.What, entry.Channel, entry.SaleId?.ToString(),
                    .. LedgerQuery.Sums.Select(metric => (long)metric.Of(entry.Figures)! is var amount && metric.Unit == MetricUnit.Money
                        ? AnalyticsCsv.Amount(amount, currency)
                        : amount.ToString(CultureInfo.InvariantCulture)),
                ]));
            }

            await file.FlushAsync(cancel);
            after = Cursor.Parse(page.Next);
        }
        while (after is not null);
    }
}
