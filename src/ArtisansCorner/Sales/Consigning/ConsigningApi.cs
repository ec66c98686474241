using System.Globalization;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Sales.Consigning;

/// <summary>The statement of a gallery, as JSON and as CSV.</summary>
public static class ConsigningApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapConsigningApi(this IEndpointRouteBuilder shop)
    {
        var gallery = shop.MapGroup("/locations/{id:guid}").WithTags("Inventory");
        gallery.MapGet("/statement", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getGalleryStatement").WithSummary("What a gallery sold in some days, what it keeps and owes, and what lies there");
        gallery.MapGet("/statement.csv", CsvAsync).RequirePermission(Permission.View).Produces(StatusCodes.Status200OK, contentType: "text/csv").WithName("getGalleryStatementCsv").WithSummary("The same as CSV: what was sold, then what lies there");
    }

    private static async Task<Results<Ok<GalleryStatement>, ProblemHttpResult>> FindAsync(Guid id, GalleryStatementQuery statements, CancellationToken cancel, string? from = null, string? to = null)
    {
        var found = await statements.RunAsync(id, from, to, cancel);
        return found.Succeeded ? TypedResults.Ok(found.Value) : found.Problems.ToResult();
    }

    /// <summary>The statement as a file.</summary>
    internal static async Task<IResult> CsvAsync(Guid id, GalleryStatementQuery statements, CurrentShop current, CancellationToken cancel, string? from = null, string? to = null)
    {
        var found = await statements.RunAsync(id, from, to, cancel);
        if (!found.Succeeded) return found.Problems.ToResult();
        var (statement, currency) = (found.Value, current.Facts.Currency);
        List<string?[]> rows =
        [
            .. statement.Sold.Select(row => (string?[])[CsvText.Day(row.Day), row.IsReturn ? "Came back" : "Sold", row.Title, null, Number(row.Quantity), CsvText.Amount(row.Goods, currency), CsvText.Amount(row.Kept, currency), CsvText.Amount(row.Owed, currency)]),
            .. statement.Extras == 0 ? [] : (string?[][])[[CsvText.Day(statement.To), "Shipping and tax", null, null, null, CsvText.Amount(statement.Extras, currency), CsvText.Amount(0, currency), CsvText.Amount(statement.Extras, currency)]],
            .. statement.Lies.Select(piece => (string?[])[CsvText.Day(statement.To), "Lies there", piece.Name, piece.Sku, Number(piece.OnHand), CsvText.Amount(piece.OnHand * piece.Price, currency), null, null]),
        ];
        return CsvPages.Download(
            $"{current.Facts.Slug} {statement.Gallery} {CsvText.Day(statement.From)} to {CsvText.Day(statement.To)}.csv",
            ["Day", "Kind", "What", "Code", "Pieces", $"Amount ({currency.Code})", $"Gallery keeps ({currency.Code})", $"Owed ({currency.Code})"],
            _ => Task.FromResult(new Paged<string?[]>(rows, null)), row => row, cancel);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
