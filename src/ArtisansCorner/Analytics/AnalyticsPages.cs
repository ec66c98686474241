using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Analytics;

/// <summary>The live part of the first screen, alone.</summary>
public static class AnalyticsPages
{
    /// <summary>Routes beside the page.</summary>
    public static void MapAnalyticsPages(this IEndpointRouteBuilder app) =>
        app.MapGet("/{shop}/dashboard", async (HttpContext http, DashboardQuery query, CancellationToken cancel) =>
        {
            var day = await query.DayAsync(cancel);
            var (choice, _) = DashboardChoice.Read(http.Request.QueryString.Value, null, day);
            return new RazorComponentResult<DashboardBody>(new { Data = await query.RunAsync(choice, day, cancel) });
        }).RequirePermission(Permission.View).RememberUntilChanged().ExcludeFromDescription();
}
