using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory.Reserving;

/// <summary>What is done to what is set aside by a form alone.</summary>
internal static class ReservingPages
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/{shop}/inventory/set-aside/{id:guid}/{step:regex(^(close|reopen)$)}", StepAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();

    // The form is asked for so that its antiforgery token is checked.
    private static async Task<RedirectHttpResult> StepAsync(string shop, Guid id, string step, IFormCollection form, Reserve reserve, Flash flash, CancellationToken cancel)
    {
        var path = $"/{shop}/inventory/set-aside";
        var closes = step == "close";
        var done = closes ? await reserve.CloseAsync(id, cancel) : await reserve.ReopenAsync(id, cancel);
        if (done.Succeeded) flash.Say(closes ? "No longer set aside" : "Set aside again", $"{path}/{id}/{(closes ? "reopen" : "close")}");
        else flash.Say(done.Problems[0].Message);
        return TypedResults.LocalRedirect(path);
    }
}
