using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Shops;

/// <summary>Saved views: for programs, their short links, and the forms that save, rename and remove them.</summary>
public static class ViewsApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapViewsApi(this IEndpointRouteBuilder shop)
    {
        var views = shop.MapGroup("/views").WithTags("Views");
        views.MapGet("", ListAsync).RequirePermission(Permission.View).WithName("listViews").WithSummary("Saved views, by name");
        views.MapPost("", SaveAsync).RequirePermission(Permission.RecordSales).Repeatable().WithName("saveView").WithSummary("Save a page with its filters and days under a name");
        views.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).WithName("getView").WithSummary("One saved view");
        views.MapPut("/{id:guid}", RenameAsync).RequirePermission(Permission.RecordSales).WithName("renameView").WithSummary("Give a saved view another name");
        views.MapDelete("/{id:guid}", RemoveAsync).RequirePermission(Permission.RecordSales).WithName("removeView").WithSummary("Take a saved view away");
    }

    /// <summary>The short link of a view, and the forms about views.</summary>
    public static void MapViewsPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/views/{id:guid}", async (string shop, Guid id, ViewQuery views, CancellationToken cancel) =>
            await views.FindAsync(id, cancel) is { } view ? Results.LocalRedirect($"/{shop}/{view.Address}") : Results.NotFound()).RequirePermission(Permission.View).ExcludeFromDescription();
        app.MapForm("/{shop}/views/save", async (http, form, views) =>
        {
            var saved = await views.RunAsync(new NewView(form["name"], form["address"]), http.RequestAborted);
            return saved.Succeeded ? new($"Saved as “{form["name"].ToString().Trim()}”", $"views/{saved.Value}/remove") : new(saved.Problems[0].Message);
        });
        app.MapForm("/{shop}/views/{id:guid}/rename", async (http, form, views) =>
            await views.RenameAsync(IdOf(http), form["name"], http.RequestAborted) is { Succeeded: false } refused ? new(refused.Problems[0].Message) : new("Renamed"));
        app.MapForm("/{shop}/views/{id:guid}/remove", async (http, _, views) =>
            await views.RemoveAsync(IdOf(http), http.RequestAborted) is { Succeeded: false } refused ? new(refused.Problems[0].Message) : new("Taken away", $"views/{IdOf(http)}/restore"));
        app.MapForm("/{shop}/views/{id:guid}/restore", async (http, _, views) =>
            await views.RestoreAsync(IdOf(http), http.RequestAborted) is { Succeeded: false } refused ? new(refused.Problems[0].Message) : new("It is back"));
    }

    private readonly record struct Said(string Words, string? Undo = null);

    // The form is asked for so that its antiforgery token is checked.
    private static void MapForm(this IEndpointRouteBuilder app, string path, Func<HttpContext, IFormCollection, SaveView, Task<Said>> act) =>
        app.MapPost(path, async (string shop, HttpContext http, IFormCollection form, SaveView views, Flash flash) =>
        {
            var said = await act(http, form, views);
            flash.Say(said.Words, said.Undo is null ? null : $"/{shop}/{said.Undo}");
            return Results.LocalRedirect($"/{shop}/views");
        }).RequirePermission(Permission.RecordSales).ExcludeFromDescription();

    private static Guid IdOf(HttpContext http) => Guid.Parse(http.Request.RouteValues["id"]!.ToString()!);

    private static async Task<Ok<Paged<ViewItem>>> ListAsync(ViewQuery views, CancellationToken cancel) => TypedResults.Ok(new Paged<ViewItem>(await views.ListAsync(cancel), null));

    private static async Task<Results<Created<ViewItem>, ProblemHttpResult>> SaveAsync(NewView input, SaveView save, ViewQuery views, HttpContext http, CancellationToken cancel)
    {
        var saved = await save.RunAsync(input, cancel);
        if (!saved.Succeeded) return saved.Problems.ToResult();
        return await views.FindAsync(saved.Value, cancel) is { } view ? TypedResults.Created($"{http.Request.Path}/{view.Id}", view) : SaveView.Unknown.ToResult();
    }

    private static async Task<Results<Ok<ViewItem>, ProblemHttpResult>> FindAsync(Guid id, ViewQuery views, CancellationToken cancel) =>
        await views.FindAsync(id, cancel) is { } view ? TypedResults.Ok(view) : SaveView.Unknown.ToResult();

    private static async Task<Results<Ok<ViewItem>, ProblemHttpResult>> RenameAsync(Guid id, ViewName input, SaveView save, ViewQuery views, CancellationToken cancel)
    {
        var renamed = await save.RenameAsync(id, input.Name, cancel);
        return renamed.Succeeded ? await FindAsync(id, views, cancel) : renamed.Problems.ToResult();
    }

    /// <summary>Another name for a view.</summary>
    /// <param name="Name">The name.</param>
    public sealed record ViewName(string? Name);

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, SaveView save, CancellationToken cancel)
    {
        var removed = await save.RemoveAsync(id, cancel);
        return removed.Succeeded ? TypedResults.NoContent() : removed.Problems.ToResult();
    }
}
