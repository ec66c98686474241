using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory;

/// <summary>Places where stock lies, and carrying pieces between them.</summary>
public static class LocationsApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapLocationsApi(this IEndpointRouteBuilder shop)
    {
        var places = shop.MapGroup("/locations").WithTags("Inventory");
        places.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listLocations").WithSummary("Where stock lies: studio, fairs, galleries");
        places.MapPost("", CreateAsync).RequirePermission(Permission.ManageStock).Repeatable().WithName("createLocation").WithSummary("Add a place");
        places.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getLocation").WithSummary("One place; its ETag is needed to change it safely");
        places.MapPut("/{id:guid}", ChangeAsync).RequirePermission(Permission.ManageStock).WithName("changeLocation").WithSummary("Change a place, put it away or take it out again; send If-Match to lose nobody's change");
        places.MapDelete("/{id:guid}", PutAwayAsync).RequirePermission(Permission.ManageStock).WithName("putLocationAway").WithSummary("Put a place away; what happened there keeps it");
        var moves = shop.MapGroup("/stock/moves").WithTags("Inventory");
        moves.MapPost("", MoveAsync).RequirePermission(Permission.ManageStock).Repeatable().WithName("movePieces").WithSummary("Carry pieces from one place to another");
        moves.MapPost("/{id:guid}/undo", UndoAsync).RequirePermission(Permission.ManageStock).WithName("undoMove").WithSummary("Carry them back");
    }

    private static async Task<Ok<Paged<LocationItem>>> ListAsync(LocationQuery places, CancellationToken cancel, bool all = false) =>
        TypedResults.Ok(new Paged<LocationItem>(await places.ListAsync(all, cancel), null));

    private static async Task<Results<Created<LocationItem>, ProblemHttpResult>> CreateAsync(
        NewLocation input, CreateLocation create, LocationQuery places, HttpContext http, CancellationToken cancel)
    {
        var made = await create.RunAsync(input, cancel);
        if (!made.Succeeded) return made.Problems.ToResult();
        var place = (await places.FindAsync(made.Value, cancel))!;
        EntityTag.Set(http, place.Version);
        return TypedResults.Created($"{http.Request.Path}/{place.Id}", place);
    }

    private static async Task<Results<Ok<LocationItem>, ProblemHttpResult>> FindAsync(Guid id, LocationQuery places, HttpContext http, CancellationToken cancel)
    {
        if (await places.FindAsync(id, cancel) is not { } place) return LocationRules.Unknown.ToResult();
        EntityTag.Set(http, place.Version);
        return TypedResults.Ok(place);
    }

    private static async Task<Results<Ok<LocationItem>, ProblemHttpResult>> ChangeAsync(
        Guid id, NewLocation input, ChangeLocation change, LocationQuery places, HttpContext http, CancellationToken cancel)
    {
        var expected = EntityTag.Expected(http);
        if (expected.Problems.Count > 0) return expected.Problems.ToResult();
        var changed = await change.RunAsync(id, expected.Value, input, cancel);
        return changed.Succeeded ? await FindAsync(id, places, http, cancel) : changed.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> PutAwayAsync(Guid id, ChangeLocation change, CancellationToken cancel)
    {
        var put = await change.SwitchAsync(id, LocationState.PutAway, cancel);
        return put.Succeeded ? TypedResults.NoContent() : put.Problems.ToResult();
    }

    private static async Task<Results<Created<PieceMove>, ProblemHttpResult>> MoveAsync(NewPieceMove input, MovePieces move, ItemQuery items, LocationQuery places, CancellationToken cancel)
    {
        var moved = await move.RunAsync(input, cancel);
        if (!moved.Succeeded) return moved.Problems.ToResult();
        var variant = await items.VariantOfMoveAsync(moved.Value, cancel);
        return TypedResults.Created((string?)null, new PieceMove(moved.Value, variant, await places.OfAsync(StockOf.Variant(variant), cancel)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(Guid id, UndoMove undo, CancellationToken cancel)
    {
        var undone = await undo.RunAsync(id, cancel);
        return undone.Succeeded ? TypedResults.NoContent() : undone.Problems.ToResult();
    }

    /// <summary>What was carried, and where the variant lies now.</summary>
    public sealed record PieceMove(Guid Id, Guid VariantId, IReadOnlyList<PlaceStock> Places);
}
