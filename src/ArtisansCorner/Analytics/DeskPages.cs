using System.Globalization;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Antiforgery;

namespace ArtisansCorner.Analytics;

/// <summary>The forms of the analytics page: the goal, and notes on days; each can be taken back.</summary>
public static class DeskPages
{
    private const string None = "none";

    /// <summary>Routes beside the pages.</summary>
    public static void MapDeskPages(this IEndpointRouteBuilder app)
    {
        app.MapForm("/{shop}/analytics/goal", Permission.ManageShop, SetGoalAsync);
        app.MapForm("/{shop}/analytics/goal/undo", Permission.ManageShop, UndoGoalAsync);
        app.MapForm("/{shop}/analytics/notes", Permission.RecordSales, AddNoteAsync);
        app.MapForm("/{shop}/analytics/notes/{id:guid}/remove", Permission.RecordSales, async (http, _) =>
            await http.RequestServices.GetRequiredService<Annotate>().RemoveAsync(IdOf(http), http.RequestAborted) is { Succeeded: false } refused
                ? new(refused.Problems[0].Message)
                : new("Taken away", $"analytics/notes/{IdOf(http)}/restore"));
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
        var before = set.Value;
        var was = !before.WasSaid ? null : before.NetSales?.ToString(CultureInfo.InvariantCulture) ?? None;
        return new(
            ends ? "No goal from this month on" : $"The goal is {new Money(amount!.Value, shop.Currency)} a month",
            Address.Of("analytics/goal/undo", ("month", before.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture)), ("was", was)));
    }

    private static async Task<Done> UndoGoalAsync(HttpContext http, IFormCollection form)
    {
        var (services, query) = (http.RequestServices, http.Request.Query);
        if (services.GetRequiredService<GoalQuery>().MonthOf(query["month"], services.GetRequiredService<TimeProvider>().GetUtcNow()) is not { } month) return new("That is not a month.");
        var was = query["was"].ToString();
        var amount = long.TryParse(was, NumberStyles.None, CultureInfo.InvariantCulture, out var minor) && minor is > 0 and <= Goal.Most ? minor : (long?)null;
        if (amount is null && was is not ("" or None)) return new("That was no goal.");
        await services.GetRequiredService<SetGoal>().UndoAsync(new GoalBefore(month, was.Length > 0, amount), http.RequestAborted);
        return new("The goal is as it was");
    }

    private static async Task<Done> AddNoteAsync(HttpContext http, IFormCollection form)
    {
        var reader = new FormReader(http.RequestServices.GetRequiredService<CurrentShop>().Facts.Currency);
        var note = new NewAnnotation(form["text"], reader.Day(form["from"], "From"), reader.Day(form["to"], "To"));
        if (reader.Problems.Count > 0) return new(reader.Problems[0].Message);
        var made = await http.RequestServices.GetRequiredService<Annotate>().RunAsync(note, http.RequestAborted);
        return made.Succeeded ? new("Noted", $"analytics/notes/{made.Value}/remove") : new(made.Problems[0].Message);
    }

    private static void MapForm(this IEndpointRouteBuilder app, string path, Permission permission, Func<HttpContext, IFormCollection, Task<Done>> act) =>
        app.MapPost(path, async (string shop, HttpContext http, Flash flash, IAntiforgery antiforgery) =>
        {
            if (!await antiforgery.IsRequestValidAsync(http)) return Results.LocalRedirect(Back(shop, null));
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var done = await act(http, form);
            flash.Say(done.Words, done.Undo is null ? null : $"/{shop}/{done.Undo}");
            return Results.LocalRedirect(Back(shop, form["back"]));
        }).RequirePermission(permission).ExcludeFromDescription();

    // Only to the page that the form stands on, whatever days it shows.
    private static string Back(string shop, string? asked) =>
        ViewAddress.Read(asked, shop) is { Succeeded: true } page && page.Value.StartsWith("analytics", StringComparison.Ordinal) ? $"/{shop}/{page.Value}" : $"/{shop}/analytics";

    private static Guid IdOf(HttpContext http) => Guid.Parse(http.Request.RouteValues["id"]!.ToString()!);
}
