using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory.Counting;

/// <summary>Counts of what lies in a place.</summary>
public static class StocktakesApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapStocktakesApi(this IEndpointRouteBuilder shop)
    {
        var stocktakes = shop.MapGroup("/stocktakes").WithTags("Inventory");
        stocktakes.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listStocktakes").WithSummary("Counts, the latest first");
        stocktakes.MapPost("", StartAsync).RequirePermission(Permission.ManageStock).Repeatable().WithName("startStocktake").WithSummary("Begin a count");
        stocktakes.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getStocktake").WithSummary("One count with everything in it, and how it differs");
        stocktakes.MapPut("/{id:guid}/lines", SaveAsync).RequirePermission(Permission.ManageStock).WithName("countStock").WithSummary("Take down how many there are of some things");
        stocktakes.MapPost("/{id:guid}/finish", FinishAsync).RequirePermission(Permission.ManageStock).WithName("finishStocktake").WithSummary("Set levels right by what was counted");
        stocktakes.MapPost("/{id:guid}/undo", TakeBackAsync).RequirePermission(Permission.ManageStock).WithName("takeStocktakeBack").WithSummary("Take a finished count back");
        stocktakes.MapDelete("/{id:guid}", GiveUpAsync).RequirePermission(Permission.ManageStock).WithName("giveStocktakeUp").WithSummary("Give up a count that goes on");
    }

    private static async Task<Ok<Paged<StocktakeItem>>> ListAsync(StocktakeQuery stocktakes, CancellationToken cancel) => TypedResults.Ok(new Paged<StocktakeItem>(await stocktakes.ListAsync(cancel), null));

    private static async Task<Results<Created<OneStocktake>, ProblemHttpResult>> StartAsync(NewStocktake input, CountStock count, StocktakeQuery stocktakes, HttpContext http, CancellationToken cancel)
    {
        var started = await count.StartAsync(input, cancel);
        if (!started.Succeeded) return started.Problems.ToResult();
        return TypedResults.Created($"{http.Request.Path}/{started.Value}", (await OfAsync(started.Value, stocktakes, cancel))!);
    }

    private static async Task<Results<Ok<OneStocktake>, ProblemHttpResult>> FindAsync(Guid id, StocktakeQuery stocktakes, CancellationToken cancel) =>
        await OfAsync(id, stocktakes, cancel) is { } stocktake ? TypedResults.Ok(stocktake) : CountStock.Unknown.ToResult();

    private static async Task<Results<Ok<OneStocktake>, ProblemHttpResult>> SaveAsync(Guid id, Counts input, CountStock count, StocktakeQuery stocktakes, CancellationToken cancel)
    {
        var saved = await count.SaveAsync(id, input.Lines ?? [], cancel);
        return saved.Succeeded ? await FindAsync(id, stocktakes, cancel) : saved.Problems.ToResult();
    }

    private static async Task<Results<Ok<OneStocktake>, ProblemHttpResult>> FinishAsync(Guid id, FinishStocktake finish, StocktakeQuery stocktakes, CancellationToken cancel)
    {
        var finished = await finish.RunAsync(id, cancel);
        return finished.Succeeded ? await FindAsync(id, stocktakes, cancel) : finished.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBackAsync(Guid id, FinishStocktake finish, CancellationToken cancel) => Done(await finish.TakeBackAsync(id, cancel));

    private static async Task<Results<NoContent, ProblemHttpResult>> GiveUpAsync(Guid id, CountStock count, CancellationToken cancel) => Done(await count.GiveUpAsync(id, cancel));

    private static async Task<OneStocktake?> OfAsync(Guid id, StocktakeQuery stocktakes, CancellationToken cancel) =>
        await stocktakes.FindAsync(id, cancel) is { } found ? new OneStocktake(found.Stocktake, found.Lines) : null;

    private static Results<NoContent, ProblemHttpResult> Done(Outcome<Guid> outcome) => outcome.Succeeded ? TypedResults.NoContent() : outcome.Problems.ToResult();

    /// <summary>How many there are of some things.</summary>
    public sealed record Counts(IReadOnlyList<NewCount>? Lines);

    /// <summary>A count with everything in it.</summary>
    public sealed record OneStocktake(StocktakeItem Stocktake, IReadOnlyList<StocktakeLineItem> Lines);
}
