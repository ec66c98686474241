using System.Text;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Analytics;

/// <summary>The live parts of the first screen and of the analytics page, alone, and the tables of the latter as files.</summary>
public static class AnalyticsPages
{
    /// <summary>Routes beside the pages.</summary>
    public static void MapAnalyticsPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/dashboard", async Task<IResult> (HttpContext http, DashboardQuery query, CancellationToken cancel) =>
        {
            var day = await query.DayAsync(cancel);
            var (choice, _) = DashboardChoice.Read(http.Request.QueryString.Value, null, day);
            return new RazorComponentResult<DashboardBody>(new { Data = await query.RunAsync(choice, day, cancel) });
        }).AsPart();
        app.MapGet("/{shop}/analytics/body", async Task<IResult> (HttpContext http, DashboardQuery days, AnalyticsQuery query, CancellationToken cancel) =>
            new RazorComponentResult<AnalyticsBody>(new { Data = await ReadAsync(http, days, query, cancel) })).AsPart();
        app.MapGet("/{shop}/analytics/products/body", async Task<IResult> (HttpContext http, DashboardQuery days, ProductListQuery query, CancellationToken cancel) =>
            new RazorComponentResult<ProductsBody>(new { Data = await query.RunAsync(ProductsChoice.Read(http.Request, await days.DayAsync(cancel)).Choice, cancel) })).AsPart();
        app.MapGet("/{shop}/analytics/products/{id:guid}/body", async Task<IResult> (Guid id, HttpContext http, DashboardQuery days, ProductQuery query, CancellationToken cancel) =>
            await query.FindAsync(id, ProductsChoice.Read(http.Request, await days.DayAsync(cancel)).Choice, cancel) is { } data
                ? new RazorComponentResult<ProductBody>(new { Data = data })
                : TypedResults.NotFound()).AsPart();
        app.MapGet("/{shop}/analytics/products.csv", async (HttpContext http, DashboardQuery days, ProductListQuery query, CancellationToken cancel) =>
        {
            var data = await query.RunAsync(ProductsChoice.Read(http.Request, await days.DayAsync(cancel)).Choice, cancel);
            return File(AnalyticsCsv.Products(data), data.Shop.Slug, "products", data.Choice.Base.Days.Range);
        }).AsPart();
        app.MapGet("/{shop}/analytics/chart.svg", async (HttpContext http, DashboardQuery days, PictureQuery query, CancellationToken cancel) =>
        {
            var choice = AnalyticsChoice.Read(http.Request, await days.DayAsync(cancel)).Choice;
            var (shop, svg) = await query.RunAsync(choice, cancel);
            return TypedResults.File(Encoding.UTF8.GetBytes(svg), "image/svg+xml", $"{shop} net sales {choice.Days.Range.From:yyyy-MM-dd} to {choice.Days.Range.To:yyyy-MM-dd}.svg");
        }).AsPart();
        app.MapCsv("breakdown", AnalyticsCsv.Breakdown);
        app.MapCsv("series", AnalyticsCsv.Series);
        app.MapCsv("bridge", AnalyticsCsv.OfBridge);
        // Not remembered: it may be longer than what others want to be remembered.
        app.MapGet("/{shop}/analytics/ledger.csv", LedgerAsync).RequirePermission(Permission.View).ExcludeFromDescription();
    }

    private static void AsPart(this RouteHandlerBuilder part) =>
        part.RequirePermission(Permission.View).RememberUntilChanged().ExcludeFromDescription();

    private static void MapCsv(this IEndpointRouteBuilder app, string table, Func<AnalyticsData, byte[]> write) =>
        app.MapGet($"/{{shop}}/analytics/{table}.csv", async (HttpContext http, DashboardQuery days, AnalyticsQuery query, CancellationToken cancel) =>
        {
            var data = await ReadAsync(http, days, query, cancel);
            var range = data.Choice.Days.Range;
            return File(write(data), data.Shop.Slug, table, range);
        }).AsPart();

    private static async Task<IResult> LedgerAsync(HttpContext http, DashboardQuery days, LedgerQuery ledger, CurrentShop current, CancellationToken cancel)
    {
        var (choice, problems) = AnalyticsChoice.Read(http.Request, await days.DayAsync(cancel));
        var metric = AskedRange.ReadSum(http.Request.Query["metric"]);
        if (!metric.Succeeded || problems.Count > 0) return ((List<Problem>)[.. problems, .. metric.Problems]).ToResult();
        var range = choice.Days.Range;
        var currency = current.Facts.Currency;
        return CsvPages.Download(
            $"{current.Facts.Slug} {metric.Value.Name.ToLowerInvariant()} {range.From:yyyy-MM-dd} to {range.To:yyyy-MM-dd}.csv", LedgerCsv.Headings(currency),
            after => ledger.RunAsync(range, choice.Scope, metric.Value, after, CsvPages.RowsAtOnce, cancel), entry => LedgerCsv.Cells(entry, currency), cancel);
    }

    private static FileContentHttpResult File(byte[] content, string shop, string table, Period range) =>
        TypedResults.File(content, "text/csv; charset=utf-8", $"{shop} {table} {range.From:yyyy-MM-dd} to {range.To:yyyy-MM-dd}.csv");

    private static async Task<AnalyticsData> ReadAsync(HttpContext http, DashboardQuery days, AnalyticsQuery query, CancellationToken cancel) =>
        await query.RunAsync(AnalyticsChoice.Read(http.Request, await days.DayAsync(cancel)).Choice, cancel);
}
