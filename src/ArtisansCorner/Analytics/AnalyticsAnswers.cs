using System.Text.Json.Serialization;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>The answer of <c>/analytics/summary</c>.</summary>
/// <param name="Currency">ISO 4217 code; all amounts are its minor units.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Current">The figures of these days.</param>
/// <param name="ComparedFrom">The first day they are held against.</param>
/// <param name="ComparedTo">The last day they are held against.</param>
/// <param name="Compared">The figures of those.</param>
public sealed record SummaryAnswer(string Currency, DateOnly From, DateOnly To, Figures Current, DateOnly? ComparedFrom, DateOnly? ComparedTo, Figures? Compared);

/// <summary>The answer of <c>/analytics/products</c>.</summary>
/// <param name="Currency">ISO 4217 code; all amounts are its minor units.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Items">The best by net sales.</param>
/// <param name="OtherCount">How many sold less than these.</param>
/// <param name="Others">Those together.</param>
/// <param name="Total">All together.</param>
public sealed record ProductsAnswer(
    string Currency, DateOnly From, DateOnly To, IReadOnlyList<ProductPerformance> Items, int OtherCount, ProductSales Others, ProductSales Total);

/// <summary>The answer of <c>/analytics/stock</c>.</summary>
/// <param name="Currency">ISO 4217 code; all amounts are its minor units.</param>
/// <param name="From">The first day that sell-through is of.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Items">The items, what runs out first first.</param>
public sealed record StockAnswer(string Currency, DateOnly From, DateOnly To, IReadOnlyList<StockAnswerItem> Items);

/// <summary>How an item's stock does: how long it lasts, how well it sells.</summary>
public sealed record StockAnswerItem
{
    /// <summary>The item of this row.</summary>
    public StockAnswerItem(ProductPerformance row, ItemStock stock)
    {
        (VariantId, ProductId, Sku, Name, NetUnits, SellThrough, Abc) = (row.VariantId, row.ProductId, row.Sku, row.Name, row.NetUnits, row.SellThrough, row.Abc);
        (Available, Value, Opening, CameIn, DaysOfStock) = (stock.Available, stock.Value, stock.Opening, stock.CameIn, stock.DaysLeft);
        (SoldLately, DaysOnSale) = (stock.Days.Sum(day => day.NetUnits), Analytics.DaysOfStock.DaysOnSale(stock.Days));
    }

    /// <summary>Which variant; nothing for a whole product.</summary>
    public Guid? VariantId { get; }

    /// <summary>The product.</summary>
    public Guid? ProductId { get; }

    /// <summary>Its code.</summary>
    public string? Sku { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Pieces there now; nothing where nobody ever counted.</summary>
    public long? Available { get; }

    /// <summary>What they cost.</summary>
    public long Value { get; }

    /// <summary>Pieces there when the range began.</summary>
    public long Opening { get; }

    /// <summary>Pieces made and received in the range.</summary>
    public long CameIn { get; }

    /// <summary>Pieces sold in the range − pieces given back in it.</summary>
    public long NetUnits { get; }

    /// <summary>Net units ÷ (opening + came in).</summary>
    public decimal? SellThrough { get; }

    /// <summary>Net units of the last 28 days.</summary>
    public long SoldLately { get; }

    /// <summary>On how many of those it could be bought.</summary>
    public int DaysOnSale { get; }

    /// <summary>How many days the pieces will last at that pace; nothing where none was sold.</summary>
    public decimal? DaysOfStock { get; }

    /// <summary>How much it matters.</summary>
    public AbcClass? Abc { get; }
}

/// <summary>The answer of <c>/analytics/channels</c>.</summary>
/// <param name="Currency">ISO 4217 code; all amounts are its minor units.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Items">The channels with anything in these days, by net sales.</param>
public sealed record ChannelsAnswer(string Currency, DateOnly From, DateOnly To, IReadOnlyList<ChannelSales> Items);

/// <summary>The answer of <c>/analytics/trend</c>.</summary>
/// <param name="Currency">ISO 4217 code; all amounts are its minor units.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Trend">The trend.</param>
public sealed record TrendAnswer(string Currency, DateOnly From, DateOnly To, Trend Trend);

/// <summary>The answer of <c>/analytics/ledger</c>.</summary>
/// <param name="Currency">ISO 4217 code; all amounts are its minor units.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Metric">The figure.</param>
/// <param name="Sum">What it is: the sum of this metric over all rows.</param>
/// <param name="Items">The rows, latest day first.</param>
/// <param name="Next">Send this as <c>cursor</c> to get those after them; nothing at the end.</param>
public sealed record LedgerAnswer(string Currency, DateOnly From, DateOnly To, string Metric, long Sum, IReadOnlyList<LedgerEntry> Items, string? Next);

/// <summary>The answer of <c>/analytics/heatmap</c>.</summary>
/// <param name="Currency">ISO 4217 code; all amounts are its minor units.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="TimeZone">The IANA name of the clock that the hours are of.</param>
/// <param name="Cells">All 168 hours of the week.</param>
public sealed record HeatmapAnswer(string Currency, DateOnly From, DateOnly To, string TimeZone, IReadOnlyList<HeatCell> Cells);

/// <summary>The answer of <c>/analytics/series</c>.</summary>
/// <param name="Currency">ISO 4217 code; all amounts are its minor units.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="Bucket">What it is counted by.</param>
/// <param name="Metric">The metric whose number stands as <c>value</c> in each point, where one was asked for.</param>
/// <param name="Points">The buckets in order, empty ones too.</param>
/// <param name="Compared">For each of them the one it is held against; absent where there is no comparison.</param>
public sealed record SeriesAnswer(
    string Currency, DateOnly From, DateOnly To, Bucket Bucket, string? Metric, IReadOnlyList<SeriesAnswerPoint> Points,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SeriesAnswerPoint?>? Compared);

/// <summary>The answer of <c>/analytics/breakdown</c>.</summary>
/// <param name="Currency">ISO 4217 code; all amounts are its minor units.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, included.</param>
/// <param name="By">What the rows are.</param>
/// <param name="Items">The rows, by net sales.</param>
public sealed record BreakdownAnswer(string Currency, DateOnly From, DateOnly To, Dimension By, IReadOnlyList<BreakdownAnswerRow> Items);

/// <summary>One row: what it is of and its figures.</summary>
public sealed record BreakdownAnswerRow : Figures
{
    /// <summary>The row with these figures.</summary>
    public BreakdownAnswerRow(BreakdownRow row)
        : base(row.Figures) => (Key, Name) = (row.Key, row.Name);

    /// <summary>An id, a country, new or returning; nothing for what is not known.</summary>
    [JsonPropertyOrder(-1)]
    public string? Key { get; }

    /// <summary>Its name.</summary>
    [JsonPropertyOrder(-1)]
    public string Name { get; }
}

/// <summary>One bucket: all its figures, and the one that was asked for once more.</summary>
public sealed record SeriesAnswerPoint : Figures
{
    /// <summary>The bucket with these figures.</summary>
    public SeriesAnswerPoint(SeriesPoint point, Metric? asked)
        : base(point.Figures)
    {
        (Start, End) = (point.Days.From, point.Days.To);
        Value = asked?.Of(point.Figures);
    }

    /// <summary>Its first day.</summary>
    [JsonPropertyOrder(-1)]
    public DateOnly Start { get; }

    /// <summary>Its last day, included.</summary>
    [JsonPropertyOrder(-1)]
    public DateOnly End { get; }

    /// <summary>The number that was asked for; absent where none was, or where there is nothing to divide by.</summary>
    [JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Value { get; }
}
