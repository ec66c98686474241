using ArtisansCorner.Shops;

namespace ArtisansCorner.Inventory;

/// <summary>How lists are offered as CSV: a page's button and the API lead to the same file.</summary>
public static class CsvRoutes
{
    /// <summary>Offers a list under the API.</summary>
    /// <param name="shop">Routes under a shop.</param>
    /// <param name="path">The list's path with “.csv”.</param>
    /// <param name="file">Makes the file.</param>
    /// <param name="name">The operation's name.</param>
    /// <param name="what">What the file holds.</param>
    public static void MapCsv(this IEndpointRouteBuilder shop, string path, Delegate file, string name, string what) =>
        shop.MapGet(path, file).RequirePermission(Permission.View).Produces(StatusCodes.Status200OK, contentType: "text/csv").WithName(name).WithSummary($"{what}, as CSV");

    /// <summary>Offers a list on pages.</summary>
    public static void MapCsvPage(this IEndpointRouteBuilder app, string path, Delegate file) => app.MapGet(path, file).RequirePermission(Permission.View).ExcludeFromDescription();
}
