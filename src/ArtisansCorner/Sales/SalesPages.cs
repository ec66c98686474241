using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Sales;

/// <summary>Parts of pages about sales that are also served alone.</summary>
public static class SalesPages
{
    /// <summary>The rows of the list of sales.</summary>
    public static void MapSalesPages(this IEndpointRouteBuilder app) =>
        app.MapGet("/{shop}/sales/rows", Rows).RequirePermission(Permission.View).RememberUntilChanged().ExcludeFromDescription();

    private static RazorComponentResult<SaleRows> Rows(
        string shop, string? q = null, string? from = null, string? to = null, string? channel = null, string? state = null, string? customer = null, string? cursor = null) =>
        new(new { Address = SaleListAddress.Read(shop, q, from, to, channel, state, customer, cursor) });
}
