using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory;

/// <summary>Parts of pages about stock that are also served alone, and what is done or undone by a form alone.</summary>
public static class InventoryPages
{
    /// <summary>The rows of the list of stock; taking a movement back; putting a place away or taking it out.</summary>
    public static void MapInventoryPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/inventory/rows", Rows).RequirePermission(Permission.View).RememberUntilChanged().ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/{productId:guid}/movements/{id:guid}/undo", UndoAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/{productId:guid}/moves/{id:guid}/undo", UndoMoveAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/places/{id:guid}/put-away", PutAwayAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/places/{id:guid}/take-out", TakeOutAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
    }

    private static RazorComponentResult<StockRows> Rows(string shop, HttpContext http) =>
        new(new { Address = StockAddress.Read(shop, http.Request.Query) });

    private static async Task<IResult> UndoAsync(string shop, Guid productId, Guid id, UndoMovement undo, Flash flash, IAntiforgery antiforgery, HttpContext http, CancellationToken cancel)
    {
        if (await antiforgery.IsRequestValidAsync(http))
        {
            var undone = await undo.RunAsync(id, cancel);
            flash.Say(undone.Succeeded ? "Taken back" : undone.Problems[0].Message);
        }

        return Results.Redirect($"/{shop}/inventory/{productId}");
    }

    private static async Task<IResult> UndoMoveAsync(string shop, Guid productId, Guid id, UndoMove undo, Flash flash, IAntiforgery antiforgery, HttpContext http, CancellationToken cancel)
    {
        if (await antiforgery.IsRequestValidAsync(http))
        {
            var undone = await undo.RunAsync(id, cancel);
            flash.Say(undone.Succeeded ? "Carried back" : undone.Problems[0].Message);
        }

        return Results.Redirect($"/{shop}/inventory/{productId}");
    }

    private static Task<IResult> PutAwayAsync(string shop, Guid id, ChangeLocation change, Flash flash, IAntiforgery antiforgery, HttpContext http, CancellationToken cancel) =>
        SwitchAsync(shop, id, LocationState.PutAway, ("Put away", "take-out"), change, flash, antiforgery, http, cancel);

    private static Task<IResult> TakeOutAsync(string shop, Guid id, ChangeLocation change, Flash flash, IAntiforgery antiforgery, HttpContext http, CancellationToken cancel) =>
        SwitchAsync(shop, id, LocationState.InUse, ("In use again", "put-away"), change, flash, antiforgery, http, cancel);

    private static async Task<IResult> SwitchAsync(
        string shop, Guid id, LocationState state, (string Words, string Undo) said, ChangeLocation change, Flash flash, IAntiforgery antiforgery, HttpContext http, CancellationToken cancel)
    {
        if (await antiforgery.IsRequestValidAsync(http))
        {
            var switched = await change.SwitchAsync(id, state, cancel);
            if (switched.Succeeded) flash.Say(said.Words, $"/{shop}/inventory/places/{id}/{said.Undo}");
            else flash.Say(switched.Problems[0].Message);
        }

        return Results.Redirect($"/{shop}/inventory/places");
    }
}
