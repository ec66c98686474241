using ArtisansCorner.Shops;

namespace ArtisansCorner.Inventory;

/// <summary>How lists are offered as CSV: a page's button and the API lead to the same file.</summary>
public static class CsvRoutes
{
    /// <summary>Offers a list under the API.</summary>
    /// <param name="file">The route of the file.</param>
    /// <param name="name">The operation's name.</param>
    /// <param name="what">What the file holds.</param>
    public static void AsCsv(this RouteHandlerBuilder file, string name, string what) =>
        file.RequirePermission(Permission.View).Produces(StatusCodes.Status200OK, contentType: "text/csv").WithName(name).WithSummary($"{what}, as CSV");

    /// <summary>Offers a list on pages.</summary>
    public static void AsCsvPage(this RouteHandlerBuilder file) => file.RequirePermission(Permission.View).ExcludeFromDescription();
}
