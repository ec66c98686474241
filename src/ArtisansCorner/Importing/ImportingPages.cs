using ArtisansCorner.Importing.Export;
using ArtisansCorner.Importing.Matching;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Importing;

/// <summary>Parts of the import pages that are also served alone, the files they offer, and what their buttons do.</summary>
public static class ImportingPages
{
    /// <summary>Routes beside the pages.</summary>
    public static void MapImportingPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/settings/export.zip", ExportApi.Download).ExcludeFromDescription().RequirePermission(Permission.ManageShop);
        var pages = app.MapGroup("/{shop}/import").ExcludeFromDescription();
        pages.MapGet("/rows", IResult (string shop, string? cursor) => new RazorComponentResult<ImportRows>(new { Shop = shop, After = cursor })).RequirePermission(Permission.View);
        pages.MapGet("/template.csv", (string? of) => Templates.Find(of) is { } template ? Results.File(template.Bytes, "text/csv; charset=utf-8", template.FileName) : Results.NotFound()).RequirePermission(Permission.View);
        pages.MapPost("/titles/remember", RememberAsync).RequirePermission(Permission.Import);
        pages.MapPost("/titles/{id:guid}/forget", ForgetAsync).RequirePermission(Permission.Import);
        pages.MapGet("/{id:guid}/part", IResult (string shop, Guid id) => new RazorComponentResult<ImportBody>(new { Shop = shop, Id = id })).RequirePermission(Permission.View);
        pages.MapGet("/{id:guid}/rejected.csv", RejectedAsync).RequirePermission(Permission.View);
        pages.MapPost("/{id:guid}/read", (string shop, Guid id, IFormCollection form, ReadAgain again, Flash flash, CancellationToken cancel) =>
            LeadBackAsync(shop, id, again.RunAsync(id, ReadChoiceForm.Read(form), cancel), flash)).RequirePermission(Permission.Import);
        pages.MapPost("/{id:guid}/apply", (string shop, Guid id, IFormCollection form, SteerImport steer, Flash flash, CancellationToken cancel) =>
            LeadBackAsync(shop, id, steer.ApplyAsync(id, ImportForm.Read(form), cancel), flash)).RequirePermission(Permission.Import);
        pages.MapPost("/{id:guid}/cancel", (string shop, Guid id, IFormCollection form, SteerImport steer, Flash flash, CancellationToken cancel) =>
            LeadBackAsync(shop, id, steer.CancelAsync(id, cancel), flash)).RequirePermission(Permission.Import);
        pages.MapPost("/{id:guid}/undo", (string shop, Guid id, IFormCollection form, SteerImport steer, Flash flash, CancellationToken cancel) =>
            LeadBackAsync(shop, id, steer.UndoAsync(id, cancel), flash)).RequirePermission(Permission.Import);
    }

    private static async Task<RedirectHttpResult> RememberAsync(string shop, IFormCollection form, RememberTitle remember, Flash flash, CancellationToken cancel)
    {
        var answers = TitleForm.Read(form);
        foreach (var answer in answers)
        {
            if (await remember.RunAsync(answer, cancel) is { Succeeded: false } refused)
            {
                flash.Say(refused.Problems[0].Message);
                return TypedResults.LocalRedirect($"/{shop}/import/titles");
            }
        }

        flash.Say(answers.Count switch { 0 => "Nothing was chosen", 1 => $"“{answers[0].Title}” is remembered", var several => $"{several} titles are remembered" });
        return TypedResults.LocalRedirect($"/{shop}/import/titles");
    }

    private static async Task<RedirectHttpResult> ForgetAsync(string shop, Guid id, IFormCollection form, RememberTitle remember, Flash flash, CancellationToken cancel)
    {
        var forgotten = await remember.ForgetAsync(id, cancel);
        flash.Say(forgotten.Succeeded ? "Forgotten. The title is asked about again" : forgotten.Problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/import/titles");
    }

    // The form is asked for so that its antiforgery token is checked.
    private static async Task<RedirectHttpResult> LeadBackAsync(string shop, Guid id, Task<Outcome<Guid>> step, Flash flash)
    {
        var outcome = await step;
        if (!outcome.Succeeded) flash.Say(outcome.Problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/import/{id}");
    }

    private static async Task<Results<FileStreamHttpResult, NotFound>> RejectedAsync(Guid id, ImportQuery imports, FileStore files, CurrentShop shop, CancellationToken cancel) =>
        await imports.FindRejectedAsync(id, cancel) is { } rejected && files.Exists(shop.Id, rejected.File)
            ? TypedResults.Stream(files.Open(shop.Id, rejected.File), rejected.ContentType, rejected.DownloadName)
            : TypedResults.NotFound();
}
