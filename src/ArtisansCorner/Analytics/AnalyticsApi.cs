using System.ComponentModel;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArtisansCorner.Analytics;

/// <summary>The figures of a shop for programs, and the stream that says when they change.</summary>
public static class AnalyticsApi
{
    private const int UsualProducts = 100;
    private const int MostProducts = 1000;

    /// <summary>Routes inside a shop.</summary>
    public static void MapAnalyticsApi(this IEndpointRouteBuilder shop)
    {
        var analytics = shop.MapGroup("/analytics").RequirePermission(Permission.View).WithTags("Analytics");
        analytics.MapGet("/summary", SummaryAsync).Answers<SummaryAnswer>().WithName("summary").WithSummary("The figures of a range of days, and of what it is held against");
        analytics.MapGet("/series", SeriesAsync).Answers<SeriesAnswer>().WithName("series").WithSummary("The figures of a range, bucket by bucket, empty buckets with zeros");
        analytics.MapGet("/products", ProductsAsync).Answers<ProductsAnswer>().WithName("topProducts").WithSummary("What sold, by net sales");
        analytics.MapGet("/channels", ChannelsAsync).Answers<ChannelsAnswer>().WithName("salesByChannel").WithSummary("What came through each channel");
        analytics.MapGet("/heatmap", HeatmapAsync).Answers<HeatmapAnswer>().WithName("heatmap").WithSummary("The hours of the week in which people buy");
        shop.MapGet("/live", LiveStream.SendAsync).RequirePermission(Permission.View).WithTags("Live").WithName("live")
            .Produces<string>(contentType: "text/event-stream").WithSummary("Server-sent events: which topics changed");
    }

    private static async Task<IResult> SummaryAsync(
        [AsParameters] Range asked, [Description("previous, previous-year or none")] string? compare, SummaryQuery query, CancellationToken cancel)
    {
        var (range, comparison) = (asked.Read(), AskedRange.ReadComparison(compare));
        if (!range.Succeeded || !comparison.Succeeded) return Refuse(range.Problems, comparison.Problems);
        var summary = await query.RunAsync(range.Value, comparison.Value, cancel);
        return TypedResults.Ok(new SummaryAnswer(
            asked.Currency, range.Value.From, range.Value.To, summary.Current, summary.ComparedRange?.From, summary.ComparedRange?.To, summary.Compared));
    }

    private static async Task<IResult> SeriesAsync(
        [AsParameters] Range asked, [Description("day, week, month, quarter or year")] string? bucket,
        [Description("A metric, such as netSales, to stand as value in each point")] string? metric, SeriesQuery query, CancellationToken cancel)
    {
        var (range, by) = (asked.Read(), AskedRange.ReadBucket(bucket));
        var shown = string.IsNullOrEmpty(metric) ? null : Metrics.Find(metric);
        if (!range.Succeeded || !by.Succeeded) return Refuse(range.Problems, by.Problems);
        if (shown is null && !string.IsNullOrEmpty(metric))
            return new Problem("unknown_metric", $"There is no such metric; choose one of {string.Join(", ", Metrics.All.Select(one => one.Key))}.", "Metric").ToResult();
        var series = await query.RunAsync(range.Value, by.Value, Comparison.None, cancel);
        return TypedResults.Ok(new SeriesAnswer(
            asked.Currency, range.Value.From, range.Value.To, by.Value, shown?.Key, [.. series.Points.Select(point => new SeriesAnswerPoint(point, shown))]));
    }

    private static async Task<IResult> ProductsAsync(
        [AsParameters] Range asked, [Description("How many, 1 to 1000; 100 when it is not said")] int? limit, ProductsQuery query, CancellationToken cancel)
    {
        var range = asked.Read();
        if (!range.Succeeded) return range.Problems.ToResult();
        if (limit is < 1 or > MostProducts) return new Problem("limit_out_of_reach", $"A limit lies between 1 and {MostProducts}.", "Limit").ToResult();
        var ranking = await query.RunAsync(range.Value, limit ?? UsualProducts, cancel);
        return TypedResults.Ok(new ProductsAnswer(
            asked.Currency, range.Value.From, range.Value.To, ranking.Items, ranking.OtherCount, ranking.Others, ranking.Total));
    }

    private static async Task<IResult> ChannelsAsync([AsParameters] Range asked, ChannelsQuery query, CancellationToken cancel)
    {
        var range = asked.Read();
        if (!range.Succeeded) return range.Problems.ToResult();
        return TypedResults.Ok(new ChannelsAnswer(asked.Currency, range.Value.From, range.Value.To, await query.RunAsync(range.Value, cancel)));
    }

    private static async Task<IResult> HeatmapAsync([AsParameters] Range asked, HeatmapQuery query, CancellationToken cancel)
    {
        var range = asked.Read();
        if (!range.Succeeded) return range.Problems.ToResult();
        return TypedResults.Ok(new HeatmapAnswer(
            asked.Currency, range.Value.From, range.Value.To, asked.Shop.Facts.TimeZone, await query.RunAsync(range.Value, cancel)));
    }

    private static ProblemHttpResult Refuse(params IEnumerable<IReadOnlyList<Problem>> problems) => problems.SelectMany(some => some).ToList().ToResult();

    private static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.RememberUntilChanged().Produces<T>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    /// <summary>The range that is asked for; without a word of it the 28 days up to today.</summary>
    /// <param name="From">The first day, such as 2026-11-01.</param>
    /// <param name="To">The last day, included.</param>
    /// <param name="Shop">The shop.</param>
    /// <param name="Time">The clock.</param>
    public sealed record Range(
        [property: Description("The first day, such as 2026-11-01; 27 days before the last when it is not said")] string? From,
        [property: Description("The last day, included; today when it is not said")] string? To,
        [property: FromServices] CurrentShop Shop,
        [property: FromServices] TimeProvider Time)
    {
        /// <summary>ISO 4217 code of the shop's currency.</summary>
        public string Currency => Shop.Facts.Currency.Code;

        /// <summary>The range, or what is wrong with it.</summary>
        public Outcome<Period> Read() => AskedRange.Read(From, To, Shop.Facts.Zone.DayOf(Time.GetUtcNow()));
    }
}
