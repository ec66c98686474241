namespace ArtisansCorner.Analytics;

/// <summary>What stands in a column of products.</summary>
public enum ColumnKind
{
    /// <summary>A name.</summary>
    Text,

    /// <summary>Pieces.</summary>
    Count,

    /// <summary>Minor units of the shop's currency.</summary>
    Money,

    /// <summary>A share, 1 being the whole.</summary>
    Percent,

    /// <summary>A change, 1 being as much again.</summary>
    Change,

    /// <summary>A number of days.</summary>
    Days,

    /// <summary>A, B or C.</summary>
    Letter,

    /// <summary>A day, by its number.</summary>
    Day,
}

/// <summary>One column of the products: the page, its order and its file know no other.</summary>
/// <param name="Key">Its name in addresses and, but for the name's, in the API.</param>
/// <param name="Name">Its heading.</param>
/// <param name="Kind">What stands in it.</param>
/// <param name="Words">What it means, in a sentence or two.</param>
/// <param name="Of">Its number; nothing where there is none.</param>
public sealed record ProductColumn(string Key, string Name, ColumnKind Kind, string? Words, Func<ProductPerformance, decimal?> Of)
{
    /// <summary>Net sales: what products are ordered by when nobody says.</summary>
    public static ProductColumn NetSales { get; } = new("netSales", "Net sales", ColumnKind.Money, Metrics.NetSales.Words, row => row.NetSales);

    /// <summary>Net sales against what they are held against.</summary>
    public static ProductColumn Change { get; } = new("change", "Change", ColumnKind.Change, "Net sales of these days against those they are held against.", row => row.Change);

    /// <summary>Margin.</summary>
    public static ProductColumn Margin { get; } = new("margin", "Margin", ColumnKind.Percent, Metrics.Margin.Words, row => row.Margin);

    /// <summary>The product.</summary>
    public static ProductColumn Product { get; } = new("name", "Product", ColumnKind.Text, null, _ => null);

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<ProductColumn> All { get; } =
    [
        Product,
        new("units", "Units", ColumnKind.Count, Metrics.Units.Words, row => row.Units),
        new("grossSales", "Gross", ColumnKind.Money, Metrics.GrossSales.Words, row => row.GrossSales),
        new("returnsRate", "Returns", ColumnKind.Percent, Metrics.ReturnsRate.Words, row => row.ReturnsRate),
        NetSales,
        Change,
        Margin,
        new("contribution", "Contribution", ColumnKind.Money, "Net sales − cost of goods. Shipping and fees belong to whole orders.", row => row.Contribution),
        new("sellThrough", "Sell-through", ColumnKind.Percent, "Net units sold ÷ (pieces there when these days began + made + received in them), through every channel.", row => row.SellThrough),
        new("available", "Available", ColumnKind.Count, "Pieces there now that are not set aside.", row => row.Available),
        new("daysOfStock", "Days left", ColumnKind.Days, "Pieces there now ÷ the mean sold a day over the last 28 days. Days on which there were none to sell are left out.", row => row.DaysOfStock),
        new("abc", "ABC", ColumnKind.Letter, "By net sales of the last 28 days: A the best that bring 80 %, B those up to 95 %, C the rest.", row => row.Abc is { } letter ? (int)letter : null),
        new("firstSale", "First sale", ColumnKind.Day, "The first day any was sold, ever.", row => row.FirstSale?.DayNumber),
        new("lastSale", "Last sale", ColumnKind.Day, "The last day any was sold.", row => row.LastSale?.DayNumber),
    ];

    /// <summary>Whether its usual order starts with the least: names, classes, and what runs out first.</summary>
    public bool StartsLow => Kind is ColumnKind.Text or ColumnKind.Letter or ColumnKind.Days;

    /// <summary>The column with this name in addresses, or nothing.</summary>
    public static ProductColumn? Find(string? key) => All.FirstOrDefault(column => string.Equals(column.Key, key, StringComparison.OrdinalIgnoreCase));

    /// <summary>The rows by this column; those without a number last, either way, and by name where numbers are the same.</summary>
    public IEnumerable<ProductPerformance> Sort(IEnumerable<ProductPerformance> rows, bool up)
    {
        if (Kind == ColumnKind.Text)
        {
            var byName = StringComparer.OrdinalIgnoreCase;
            return up ? rows.OrderBy(row => row.Name, byName).ThenBy(row => row.Sku, byName) : rows.OrderByDescending(row => row.Name, byName).ThenByDescending(row => row.Sku, byName);
        }

        var known = rows.OrderBy(row => Of(row) is null);
        return (up ? known.ThenBy(Of) : known.ThenByDescending(Of)).ThenBy(row => row.Name, StringComparer.OrdinalIgnoreCase).ThenBy(row => row.Sku, StringComparer.Ordinal);
    }
}
