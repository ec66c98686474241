using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Importing.Matching;

/// <summary>What the titles of files mean.</summary>
public static class TitlesApi
{
    /// <summary>Routes under /api/v1/shops/{shopId}/imports.</summary>
    public static void MapTitlesApi(this IEndpointRouteBuilder imports)
    {
        var titles = imports.MapGroup("/titles");
        titles.MapGet("", ListAsync).RequirePermission(Permission.View).WithName("listTitles").WithSummary("What titles were said to be, latest first");
        titles.MapGet("/open", OpenAsync).RequirePermission(Permission.View).WithName("openTitles").WithSummary("Titles of past lines that are of no product, each with what it may be");
        titles.MapPost("", RememberAsync).RequirePermission(Permission.Import).WithName("rememberTitle").WithSummary("Say what a title is; past lines of it that are of no product are of it too");
        titles.MapDelete("/{id:guid}", ForgetAsync).RequirePermission(Permission.Import).WithName("forgetTitle").WithSummary("Forget what a title is");
    }

    private static async Task<Ok<Paged<RememberedTitle>>> ListAsync(TitlesQuery titles, CancellationToken cancel, Cursor? cursor = null, [Range(1, 200)] int limit = 50) =>
        TypedResults.Ok(await titles.RememberedAsync(cursor, limit, cancel));

    private static async Task<Ok<IReadOnlyList<TitleMatch>>> OpenAsync(TitlesQuery titles, CancellationToken cancel) => TypedResults.Ok(await titles.OpenAsync(cancel));

    private static async Task<Results<Created<TitleRemembered>, ProblemHttpResult>> RememberAsync(TitleAnswer input, RememberTitle remember, HttpContext http, CancellationToken cancel)
    {
        var made = await remember.RunAsync(input, cancel);
        return made.Succeeded ? TypedResults.Created($"{http.Request.Path}/{made.Value}", new TitleRemembered(made.Value)) : made.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ForgetAsync(Guid id, RememberTitle remember, CancellationToken cancel)
    {
        var forgotten = await remember.ForgetAsync(id, cancel);
        return forgotten.Succeeded ? TypedResults.NoContent() : forgotten.Problems.ToResult();
    }
}

/// <summary>A choice that was remembered.</summary>
/// <param name="Id">Its id.</param>
public sealed record TitleRemembered(Guid Id);
