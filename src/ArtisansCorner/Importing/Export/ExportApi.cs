using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Shops;

namespace ArtisansCorner.Importing.Export;

/// <summary>Taking a shop's data away.</summary>
public static class ExportApi
{
    /// <summary>The route under /api/v1/shops/{shopId}.</summary>
    public static void MapExportApi(this IEndpointRouteBuilder shop) => shop.MapGet("/export.zip", Download).RequirePermission(Permission.ManageShop)
        .WithTags("Export").Produces(StatusCodes.Status200OK, contentType: "application/zip").WithName("exportShop").WithSummary("Everything of the shop as CSV files in a ZIP, which can be brought back");

    /// <summary>The ZIP, written as it is read.</summary>
    public static IResult Download(ExportShop export, CurrentShop current, TimeProvider time, CancellationToken cancel) =>
        TypedResults.Stream(stream => export.RunAsync(stream, cancel), "application/zip", $"artisans-corner-{current.Facts.Zone.DayOf(time.GetUtcNow()):yyyy-MM-dd}.zip");
}
