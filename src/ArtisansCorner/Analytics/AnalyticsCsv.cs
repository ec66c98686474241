using System.Globalization;
using System.Text;
using ArtisansCorner.Platform.Files;

namespace ArtisansCorner.Analytics;

/// <summary>The tables of the analytics page as CSV: UTF-8 with a mark, amounts as decimal numbers in the shop's currency, shares from 0 to 1.</summary>
public static class AnalyticsCsv
{
    // Distinct customers are not counted row by row, and what belongs to whole orders is in no piece's figures.
    private static readonly Metric[] OfCustomers = [Metrics.Customers, Metrics.NewCustomers, Metrics.ReturningCustomerRate, Metrics.RepeatPurchaseRate];
    private static readonly Metric[] OfOrders = [Metrics.Shipping, Metrics.Tax, Metrics.MarketplaceTax, Metrics.TotalSales, Metrics.Fees];

    /// <summary>The figures side by side, a row for each.</summary>
    public static byte[] Breakdown(AnalyticsData data) => Bytes(
        [data.Choice.Split.ToString(), .. Headings(data, data.Choice.SplitsPieces)],
        data.Rows.Select(row => (IEnumerable<string?>)[row.Name, .. Cells(data, data.Choice.SplitsPieces, row.Figures)]));

    /// <summary>The figures bucket by bucket.</summary>
    public static byte[] Series(AnalyticsData data) => Bytes(
        ["From", "To", .. Headings(data, data.Choice.Scope.Slice.IsOfPieces)],
        data.Series.Points.Select(point => (IEnumerable<string?>)[CsvText.Day(point.Days.From), CsvText.Day(point.Days.To), .. Cells(data, data.Choice.Scope.Slice.IsOfPieces, point.Figures)]));

    /// <summary>The way from gross sales to contribution, a row for each step.</summary>
    public static byte[] OfBridge(AnalyticsData data) => Bytes(
        ["Step", $"Amount ({data.Shop.Currency.Code})", "Sum"],
        Bridge.Of(data.Summary.Current, data.Choice.Scope.Slice.IsOfPieces)
            .Select(step => (IEnumerable<string?>)[step.Metric.Name, CsvText.Amount(step.Amount, data.Shop.Currency), step.IsSum ? "yes" : "no"]));

    /// <summary>Every product that fits, a row for each.</summary>
    public static byte[] Products(ProductListData data)
    {
        var cells = new ProductCells(data.Shop.Currency);
        var columns = ProductColumn.All.Where(column => column != ProductColumn.Product).ToList();
        return Bytes(
            ["Product", "Code", .. columns.Select(column => column.Kind == ColumnKind.Money ? $"{column.Name} ({data.Shop.Currency.Code})" : column.Name)],
            data.Rows.Select(row => (IEnumerable<string?>)[row.Name, row.Sku, .. columns.Select(column => cells.Plain(column, row))]));
    }

    private static IEnumerable<string> Headings(AnalyticsData data, bool ofPieces) =>
        Shown(ofPieces).Select(metric => metric.Unit == MetricUnit.Money ? $"{metric.Name} ({data.Shop.Currency.Code})" : metric.Name);

    private static IEnumerable<string?> Cells(AnalyticsData data, bool ofPieces, Figures figures) => Shown(ofPieces).Select(metric => (metric.Of(figures), metric.Unit) switch
    {
        (null, _) => "",
        _ when metric == Metrics.Margin && !figures.IsCostKnown => "",
        ({ } amount, MetricUnit.Money) => CsvText.Amount((long)amount, data.Shop.Currency),
        ({ } number, _) => number.ToString(CultureInfo.InvariantCulture),
    });

    private static IEnumerable<Metric> Shown(bool ofPieces) => Metrics.All.Except(OfCustomers).Except(ofPieces ? OfOrders : []);

    private static byte[] Bytes(IEnumerable<string?> headings, IEnumerable<IEnumerable<string?>> rows) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CsvText.Line(headings) + string.Concat(rows.Select(CsvText.Line)))];
}
