using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Sales.Consigning;

/// <summary>The statement of a gallery as a file, and what is done to its payments by a form alone.</summary>
internal static class ConsigningPages
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/inventory/places/{id:guid}/statement.csv", ConsigningApi.CsvAsync).RequirePermission(Permission.View).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/places/{id:guid}/payments/{paymentId:guid}/{step:regex(^(take-back|restore)$)}", StepAsync).RequirePermission(Permission.RecordSales).ExcludeFromDescription();
    }

    // The form is asked for so that its antiforgery token is checked.
    private static async Task<RedirectHttpResult> StepAsync(string shop, Guid id, Guid paymentId, string step, IFormCollection form, RecordGalleryPayment record, Flash flash, HttpRequest request, CancellationToken cancel)
    {
        var (place, days) = ($"/{shop}/inventory/places/{id}", request.QueryString.Value);
        var takes = step == "take-back";
        var done = takes ? await record.TakeBackAsync(id, paymentId, cancel) : await record.RestoreAsync(id, paymentId, cancel);
        if (done.Succeeded) flash.Say(takes ? "The payment counts no more" : "The payment counts again", $"{place}/payments/{paymentId}/{(takes ? "restore" : "take-back")}{days}");
        else flash.Say(done.Problems[0].Message);
        return TypedResults.LocalRedirect($"{place}/statement{days}");
    }
}
