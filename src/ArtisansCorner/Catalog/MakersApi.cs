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
        makers.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).WithName("getMaker").WithSummary("One maker");
        makers.MapPut("/{id:guid}", RenameAsync).RequirePermission(Permission.ManageShop).WithName("renameMaker").WithSummary("Give a maker another name; send If-Match to lose nobody's change");
        makers.MapDelete("/{id:guid}", RemoveAsync).RequirePermission(Permission.ManageShop).WithName("removeMaker").WithSummary("Take a maker off the list of whom nothing is");
    }

    private static async Task<Ok<Paged<MakerItem>>> ListAsync(MakerQuery makers, CancellationToken cancel) => TypedResults.Ok(new Paged<MakerItem>(await makers.ListAsync(cancel), null));

    private static async Task<Results<Created<MakerItem>, ProblemHttpResult>> AddAsync(MakerName input, SaveMakers save, MakerQuery makers, HttpContext http, CancellationToken cancel)
    {
        var added = await save.AddAsync(input.Name, cancel);
        if (!added.Succeeded) return added.Problems.ToResult();
        if (await makers.FindAsync(added.Value, cancel) is not { } maker) return MakerRules.Unknown.ToResult();
        EntityTag.Set(http, maker.Version);
        return TypedResults.Created($"{http.Request.Path}/{maker.Id}", maker);
    }

    private static async Task<Results<Ok<MakerItem>, ProblemHttpResult>> FindAsync(Guid id, MakerQuery makers, HttpContext http, CancellationToken cancel)
    {
        if (await makers.FindAsync(id, cancel) is not { } maker) return MakerRules.Unknown.ToResult();
        EntityTag.Set(http, maker.Version);
        return TypedResults.Ok(maker);
    }

    private static async Task<Results<Ok<MakerItem>, ProblemHttpResult>> RenameAsync(Guid id, MakerName input, SaveMakers save, MakerQuery makers, HttpContext http, CancellationToken cancel)
    {
        var expected = EntityTag.Expected(http);
        if (expected.Problems.Count > 0) return expected.Problems.ToResult();
        var renamed = await save.RenameAsync(id, expected.Value, input.Name, cancel);
        return renamed.Succeeded ? await FindAsync(id, makers, http, cancel) : renamed.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, SaveMakers save, HttpContext http, CancellationToken cancel)
    {
        var expected = EntityTag.Expected(http);
        if (expected.Problems.Count > 0) return expected.Problems.ToResult();
        var removed = await save.RemoveAsync(id, expected.Value, cancel);
        return removed.Succeeded ? TypedResults.NoContent() : removed.Problems.ToResult();
    }

    /// <summary>What a maker is called.</summary>
    /// <param name="Name">The name.</param>
    public sealed record MakerName(string? Name);
}
