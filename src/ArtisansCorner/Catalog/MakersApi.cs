using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Catalog;

/// <summary>The makers of a shop: whose work its products are.</summary>
public static class MakersApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapMakersApi(this IEndpointRouteBuilder shop)
    {
        var makers = shop.MapGroup("/makers").WithTags("Inventory");
        makers.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listMakers").WithSummary("The makers of the shop");
        makers.MapPost("", AddAsync).RequirePermission(Permission.ManageShop).Repeatable().WithName("addMaker").WithSummary("Add a maker");
        makers.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getMaker").WithSummary("One maker");
        makers.MapPut("/{id:guid}", RenameAsync).RequirePermission(Permission.ManageShop).WithName("renameMaker").WithSummary("Give a maker another name");
        makers.MapDelete("/{id:guid}", RemoveAsync).RequirePermission(Permission.ManageShop).WithName("removeMaker").WithSummary("Take a maker off the list of whom nothing is");
    }

    private static async Task<Ok<Paged<MakerItem>>> ListAsync(MakerQuery makers, CancellationToken cancel) => TypedResults.Ok(new Paged<MakerItem>(await makers.ListAsync(cancel), null));

    private static async Task<Results<Created<MakerItem>, ProblemHttpResult>> AddAsync(MakerName input, SaveMakers save, MakerQuery makers, HttpContext http, CancellationToken cancel)
    {
        var added = await save.AddAsync(input.Name, cancel);
        if (!added.Succeeded) return added.Problems.ToResult();
        return await makers.FindAsync(added.Value, cancel) is { } maker ? TypedResults.Created($"{http.Request.Path}/{maker.Id}", maker) : SaveMakers.Unknown.ToResult();
    }

    private static async Task<Results<Ok<MakerItem>, ProblemHttpResult>> FindAsync(Guid id, MakerQuery makers, CancellationToken cancel) =>
        await makers.FindAsync(id, cancel) is { } maker ? TypedResults.Ok(maker) : SaveMakers.Unknown.ToResult();

    private static async Task<Results<Ok<MakerItem>, ProblemHttpResult>> RenameAsync(Guid id, MakerName input, SaveMakers save, MakerQuery makers, CancellationToken cancel)
    {
        var renamed = await save.RenameAsync(id, input.Name, cancel);
        return renamed.Succeeded ? await FindAsync(id, makers, cancel) : renamed.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, SaveMakers save, CancellationToken cancel)
    {
        var removed = await save.RemoveAsync(id, cancel);
        return removed.Succeeded ? TypedResults.NoContent() : removed.Problems.ToResult();
    }

    /// <summary>What a maker is called.</summary>
    /// <param name="Name">The name.</param>
    public sealed record MakerName(string? Name);
}
