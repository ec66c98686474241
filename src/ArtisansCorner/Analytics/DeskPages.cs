using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;

namespace ArtisansCorner.Analytics;

/// <summary>The forms of the analytics page: the goal, and notes on days; each can be taken back.</summary>
public static class DeskPages
{
    /// <summary>Routes beside the pages.</summary>
    public static void MapDeskPages(this IEndpointRouteBuilder app)
    {
        app.MapForm("/{shop}/analytics/goal", Permission.ManageShop, SetGoalAsync);
        app.MapForm("/{shop}/analytics/notes", Permission.RecordSales, AddNoteAsync);
        app.MapForm("/{shop}/analytics/notes/{id:guid}/remove", Permission.RecordSales, async (http, _) =>
            await http.RequestServices.GetRequiredService<Annotate>().RemoveAsync(IdOf(http), http.RequestAborted) is { Succeeded: false } refused
                ? new(refused.Problems[0].Message)
                : new("Taken away", Undo(http, $"{IdOf(http)}/restore")));
        app.MapForm("/{shop}/analytics/notes/{id:guid}/restore", Permission.RecordSales, async (http, _) =>
            await http.RequestServices.GetRequiredService<Annotate>().RestoreAsync(IdOf(http), http.RequestAborted) is { Succeeded: false } refused ? new(refused.Problems[0].Message) : new("It is back"));
    }

    private readonly record struct Done(string Words, string? Undo = null);

    private static async Task<Done> SetGoalAsync(HttpContext http, IFormCollection form)
    {
        var (services, shop) = (http.RequestServices, http.RequestServices.GetRequiredService<CurrentShop>().Facts);
        var reader = new FormReader(shop.Currency);
        var ends = form["end"] == "yes";
        var amount = ends ? null : reader.Money(form["amount"], "amount");
        if (!ends && amount is null) return new(reader.Problems.Count > 0 ? reader.Problems[0].Message : "How much is a month to bring?");
        var set = await services.GetRequiredService<SetGoal>().RunAsync(shop.Zone.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow()), amount, http.RequestAborted);
        if (!set.Succeeded) return new(set.Problems[0].Message);
        return new(
            ends ? "No goal from this month on" : $"The goal is {new Money(amount!.Value, shop.Currency)} a month",
            await services.GetRequiredService<UndoSteps>().KeepAsync(set.Value, Back(shop.Slug, form["back"]), http.RequestAborted));
    }

    private static async Task<Done> AddNoteAsync(HttpContext http, IFormCollection form)
    {
        var reader = new FormReader(http.RequestServices.GetRequiredService<CurrentShop>().Facts.Currency);
        var note = new NewAnnotation(form["text"], reader.Day(form["from"], "From"), reader.Day(form["to"], "To"));
        if (reader.Problems.Count > 0) return new(reader.Problems[0].Message);
        var made = await http.RequestServices.GetRequiredService<Annotate>().RunAsync(note, http.RequestAborted);
        return made.Succeeded ? new("Noted", Undo(http, $"{made.Value}/remove")) : new(made.Problems[0].Message);
    }

    // The form is asked for so that its antiforgery token is checked.
    private static void MapForm(this IEndpointRouteBuilder app, string path, Permission permission, Func<HttpContext, IFormCollection, Task<Done>> act) =>
        app.MapPost(path, async (string shop, HttpContext http, IFormCollection form, Flash flash) =>
        {
            var done = await act(http, form);
            flash.Say(done.Words, done.Undo);
            return Results.LocalRedirect($"/{shop}/{Back(shop, form["back"])}");
        }).RequirePermission(permission).ExcludeFromDescription();

    private static string Undo(HttpContext http, string step) => $"/{http.RequestServices.GetRequiredService<CurrentShop>().Facts.Slug}/analytics/notes/{step}";

    // Only to the page that the form stands on, whatever days it shows.
    private static string Back(string shop, string? asked) => ViewAddress.Read(asked, shop) is { Succeeded: true } page && page.Value.StartsWith("analytics", StringComparison.Ordinal) ? page.Value : "analytics";

    private static Guid IdOf(HttpContext http) => Guid.Parse(http.Request.RouteValues["id"]!.ToString()!);
}
