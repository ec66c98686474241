using System.ComponentModel;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Sales;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArtisansCorner.Analytics;

/// <summary>The figures of a shop for programs, and the stream that says when they change.</summary>
public static class AnalyticsApi
{
    private const int UsualRows = 100;
    private const int MostRows = 1000;

    /// <summary>Routes inside a shop.</summary>
    public static void MapAnalyticsApi(this IEndpointRouteBuilder shop)
    {
        var analytics = shop.MapGroup("/analytics").RequirePermission(Permission.View).WithTags("Analytics");
        analytics.MapGet("/summary", SummaryAsync).Answers<SummaryAnswer>().WithName("summary").WithSummary("The figures of a range of days, and of what it is held against");
        analytics.MapGet("/series", SeriesAsync).Answers<SeriesAnswer>().WithName("series").WithSummary("The figures of a range, bucket by bucket, empty buckets with zeros");
        analytics.MapGet("/products", ProductsAsync).Answers<ProductsAnswer>().WithName("topProducts").WithSummary("What sold, by net sales, with its stock: per variant or per product");
        analytics.MapGet("/stock", StockAsync).Answers<StockAnswer>().WithName("stockAnalytics").WithSummary("How long the stock lasts and how well it sells, what runs out first first");
        analytics.MapGet("/channels", ChannelsAsync).Answers<ChannelsAnswer>().WithName("salesByChannel").WithSummary("What came through each channel");
        analytics.MapGet("/breakdown", BreakdownAsync).Answers<BreakdownAnswer>().WithName("breakdown").WithSummary("The figures side by side: by channel, product, variant, maker, category, tag, country, region, kind of buyer or group of customers");
        analytics.MapGet("/trend", TrendAsync).Answers<TrendAnswer>().WithName("trend").WithSummary("Averages, the best days, and how the running month will probably end");
        analytics.MapGet("/ledger", LedgerAsync).Answers<LedgerAnswer>().WithName("ledger").WithSummary("The rows that a figure is the sum of, latest first");
        analytics.MapGet("/heatmap", HeatmapAsync).Answers<HeatmapAnswer>().WithName("heatmap").WithSummary("The hours of the week in which people buy");
        shop.MapGet("/live", LiveStream.SendAsync).RequirePermission(Permission.View).WithTags("Live").WithName("live")
            .Produces<string>(contentType: "text/event-stream").WithSummary("Server-sent events: which topics changed");
    }

    private static async Task<IResult> SummaryAsync(
        [AsParameters] Range asked, [AsParameters] SliceAsked slice, [AsParameters] Against against, SummaryQuery query, CancellationToken cancel)
    {
        var (range, scope, comparison) = (asked.Read(), asked.Scope(slice), asked.Read(against));
        if (!range.Succeeded || !scope.Succeeded || !comparison.Succeeded) return Refuse(range.Problems, scope.Problems, comparison.Problems);
        var summary = await query.RunAsync(range.Value, comparison.Value, scope.Value, cancel);
        return TypedResults.Ok(new SummaryAnswer(
            asked.Currency, range.Value.From, range.Value.To, summary.Current, summary.ComparedRange?.From, summary.ComparedRange?.To, summary.Compared));
    }

    private static async Task<IResult> SeriesAsync(
        [AsParameters] Range asked, [AsParameters] SliceAsked slice, [AsParameters] Against against, [Description("day, week, month, quarter or year")] string? bucket,
        [Description("A metric, such as netSales, to stand as value in each point")] string? metric, SeriesQuery query, CancellationToken cancel)
    {
        var (range, scope, comparison, by) = (asked.Read(), asked.Scope(slice), asked.Read(against), AskedRange.ReadBucket(bucket));
        var shown = string.IsNullOrEmpty(metric) ? null : Metrics.Find(metric);
        if (!range.Succeeded || !scope.Succeeded || !comparison.Succeeded || !by.Succeeded) return Refuse(range.Problems, scope.Problems, comparison.Problems, by.Problems);
        if (shown is null && !string.IsNullOrEmpty(metric))
            return new Problem("unknown_metric", $"There is no such metric; choose one of {string.Join(", ", Metrics.All.Select(one => one.Key))}.", "Metric").ToResult();
        var series = await query.RunAsync(range.Value, by.Value, comparison.Value, scope.Value, cancel);
        return TypedResults.Ok(new SeriesAnswer(
            asked.Currency, range.Value.From, range.Value.To, by.Value, shown?.Key, [.. series.Points.Select(point => new SeriesAnswerPoint(point, shown))],
            comparison.Value == Comparison.None ? null : [.. series.Compared.Select(point => point is null ? null : new SeriesAnswerPoint(point, shown))]));
    }

    private static async Task<IResult> ProductsAsync(
        [AsParameters] Range asked, [AsParameters] SliceAsked slice, [AsParameters] Against against, [AsParameters] Rows rows,
        [Description("What they are ordered by, such as netSales, units or daysOfStock; netSales when it is not said")] string? sort, PerformanceQuery query, CancellationToken cancel)
    {
        var (range, scope, comparison, refused) = (asked.Read(), asked.Scope(slice), asked.Read(against), rows.Check());
        var by = string.IsNullOrEmpty(sort) ? ProductColumn.NetSales : ProductColumn.Find(sort);
        if (!range.Succeeded || !scope.Succeeded || !comparison.Succeeded || refused.Count > 0) return Refuse(range.Problems, scope.Problems, comparison.Problems, refused);
        if (by is null) return new Problem("unknown_sort", $"Products are not ordered by that; choose one of {string.Join(", ", ProductColumn.All.Select(column => column.Key))}.", "Sort").ToResult();
        var all = await query.RunAsync(new PerformanceAsked(range.Value, comparison.Value, scope.Value, rows.ByProduct, rows.Unsold == true), cancel);
        var sorted = by == ProductColumn.NetSales ? all : [.. by.Sort(all, by.StartsLow)];
        return TypedResults.Ok(new ProductsAnswer(
            asked.Currency, range.Value.From, range.Value.To, [.. sorted.Take(rows.Most)], Math.Max(0, all.Count - rows.Most), Together("Others", sorted.Skip(rows.Most)), Together("All products", all)));
    }

    private static async Task<IResult> StockAsync([AsParameters] Range asked, [AsParameters] Rows rows, PerformanceQuery query, CancellationToken cancel)
    {
        var (range, refused) = (asked.Read(), rows.Check());
        if (!range.Succeeded || refused.Count > 0) return Refuse(range.Problems, refused);
        var all = await query.RunAsync(new PerformanceAsked(range.Value, Comparison.None, Scope.All, rows.ByProduct, Unsold: true), cancel);
        var items = all.Where(row => row.Stock is not null).OrderBy(row => row.DaysOfStock is null).ThenBy(row => row.DaysOfStock).ThenBy(row => row.Sku, StringComparer.Ordinal).Take(rows.Most);
        return TypedResults.Ok(new StockAnswer(asked.Currency, range.Value.From, range.Value.To, [.. items.Select(row => new StockAnswerItem(row, row.Stock!))]));
    }

    private static ProductSales Together(string name, IEnumerable<ProductPerformance> rows) =>
        new(null, null, null, name, new Figures(rows.Aggregate(default(Totals), (sum, row) => sum + row.Figures.Totals), default));

    private static async Task<IResult> ChannelsAsync([AsParameters] Range asked, [AsParameters] SliceAsked slice, ChannelsQuery query, CancellationToken cancel)
    {
        var (range, scope) = (asked.Read(), asked.Scope(slice));
        if (!range.Succeeded || !scope.Succeeded) return Refuse(range.Problems, scope.Problems);
        return TypedResults.Ok(new ChannelsAnswer(asked.Currency, range.Value.From, range.Value.To, await query.RunAsync(range.Value, scope.Value, cancel)));
    }

    private static async Task<IResult> BreakdownAsync(
        [AsParameters] Range asked, [AsParameters] SliceAsked slice, [Description("What the rows are: channel, product, variant, maker, category, tag, country, region, buyers or group")] EnumWord<Dimension> by,
        BreakdownQuery query, CancellationToken cancel)
    {
        var (range, scope) = (asked.Read(), asked.Scope(slice));
        if (!range.Succeeded || !scope.Succeeded) return Refuse(range.Problems, scope.Problems);
        var rows = await query.RunAsync(by.Value, range.Value, scope.Value, cancel);
        return TypedResults.Ok(new BreakdownAnswer(asked.Currency, range.Value.From, range.Value.To, by.Value, [.. rows.Select(row => new BreakdownAnswerRow(row))]));
    }

    private static async Task<IResult> TrendAsync([AsParameters] Range asked, [AsParameters] SliceAsked slice, TrendQuery query, CancellationToken cancel)
    {
        var (range, scope) = (asked.Read(), asked.Scope(slice));
        if (!range.Succeeded || !scope.Succeeded) return Refuse(range.Problems, scope.Problems);
        return TypedResults.Ok(new TrendAnswer(asked.Currency, range.Value.From, range.Value.To, await query.RunAsync(range.Value, asked.Today, scope.Value, cancel)));
    }

    private static async Task<IResult> HeatmapAsync([AsParameters] Range asked, [AsParameters] SliceAsked slice, HeatmapQuery query, CancellationToken cancel)
    {
        var (range, part) = (asked.Read(), slice.Read());
        if (!range.Succeeded || !part.Succeeded) return Refuse(range.Problems, part.Problems);
        return TypedResults.Ok(new HeatmapAnswer(
            asked.Currency, range.Value.From, range.Value.To, asked.Shop.Facts.TimeZone, await query.RunAsync(range.Value, part.Value, cancel)));
    }

    private static async Task<IResult> LedgerAsync(
        [AsParameters] Range asked, [AsParameters] SliceAsked slice, [Description("The figure, such as returns; netSales when it is not said")] string? metric, Cursor? cursor,
        [Description("How many rows, 1 to 1000; 100 when it is not said")] int? limit, LedgerQuery ledger, FiguresQuery figures, CancellationToken cancel)
    {
        var (range, scope, behind) = (asked.Read(), asked.Scope(slice), AskedRange.ReadSum(metric));
        if (!range.Succeeded || !scope.Succeeded || !behind.Succeeded) return Refuse(range.Problems, scope.Problems, behind.Problems);
        if (limit is < 1 or > MostRows) return new Problem("limit_out_of_reach", $"A limit lies between 1 and {MostRows}.", "Limit").ToResult();
        var page = await ledger.RunAsync(range.Value, scope.Value, behind.Value, cursor, limit ?? UsualRows, cancel);
        var sum = (await figures.RunAsync([range.Value], scope.Value, cancel))[0];
        return TypedResults.Ok(new LedgerAnswer(asked.Currency, range.Value.From, range.Value.To, behind.Value.Key, (long)behind.Value.Of(sum)!, page.Items, page.Next));
    }

    private static ProblemHttpResult Refuse(params IEnumerable<IReadOnlyList<Problem>> problems) => problems.SelectMany(some => some).ToList().ToResult();

    private static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.RememberUntilChanged().Produces<T>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>The range that is asked for; without a word of it the 28 days up to today.</summary>
    public sealed record Range
    {
        /// <summary>The first day, such as 2026-11-01.</summary>
        [FromQuery(Name = "from"), Description("The first day, such as 2026-11-01; 27 days before the last when it is not said")]
        public string? From { get; init; }

        /// <summary>The last day, included.</summary>
        [FromQuery(Name = "to"), Description("The last day, included; today when it is not said")]
        public string? To { get; init; }

        /// <summary>On which day returns count.</summary>
        [FromQuery(Name = "returns"), Description("ledger: returns count on the day of the refund (the default); order: on the day of the sale")]
        public string? Returns { get; init; }

        /// <summary>The shop.</summary>
        [FromServices]
        public required CurrentShop Shop { get; init; }

        /// <summary>The clock.</summary>
        [FromServices]
        public required TimeProvider Time { get; init; }

        /// <summary>ISO 4217 code of the shop's currency.</summary>
        public string Currency => Shop.Facts.Currency.Code;

        /// <summary>The range, or what is wrong with it.</summary>
        public Outcome<Period> Read() => AskedRange.Read(From, To, Today);

        /// <summary>What it is held against, or what is wrong with that.</summary>
        public Outcome<Comparison> Read(Against against) => AskedRange.ReadComparison(against.Compare, against.CompareFrom, against.CompareTo, Today);

        /// <summary>The facts of a slice, or what is wrong with it and with how returns are to count.</summary>
        public Outcome<Scope> Scope(SliceAsked slice)
        {
            var (part, returns) = (slice.Read(), AskedRange.ReadReturns(Returns));
            if (!part.Succeeded || !returns.Succeeded) return (List<Problem>)[.. part.Problems, .. returns.Problems];
            return new Scope(part.Value, returns.Value);
        }

        /// <summary>Today on the shop's clock.</summary>
        public DateOnly Today => Shop.Facts.Zone.DayOf(Time.GetUtcNow());
    }

    /// <summary>What a range is held against.</summary>
    public sealed record Against
    {
        /// <summary>By its name.</summary>
        [FromQuery(Name = "compare"), Description("previous, previous-year, custom or none")]
        public string? Compare { get; init; }

        /// <summary>The first day of one's own.</summary>
        [FromQuery(Name = "compareFrom"), Description("With custom: the first day to compare with")]
        public string? CompareFrom { get; init; }

        /// <summary>The last day of one's own.</summary>
        [FromQuery(Name = "compareTo"), Description("With custom: the last day, included")]
        public string? CompareTo { get; init; }
    }

    /// <summary>What the rows are, and how many.</summary>
    public sealed record Rows
    {
        /// <summary>How many.</summary>
        [FromQuery(Name = "limit"), Description("How many, 1 to 1000; 100 when it is not said")]
        public int? Limit { get; init; }

        /// <summary>What each is of.</summary>
        [FromQuery(Name = "per"), Description("variant (the default) or product")]
        public string? Per { get; init; }

        /// <summary>Whether what did not sell is there too.</summary>
        [FromQuery(Name = "unsold"), Description("true: what is in the catalog and was not sold in these days is there too")]
        public bool? Unsold { get; init; }

        /// <summary>How many, in the end.</summary>
        public int Most => Limit ?? UsualRows;

        /// <summary>Whether the variants of a product are one row.</summary>
        public bool ByProduct => Per == "product";

        /// <summary>What makes no sense in it.</summary>
        public IReadOnlyList<Problem> Check()
        {
            var problems = new List<Problem>();
            if (Limit is < 1 or > MostRows) problems.Add(new Problem("limit_out_of_reach", $"A limit lies between 1 and {MostRows}.", "Limit"));
            if (Per is not (null or "" or "variant" or "product")) problems.Add(new Problem("unknown_rows", "A row is of a variant or of a product; choose one of the two words.", "Per"));
            return problems;
        }
    }
}
