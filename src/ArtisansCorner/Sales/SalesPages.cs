using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales.Consigning;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Sales;

/// <summary>Parts of pages about sales that are also served alone, and the list as a file.</summary>
public static class SalesPages
{
    /// <summary>The rows of the list of sales, all of it as CSV, and the statement of a gallery.</summary>
    public static void MapSalesPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/sales/rows", IResult (string shop, HttpRequest request) =>
            new RazorComponentResult<SaleRows>(new { Address = SaleListAddress.Read(shop, request.Query) })).RequirePermission(Permission.View).RememberUntilChanged().ExcludeFromDescription();
        app.MapGet("/{shop}/sales.csv", (string shop, HttpRequest request, SaleListQuery sales, CurrentShop current, CancellationToken cancel) =>
            Csv(sales, current, SaleListAddress.Read(shop, request.Query).Filter, cancel)).RequirePermission(Permission.View).ExcludeFromDescription();
        ConsigningPages.Map(app);
    }

    /// <summary>Every sale that fits, as CSV.</summary>
    internal static IResult Csv(SaleListQuery sales, CurrentShop shop, SaleFilter filter, CancellationToken cancel)
    {
        var (currency, zone) = (shop.Facts.Currency, shop.Facts.Zone);
        return CsvPages.Download(
            $"{shop.Facts.Slug} sales.csv", SalesCsv.Headings(currency), after => sales.RunAsync(filter, after, CsvPages.RowsAtOnce, cancel), sale => SalesCsv.Cells(sale, currency, zone), cancel);
    }
}
