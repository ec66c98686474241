using System.Globalization;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales.Consigning;

/// <summary>The statement of a gallery, as JSON and as CSV, and what the gallery paid.</summary>
public static class ConsigningApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapConsigningApi(this IEndpointRouteBuilder shop)
    {
        var gallery = shop.MapGroup("/locations/{id:guid}").WithTags("Inventory");
        gallery.MapGet("/statement", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getGalleryStatement").WithSummary("What a gallery sold in some days, what it keeps, owes and paid, and what lies there");
        gallery.MapGet("/statement.csv", CsvAsync).RequirePermission(Permission.View).Produces(StatusCodes.Status200OK, contentType: "text/csv").WithName("getGalleryStatementCsv").WithSummary("The same as CSV: what was open, sold and paid, then what lies there");
        gallery.MapPost("/payments", PayAsync).RequirePermission(Permission.RecordSales).Repeatable().WithName("recordGalleryPayment").WithSummary("Write down that a gallery paid");
        gallery.MapPost("/payments/{paymentId:guid}/undo", TakeBackAsync).RequirePermission(Permission.RecordSales).WithName("takeGalleryPaymentBack").WithSummary("Take a gallery's payment back; it counts no more");
        gallery.MapPost("/payments/{paymentId:guid}/restore", RestoreAsync).RequirePermission(Permission.RecordSales).WithName("restoreGalleryPayment").WithSummary("Let a payment that was taken back count again");
    }

    private static async Task<Results<Ok<GalleryStatement>, ProblemHttpResult>> FindAsync(Guid id, GalleryStatementQuery statements, CancellationToken cancel, string? from = null, string? to = null)
    {
        var found = await statements.RunAsync(id, from, to, cancel);
        return found.Succeeded ? TypedResults.Ok(found.Value) : found.Problems.ToResult();
    }

    private static async Task<Results<Created<GalleryPaid>, ProblemHttpResult>> PayAsync(Guid id, NewGalleryPayment input, RecordGalleryPayment record, AppDb db, CancellationToken cancel)
    {
        var paid = await record.RunAsync(id, input, cancel);
        if (!paid.Succeeded) return paid.Problems.ToResult();
        return TypedResults.Created((string?)null, await db.GalleryPayments.Where(payment => payment.Id == paid.Value).Select(payment => new GalleryPaid(payment.Id, payment.Day, payment.Amount, payment.Note)).FirstAsync(cancel));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBackAsync(Guid id, Guid paymentId, RecordGalleryPayment record, CancellationToken cancel) => Done(await record.TakeBackAsync(id, paymentId, cancel));

    private static async Task<Results<NoContent, ProblemHttpResult>> RestoreAsync(Guid id, Guid paymentId, RecordGalleryPayment record, CancellationToken cancel) => Done(await record.RestoreAsync(id, paymentId, cancel));

    private static Results<NoContent, ProblemHttpResult> Done(Outcome<Guid> outcome) => outcome.Succeeded ? TypedResults.NoContent() : outcome.Problems.ToResult();

    /// <summary>The statement as a file; its last column sums to what is open.</summary>
    internal static async Task<IResult> CsvAsync(Guid id, GalleryStatementQuery statements, CurrentShop current, CancellationToken cancel, string? from = null, string? to = null)
    {
        var found = await statements.RunAsync(id, from, to, cancel);
        if (!found.Succeeded) return found.Problems.ToResult();
        var (statement, currency) = (found.Value, current.Facts.Currency);
        List<string?[]> rows =
        [
            .. statement.OpenBefore == 0 ? [] : (string?[][])[[CsvText.Day(statement.From), "Open from before", null, null, null, null, null, CsvText.Amount(statement.OpenBefore, currency)]],
            .. statement.Sold.Select(row => (string?[])[CsvText.Day(row.Day), row.IsReturn ? "Came back" : "Sold", row.Title, null, Number(row.Quantity), CsvText.Amount(row.Goods, currency), CsvText.Amount(row.Kept, currency), CsvText.Amount(row.Owed, currency)]),
            .. statement.Extras == 0 ? [] : (string?[][])[[CsvText.Day(statement.To), "Shipping and tax", null, null, null, CsvText.Amount(statement.Extras, currency), CsvText.Amount(0, currency), CsvText.Amount(statement.Extras, currency)]],
            .. statement.Payments.Select(payment => (string?[])[CsvText.Day(payment.Day), "Paid", payment.Note, null, null, null, null, CsvText.Amount(-payment.Amount, currency)]),
            .. statement.Lies.Select(piece => (string?[])[CsvText.Day(statement.To), "Lies there", piece.Name, piece.Sku, Number(piece.OnHand), CsvText.Amount(piece.OnHand * piece.Price, currency), null, null]),
        ];
        return CsvPages.Download(
            $"{current.Facts.Slug} {statement.Gallery} {CsvText.Day(statement.From)} to {CsvText.Day(statement.To)}.csv",
            ["Day", "Kind", "What", "Code", "Pieces", $"Amount ({currency.Code})", $"Gallery keeps ({currency.Code})", $"Owed ({currency.Code})"],
            _ => Task.FromResult(new Paged<string?[]>(rows, null)), row => row, cancel);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
