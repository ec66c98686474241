using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Importing.Export;
using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArtisansCorner.Importing;

/// <summary>Bringing files in, through the API.</summary>
public static class ImportingApi
{
    /// <summary>Routes under /api/v1/shops/{shopId}.</summary>
    public static void MapImportingApi(this IEndpointRouteBuilder shop)
    {
        shop.MapExportApi();
        var imports = shop.MapGroup("/imports").WithTags("Imports");
        imports.MapPost("", UploadAsync).RequirePermission(Permission.Import).Accepts<IFormFile>("multipart/form-data").DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(UploadImport.Largest + ReadUpload.Around)).WithName("uploadImport").WithSummary("Upload a file of sales; it is read in the background");
        imports.MapGet("", ListAsync).RequirePermission(Permission.View).WithName("listImports").WithSummary("Files that were brought in, latest first");
        imports.MapGet("/template.csv", Template).RequirePermission(Permission.View).WithName("importTemplate").WithSummary("A template of our own formats: of sales, products or customers");
        imports.MapTitlesApi();
        imports.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).WithName("getImport").WithSummary("What a file adds, and how far it is");
        imports.MapPost("/{id:guid}/read", ReadAsync).RequirePermission(Permission.Import).WithName("readImport").WithSummary("Read a file again: as another format, with columns mapped, or with other dates, amounts, currency or time zone");
        imports.MapPost("/{id:guid}/apply", ApplyAsync).RequirePermission(Permission.Import).WithName("applyImport").WithSummary("Write what a file that was read adds");
        imports.MapPost("/{id:guid}/cancel", CancelAsync).RequirePermission(Permission.Import).WithName("cancelImport").WithSummary("Stop an import; nothing of it stays");
        imports.MapPost("/{id:guid}/undo", UndoAsync).RequirePermission(Permission.Import).WithName("undoImport").WithSummary("Take a finished import back");
        imports.MapGet("/{id:guid}/rejected.csv", RejectedAsync).RequirePermission(Permission.View).WithName("rejectedRows").WithSummary("The rows that do not go in, with their reasons");
    }

    private static async Task<Results<Accepted<ImportDetails>, ProblemHttpResult>> UploadAsync(
        HttpRequest request, UploadImport upload, ImportQuery imports, CancellationToken cancel)
    {
        var outcome = await ReadUpload.RunAsync(request, upload, cancel);
        return outcome.Succeeded
            ? TypedResults.Accepted($"{request.Path}/{outcome.Value}", await imports.FindAsync(outcome.Value, cancel))
            : outcome.Problems.ToResult();
    }

    private static async Task<Ok<Paged<ImportItem>>> ListAsync(ImportListQuery imports, CancellationToken cancel, Cursor? cursor = null, [Range(1, 200)] int? limit = null) =>
        TypedResults.Ok(await imports.RunAsync(cursor, limit ?? 50, cancel));

    private static async Task<Results<Ok<ImportDetails>, ProblemHttpResult>> FindAsync(Guid id, ImportQuery imports, CancellationToken cancel) =>
        await imports.FindAsync(id, cancel) is { } import ? TypedResults.Ok(import) : Unknown();

    private static async Task<Results<Accepted<ImportDetails>, ProblemHttpResult>> ReadAsync(Guid id, PartChoice choice, ReadAgain again, ImportQuery imports, CancellationToken cancel) =>
        await AnswerAsync(await again.RunAsync(id, choice, cancel), imports, cancel);

    private static async Task<Results<Accepted<ImportDetails>, ProblemHttpResult>> ApplyAsync(
        Guid id, SteerImport steer, ImportQuery imports, CancellationToken cancel, [FromBody] ImportChoices? choices = null) =>
        await AnswerAsync(await steer.ApplyAsync(id, choices, cancel), imports, cancel);

    private static async Task<Results<Accepted<ImportDetails>, ProblemHttpResult>> CancelAsync(Guid id, SteerImport steer, ImportQuery imports, CancellationToken cancel) =>
        await AnswerAsync(await steer.CancelAsync(id, cancel), imports, cancel);

    private static async Task<Results<Accepted<ImportDetails>, ProblemHttpResult>> UndoAsync(Guid id, SteerImport steer, ImportQuery imports, CancellationToken cancel) =>
        await AnswerAsync(await steer.UndoAsync(id, cancel), imports, cancel);

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> RejectedAsync(
        Guid id, ImportQuery imports, FileStore files, CurrentShop shop, CancellationToken cancel) =>
        await imports.FindRejectedAsync(id, cancel) is { } rejected && files.Exists(shop.Id, rejected.File)
            ? TypedResults.Stream(files.Open(shop.Id, rejected.File), rejected.ContentType, rejected.DownloadName)
            : new Problem("no_rejected_rows", "No row of this import was rejected.", Kind: ProblemKind.NotFound).ToResult();

    private static Results<FileContentHttpResult, ProblemHttpResult> Template(string? of = null) => Templates.Find(of) is { } template
        ? TypedResults.File(template.Bytes, "text/csv; charset=utf-8", template.FileName)
        : new Problem("unknown_template", $"There are templates of {string.Join(", ", Templates.All.Select(one => one.Name))}.", "of", ProblemKind.NotFound).ToResult();

    private static async Task<Results<Accepted<ImportDetails>, ProblemHttpResult>> AnswerAsync(Outcome<Guid> outcome, ImportQuery imports, CancellationToken cancel) =>
        outcome.Succeeded ? TypedResults.Accepted((string?)null, await imports.FindAsync(outcome.Value, cancel)) : outcome.Problems.ToResult();

    private static ProblemHttpResult Unknown() => new Problem("unknown_import", "There is no such import.", Kind: ProblemKind.NotFound).ToResult();
}
