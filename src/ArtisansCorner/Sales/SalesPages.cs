using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Sales;

/// <summary>Parts of pages about sales that are also served alone.</summary>
public static class SalesPages
{
    /// <summary>The rows of the list of sales.</summary>
    public static void MapSalesPages(this IEndpointRouteBuilder app) =>
        app.MapGet("/{shop}/sales/rows", Rows).RequirePermission(Permission.View).RememberUntilChanged().ExcludeFromDescription();

    private static RazorComponentResult<SaleRows> Rows(string shop, HttpRequest request) => new(new { Address = SaleListAddress.Read(shop, request.Query) });
}
