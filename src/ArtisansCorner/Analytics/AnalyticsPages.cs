using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Analytics;

/// <summary>The live parts of the first screen and of the analytics page, alone, and the tables of the latter as files.</summary>
public static class AnalyticsPages
{
    /// <summary>Routes beside the pages.</summary>
    public static void MapAnalyticsPages(this IEndpointRouteBuilder app)
    {
        app.MapPart("/{shop}/dashboard", async (HttpContext http, DashboardQuery query, CancellationToken cancel) =>
        {
            var day = await query.DayAsync(cancel);
            var (choice, _) = DashboardChoice.Read(http.Request.QueryString.Value, null, day);
            return new RazorComponentResult<DashboardBody>(new { Data = await query.RunAsync(choice, day, cancel) });
        });
        app.MapPart("/{shop}/analytics/body", async (HttpContext http, DashboardQuery days, AnalyticsQuery query, CancellationToken cancel) =>
            new RazorComponentResult<AnalyticsBody>(new { Data = await ReadAsync(http, days, query, cancel) }));
        app.MapCsv("breakdown", AnalyticsCsv.Breakdown);
        app.MapCsv("series", AnalyticsCsv.Series);
        app.MapCsv("bridge", AnalyticsCsv.OfBridge);
        // Not remembered: it may be longer than what others want to be remembered.
        app.MapGet("/{shop}/analytics/ledger.csv", LedgerAsync).RequirePermission(Permission.View).ExcludeFromDescription();
    }

    private static void MapPart(this IEndpointRouteBuilder app, string path, Delegate part) =>
        app.MapGet(path, part).RequirePermission(Permission.View).RememberUntilChanged().ExcludeFromDescription();

    private static void MapCsv(this IEndpointRouteBuilder app, string table, Func<AnalyticsData, byte[]> write) =>
        app.MapPart($"/{{shop}}/analytics/{table}.csv", async (HttpContext http, DashboardQuery days, AnalyticsQuery query, CancellationToken cancel) =>
        {
            var data = await ReadAsync(http, days, query, cancel);
            var range = data.Choice.Days.Range;
            return TypedResults.File(write(data), "text/csv; charset=utf-8", $"{data.Shop.Slug} {table} {range.From:yyyy-MM-dd} to {range.To:yyyy-MM-dd}.csv");
        });

    private static async Task<IResult> LedgerAsync(HttpContext http, DashboardQuery days, LedgerQuery ledger, CurrentShop current, CancellationToken cancel)
    {
        var (choice, problems) = AnalyticsChoice.Read(http.Request, await days.DayAsync(cancel));
        var metric = AskedRange.ReadSum(http.Request.Query["metric"]);
        if (!metric.Succeeded || problems.Count > 0) return ((List<Problem>)[.. problems, .. metric.Problems]).ToResult();
        var range = choice.Days.Range;
        return TypedResults.Stream(
            stream => LedgerCsv.WriteAsync(stream, current.Facts.Currency, after => ledger.RunAsync(range, choice.Scope, metric.Value, after, LedgerCsv.RowsAtOnce, cancel), cancel),
            "text/csv; charset=utf-8", $"{current.Facts.Slug} {metric.Value.Name.ToLowerInvariant()} {range.From:yyyy-MM-dd} to {range.To:yyyy-MM-dd}.csv");
    }

    private static async Task<AnalyticsData> ReadAsync(HttpContext http, DashboardQuery days, AnalyticsQuery query, CancellationToken cancel) =>
        await query.RunAsync(AnalyticsChoice.Read(http.Request, await days.DayAsync(cancel)).Choice, cancel);
}
