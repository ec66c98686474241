using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory.Counting;

/// <summary>What is done to a count by a form alone.</summary>
internal static class StocktakePages
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/{shop}/inventory/counts/{id:guid}/{step:regex(^(finish|undo|give-up|go-on)$)}", StepAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();

    // The form is asked for so that its antiforgery token is checked.
    private static async Task<RedirectHttpResult> StepAsync(string shop, Guid id, string step, IFormCollection form, CountStock count, FinishStocktake finish, Flash flash, CancellationToken cancel)
    {
        var (done, words, undo) = step switch
        {
            "finish" => (await finish.RunAsync(id, cancel), "Levels are as you counted them", $"/{shop}/inventory/counts/{id}/undo"),
            "undo" => (await finish.TakeBackAsync(id, cancel), "Taken back: levels are as they were", null),
            "give-up" => (await count.GiveUpAsync(id, cancel), "Given up: nothing changed", $"/{shop}/inventory/counts/{id}/go-on"),
            _ => (await count.GoOnAsync(id, cancel), "It goes on", (string?)null),
        };
        if (done.Succeeded) flash.Say(words, undo);
        else flash.Say(done.Problems[0].Message);
        return TypedResults.LocalRedirect(step == "give-up" && done.Succeeded ? $"/{shop}/inventory/counts" : $"/{shop}/inventory/counts/{id}");
    }
}
