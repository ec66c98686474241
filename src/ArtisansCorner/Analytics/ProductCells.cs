using System.Globalization;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Ui;

namespace ArtisansCorner.Analytics;

/// <summary>What stands in the cells of the products: in words on pages, as plain values in files.</summary>
public sealed class ProductCells(Currency currency)
{
    private readonly MetricWords words = new(currency);

    /// <summary>The cell in words; “n/a” where there is nothing to divide by.</summary>
    public string Say(ProductColumn column, ProductPerformance row)
    {
        if (column == ProductColumn.Product) return row.Name;
        if (column == ProductColumn.Margin) return MetricWords.MarginOf(row.Figures);
        if (column == ProductColumn.Change) return row.Before is { } before ? ChangeWords.Between(row.NetSales, before.NetSales).ToString() : "–";
        return (column.Of(row), column.Kind) switch
        {
            (null, ColumnKind.Percent) => "n/a",
            (null, _) => "–",
            ({ } amount, ColumnKind.Money) => words.Money((long)amount),
            ({ } share, ColumnKind.Percent) => MetricWords.Percent(share) + " %",
            ({ } days, ColumnKind.Days) => StockWords.Days(days),
            ({ } letter, ColumnKind.Letter) => ((AbcClass)(int)letter).ToString(),
            ({ } day, ColumnKind.Day) => DateOnly.FromDayNumber((int)day).ToString("d MMM yyyy", CultureInfo.InvariantCulture),
            ({ } count, _) => count.ToString("N0", CultureInfo.InvariantCulture).Replace('-', '−'),
        };
    }

    /// <summary>The cell as a file holds it; empty where there is none.</summary>
    public string Plain(ProductColumn column, ProductPerformance row) => (column.Of(row), column.Kind) switch
    {
        (_, ColumnKind.Text) => row.Name,
        (null, _) => "",
        ({ } amount, ColumnKind.Money) => currency.ToField((long)amount),
        ({ } letter, ColumnKind.Letter) => ((AbcClass)(int)letter).ToString(),
        ({ } day, ColumnKind.Day) => DateOnly.FromDayNumber((int)day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ({ } number, _) => number.ToString(CultureInfo.InvariantCulture),
    };
}
