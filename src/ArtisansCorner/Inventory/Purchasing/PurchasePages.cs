using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>What is done to an order by a form alone, and the order as a file.</summary>
internal static class PurchasePages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/{shop}/inventory/purchases/{id:guid}/{step:regex(^(cancel|await)$)}", SwitchAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/purchases/{id:guid}/receipts/{receiptId:guid}/undo", TakeBackAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapGet("/{shop}/inventory/purchases/{id:guid}.csv", PurchaseFiles.CsvAsync).RequirePermission(Permission.View).ExcludeFromDescription();
        app.MapGet("/{shop}/inventory/purchases/{id:guid}.pdf", PurchaseFiles.PdfAsync).RequirePermission(Permission.View).ExcludeFromDescription();
    }

    // The forms are asked for so that their antiforgery tokens are checked.
    private static async Task<RedirectHttpResult> SwitchAsync(string shop, Guid id, string step, IFormCollection form, ReceivePurchase receive, Flash flash, CancellationToken cancel)
    {
        var calledOff = step == "cancel";
        var switched = calledOff ? await receive.CancelAsync(id, cancel) : await receive.AwaitAsync(id, cancel);
        return Back(shop, id, switched, calledOff ? "Called off" : "Awaited again", $"/{shop}/inventory/purchases/{id}/{(calledOff ? "await" : "cancel")}", flash);
    }

    private static async Task<RedirectHttpResult> TakeBackAsync(string shop, Guid id, Guid receiptId, IFormCollection form, ReceivePurchase receive, Flash flash, CancellationToken cancel) =>
        Back(shop, id, await receive.TakeBackAsync(id, receiptId, cancel), "Taken back: it is still to come", null, flash);

    private static RedirectHttpResult Back(string shop, Guid id, Outcome<Guid> done, string words, string? undo, Flash flash)
    {
        if (done.Succeeded) flash.Say(words, undo);
        else flash.Say(done.Problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/inventory/purchases/{id}");
    }
}
