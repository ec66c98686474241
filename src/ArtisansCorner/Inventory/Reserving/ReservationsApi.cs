using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory.Reserving;

/// <summary>What is set aside: committed stock.</summary>
public static class ReservationsApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapReservationsApi(this IEndpointRouteBuilder shop)
    {
        var reservations = shop.MapGroup("/stock/reservations").WithTags("Inventory");
        reservations.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listReservations").WithSummary("What is set aside, by the day it is wanted; or what was");
        reservations.MapPost("", CreateAsync).RequirePermission(Permission.ManageStock).Repeatable().WithName("createReservation").WithSummary("Set pieces or material aside: on hand, and not available");
        reservations.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getReservation").WithSummary("One reservation; its ETag is needed to change it safely");
        reservations.MapPut("/{id:guid}", ChangeAsync).RequirePermission(Permission.ManageStock).WithName("changeReservation").WithSummary("Change how much is set aside, for what and by when; send If-Match to lose nobody's change");
        reservations.MapPost("/{id:guid}/close", CloseAsync).RequirePermission(Permission.ManageStock).WithName("closeReservation").WithSummary("It was handed over or given up; stock does not move by that");
        reservations.MapPost("/{id:guid}/reopen", ReopenAsync).RequirePermission(Permission.ManageStock).WithName("reopenReservation").WithSummary("Set it aside again");
    }

    private static async Task<Ok<Paged<ReservationItem>>> ListAsync(ReservationQuery reservations, CancellationToken cancel, bool closed = false, Guid? variantId = null, Cursor? cursor = null, [Range(1, 200)] int limit = 50) =>
        TypedResults.Ok(closed ? await reservations.ClosedAsync(cursor, limit, cancel) : new Paged<ReservationItem>(await reservations.OpenAsync(StockOf.Variant(variantId), cancel), null));

    private static async Task<Results<Created<ReservationItem>, ProblemHttpResult>> CreateAsync(NewReservation input, Reserve reserve, ReservationQuery reservations, HttpContext http, CancellationToken cancel)
    {
        var made = await reserve.RunAsync(input, cancel);
        if (!made.Succeeded) return made.Problems.ToResult();
        var reservation = (await reservations.FindAsync(made.Value, cancel))!;
        EntityTag.Set(http, reservation.Version);
        return TypedResults.Created($"{http.Request.Path}/{reservation.Id}", reservation);
    }

    private static async Task<Results<Ok<ReservationItem>, ProblemHttpResult>> FindAsync(Guid id, ReservationQuery reservations, HttpContext http, CancellationToken cancel)
    {
        if (await reservations.FindAsync(id, cancel) is not { } reservation) return Reserve.Unknown.ToResult();
        EntityTag.Set(http, reservation.Version);
        return TypedResults.Ok(reservation);
    }

    private static async Task<Results<Ok<ReservationItem>, ProblemHttpResult>> ChangeAsync(Guid id, NewReservation input, Reserve reserve, ReservationQuery reservations, HttpContext http, CancellationToken cancel)
    {
        var expected = EntityTag.Expected(http);
        if (expected.Problems.Count > 0) return expected.Problems.ToResult();
        var changed = await reserve.ChangeAsync(id, expected.Value, input, cancel);
        return changed.Succeeded ? await FindAsync(id, reservations, http, cancel) : changed.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CloseAsync(Guid id, Reserve reserve, CancellationToken cancel) => Done(await reserve.CloseAsync(id, cancel));

    private static async Task<Results<NoContent, ProblemHttpResult>> ReopenAsync(Guid id, Reserve reserve, CancellationToken cancel) => Done(await reserve.ReopenAsync(id, cancel));

    private static Results<NoContent, ProblemHttpResult> Done(Outcome<Guid> outcome) => outcome.Succeeded ? TypedResults.NoContent() : outcome.Problems.ToResult();
}
