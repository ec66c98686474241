using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Shops;

/// <summary>The address that “Undo” posts to.</summary>
public static class UndoPages
{
    /// <summary>Its route. Who may undo what, the kind of the change says.</summary>
    public static void MapUndoPages(this IEndpointRouteBuilder app) =>
        app.MapPost("/{shop}/undo/{id:guid}", RunAsync).RequirePermission(Permission.View).ExcludeFromDescription();

    // The form is asked for so that its antiforgery token is checked.
    private static async Task<RedirectHttpResult> RunAsync(string shop, Guid id, IFormCollection form, UndoSteps undo, Flash flash, HttpContext http, CancellationToken cancel)
    {
        var (back, problems) = await undo.RunAsync(id, http.Features.GetRequiredFeature<Membership>().Role, cancel);
        flash.Say(problems.Count == 0 ? "As it was before" : problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/{back}".TrimEnd('/'));
    }
}
