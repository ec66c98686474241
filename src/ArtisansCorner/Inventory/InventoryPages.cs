using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory;

/// <summary>Parts of pages about stock that are also served alone, and the undo of a movement.</summary>
public static class InventoryPages
{
    /// <summary>The rows of the list of stock; taking a movement back, by a form.</summary>
    public static void MapInventoryPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/inventory/rows", Rows).RequirePermission(Permission.View).RememberUntilChanged().ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/{productId:guid}/movements/{id:guid}/undo", UndoAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
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
}
