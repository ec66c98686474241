using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Analytics;

/// <summary>What <c>PUT /goals</c> takes.</summary>
/// <param name="NetSales">Net sales of a month, in minor units.</param>
/// <param name="Month">The first month it holds for, such as 2026-11; the running one when it is not said.</param>
public sealed record NewGoal(long NetSales, string? Month);

/// <summary>The answer of <c>/goals</c>.</summary>
/// <param name="Currency">ISO 4217 code; all amounts are its minor units.</param>
/// <param name="Current">How the running month stands; nothing while no goal holds for it.</param>
/// <param name="Items">Every goal that was set, the latest month first.</param>
public sealed record GoalsAnswer(string Currency, GoalPace? Current, IReadOnlyList<GoalItem> Items);

/// <summary>Goals, and notes on days.</summary>
public static class DeskApi
{
    /// <summary>Routes inside a shop.</summary>
    public static void MapDeskApi(this IEndpointRouteBuilder shop)
    {
        var goals = shop.MapGroup("/goals").WithTags("Analytics");
        goals.MapGet("", GoalsAsync).RequirePermission(Permission.View).WithName("goals").WithSummary("The goals, and how the running month stands against its own");
        goals.MapPut("", SetAsync).RequirePermission(Permission.ManageShop).WithName("setGoal").WithSummary("Set what each month is to bring in net sales, from a month on");
        goals.MapDelete("", EndAsync).RequirePermission(Permission.ManageShop).WithName("endGoal").WithSummary("Have no goal from a month on");
        var notes = shop.MapGroup("/annotations").WithTags("Analytics");
        notes.MapGet("", ListAsync).RequirePermission(Permission.View).WithName("listAnnotations").WithSummary("Notes on days, the latest written first");
        notes.MapPost("", AddAsync).RequirePermission(Permission.RecordSales).Repeatable().WithName("annotate").WithSummary("Write down what happened on a day or a run of days");
        notes.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).WithName("getAnnotation").WithSummary("One note; its ETag is needed to change it safely");
        notes.MapPut("/{id:guid}", ChangeAsync).RequirePermission(Permission.RecordSales).WithName("changeAnnotation").WithSummary("Change a note; send If-Match to lose nobody's change");
        notes.MapDelete("/{id:guid}", RemoveAsync).RequirePermission(Permission.RecordSales).WithName("removeAnnotation").WithSummary("Take a note away");
    }

    private static async Task<Ok<GoalsAnswer>> GoalsAsync(GoalQuery goals, CurrentShop shop, TimeProvider time, CancellationToken cancel) => TypedResults.Ok(
        new GoalsAnswer(shop.Facts.Currency.Code, await goals.PaceAsync(shop.Facts.Zone.DayOf(time.GetUtcNow()), cancel), await goals.ListAsync(cancel)));

    private static async Task<Results<Ok<GoalsAnswer>, ProblemHttpResult>> SetAsync(
        NewGoal input, SetGoal set, GoalQuery goals, CurrentShop shop, TimeProvider time, CancellationToken cancel)
    {
        if (goals.MonthOf(input.Month, time.GetUtcNow()) is not { } month) return NoMonth.ToResult();
        var done = await set.RunAsync(month, input.NetSales, cancel);
        return done.Succeeded ? await GoalsAsync(goals, shop, time, cancel) : done.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(
        [Description("The first month without a goal, such as 2026-11; the running one when it is not said")] string? month, SetGoal set, GoalQuery goals, TimeProvider time, CancellationToken cancel)
    {
        if (goals.MonthOf(month, time.GetUtcNow()) is not { } first) return NoMonth.ToResult();
        await set.RunAsync(first, null, cancel);
        return TypedResults.NoContent();
    }

    private static Problem NoMonth => new("not_a_month", "That is not a month; write it as 2026-11.", "Month");

    private static async Task<Results<Ok<Paged<AnnotationItem>>, ProblemHttpResult>> ListAsync(
        AnnotationQuery notes, CurrentShop shop, TimeProvider time, CancellationToken cancel,
        [Description("Only those about this day or later")] string? from = null, [Description("Only those about this day or before")] string? to = null, Cursor? cursor = null, [Range(1, 200)] int limit = 50)
    {
        if (string.IsNullOrEmpty(from) && string.IsNullOrEmpty(to)) return TypedResults.Ok(await notes.ListAsync(null, cursor, limit, cancel));
        var range = AskedRange.Read(from, to, shop.Facts.Zone.DayOf(time.GetUtcNow()));
        return range.Succeeded ? TypedResults.Ok(await notes.ListAsync(range.Value, cursor, limit, cancel)) : range.Problems.ToResult();
    }

    private static async Task<Results<Created<AnnotationItem>, ProblemHttpResult>> AddAsync(NewAnnotation input, Annotate annotate, AnnotationQuery notes, HttpContext http, CancellationToken cancel)
    {
        var made = await annotate.RunAsync(input, cancel);
        if (!made.Succeeded) return made.Problems.ToResult();
        if (await notes.FindAsync(made.Value, cancel) is not { } note) return Annotate.Unknown.ToResult();
        EntityTag.Set(http, note.Version);
        return TypedResults.Created($"{http.Request.Path}/{note.Id}", note);
    }

    private static async Task<Results<Ok<AnnotationItem>, ProblemHttpResult>> FindAsync(Guid id, AnnotationQuery notes, HttpContext http, CancellationToken cancel)
    {
        if (await notes.FindAsync(id, cancel) is not { } note) return Annotate.Unknown.ToResult();
        EntityTag.Set(http, note.Version);
        return TypedResults.Ok(note);
    }

    private static async Task<Results<Ok<AnnotationItem>, ProblemHttpResult>> ChangeAsync(
        Guid id, NewAnnotation input, Annotate annotate, AnnotationQuery notes, HttpContext http, CancellationToken cancel)
    {
        // Found first: an id of another shop is not there, whatever is sent with it.
        if (await notes.FindAsync(id, cancel) is null) return Annotate.Unknown.ToResult();
        var expected = EntityTag.Expected(http);
        if (expected.Problems.Count > 0) return expected.Problems.ToResult();
        var changed = await annotate.ChangeAsync(id, expected.Value, input, cancel);
        return changed.Succeeded ? await FindAsync(id, notes, http, cancel) : changed.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, Annotate annotate, CancellationToken cancel)
    {
        var removed = await annotate.RemoveAsync(id, cancel);
        return removed.Succeeded ? TypedResults.NoContent() : removed.Problems.ToResult();
    }
}
