using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Making;

/// <summary>What was made.</summary>
public static class BatchesApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapBatchesApi(this IEndpointRouteBuilder shop)
    {
        var batches = shop.MapGroup("/batches").WithTags("Making");
        batches.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listBatches").WithSummary("What was made, and what it cost");
        batches.MapPost("", MakeAsync).RequirePermission(Permission.ManageStock).Repeatable().WithName("makeBatch").WithSummary("Make by a recipe: uses up its parts, books in what was made");
        batches.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getBatch").WithSummary("One batch");
        batches.MapPost("/{id:guid}/undo", TakeBackAsync).RequirePermission(Permission.ManageStock).WithName("takeBatchBack").WithSummary("Take a batch back");
    }

    private static async Task<Ok<Paged<BatchItem>>> ListAsync(BatchQuery batches, CancellationToken cancel, Guid? recipeId = null, Cursor? cursor = null, [Range(1, 200)] int limit = 50) =>
        TypedResults.Ok(await batches.ListAsync(recipeId, cursor, limit, cancel));

    private static async Task<Results<Created<BatchItem>, ProblemHttpResult>> MakeAsync(NewBatch input, MakeBatch make, BatchQuery batches, HttpContext http, CancellationToken cancel)
    {
        var made = await make.RunAsync(input, cancel);
        if (!made.Succeeded) return made.Problems.ToResult();
        return TypedResults.Created($"{http.Request.Path}/{made.Value}", (await batches.FindAsync(made.Value, cancel))!);
    }

    private static async Task<Results<Ok<BatchItem>, ProblemHttpResult>> FindAsync(Guid id, BatchQuery batches, CancellationToken cancel) =>
        await batches.FindAsync(id, cancel) is { } batch ? TypedResults.Ok(batch) : BatchQuery.Unknown.ToResult();

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBackAsync(Guid id, TakeBatchBack takeBack, CancellationToken cancel)
    {
        var done = await takeBack.RunAsync(id, cancel);
        return done.Succeeded ? TypedResults.NoContent() : done.Problems.ToResult();
    }
}
