using System.ComponentModel;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Customers;

/// <summary>What is learned about customers, for programs.</summary>
public static class CustomersApi
{
    /// <summary>Routes inside a shop.</summary>
    public static void MapCustomersApi(this IEndpointRouteBuilder shop)
    {
        var insights = shop.MapGroup("/insights").RequirePermission(Permission.View).WithTags("Customers");
        insights.MapGet("/segments", SegmentsAsync).RememberUntilChanged().WithName("segments").WithSummary("Customers in groups, by how lately, how often and for how much they bought");
    }

    private static async Task<Ok<Segments>> SegmentsAsync(
        SegmentsQuery query, CancellationToken cancel, [Description("Sales up to this day are counted; today when it is not said")] DateOnly? asOf = null) =>
        TypedResults.Ok(await query.RunAsync(asOf, cancel));
}
