using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory.Counting;
using ArtisansCorner.Inventory.Labeling;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Inventory.Reserving;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArtisansCorner.Inventory;

/// <summary>Parts of pages about stock that are also served alone, and what is done or undone by a form alone.</summary>
public static class InventoryPages
{
    private const int DaysQuiet = 7;

    /// <summary>The rows of the list of stock; photos; taking a movement back; putting a place away or taking it out.</summary>
    public static void MapInventoryPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/{shop}/photos/{id:guid}/{size}", PhotosApi.ShowAsync).RequirePermission(Permission.View).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/{productId:guid}/photos", AddPhotoAsync).RequirePermission(Permission.ManageStock)
            .WithMetadata(new RequestSizeLimitAttribute(PhotoForms.Largest)).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/{productId:guid}/photos/{id:guid}/{step}", ArrangePhotoAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/{productId:guid}/{status:regex(^(retire|restore)$)}", SwitchProductAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/{productId:guid}/changes/{id:guid}/undo", UndoChangeAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/bulk/{batchId:guid}/undo", UndoBulkAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapGet("/{shop}/inventory.csv", (string shop, HttpRequest request, StockQueries stock, CurrentShop current, CancellationToken cancel) =>
            Csv(stock, current, StockAddress.Read(shop, request.Query).Filter, cancel)).RequirePermission(Permission.View).ExcludeFromDescription();
        app.MapGet("/{shop}/inventory/alerts/rows", IResult (string shop) => new RazorComponentResult<AlertRows>(new { Shop = shop })).RequirePermission(Permission.View).ExcludeFromDescription();
        WatchPages.Map(app);
        app.MapPost("/{shop}/inventory/alerts/{id:guid}/quiet", QuietAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapGet("/{shop}/inventory/rows", IResult (string shop, HttpContext http) =>
            new RazorComponentResult<StockRows>(new { Address = StockAddress.Read(shop, http.Request.Query) })).RequirePermission(Permission.View).RememberUntilChanged().ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/{productId:guid}/movements/{id:guid}/undo", UndoAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/{productId:guid}/moves/{id:guid}/undo", UndoMoveAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
        PurchasePages.Map(app);
        StocktakePages.Map(app);
        ReservingPages.Map(app);
        StockLists.MapPages(app);
        LabelPages.Map(app);
        app.MapGet("/{shop}/inventory/value.csv", ValuationApi.CsvAsync).RequirePermission(Permission.View).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/value/{id:guid}/reopen", ReopenAsync).RequirePermission(Permission.ManageShop).ExcludeFromDescription();
        app.MapPost("/{shop}/inventory/places/{id:guid}/{step:regex(^(put-away|take-out)$)}", SwitchPlaceAsync).RequirePermission(Permission.ManageStock).ExcludeFromDescription();
    }

    private static Task<RedirectHttpResult> AddPhotoAsync(string shop, Guid productId, IFormFileCollection files, AddPhoto add, UndoSteps undo, Flash flash, CancellationToken cancel) =>
        PhotoForms.AddAsync(shop, $"inventory/{productId}", productId, files, add, undo, flash, cancel);

    // The forms are asked for so that their antiforgery tokens are checked.
    private static Task<RedirectHttpResult> ArrangePhotoAsync(string shop, Guid productId, Guid id, string step, IFormCollection form, ArrangePhotos arrange, UndoSteps undo, Flash flash, CancellationToken cancel) =>
        PhotoForms.ArrangeAsync(shop, $"inventory/{productId}", id, step, arrange, undo, flash, cancel);

    private static async Task<RedirectHttpResult> SwitchProductAsync(string shop, Guid productId, string status, IFormCollection form, ChangeProduct change, Flash flash, CancellationToken cancel)
    {
        var path = $"/{shop}/inventory/{productId}";
        var retires = status == "retire";
        var changed = await change.SwitchAsync(productId, retires ? ProductStatus.Retired : ProductStatus.Active, cancel);
        if (!changed.Succeeded) flash.Say(changed.Problems[0].Message);
        else flash.Say(retires ? "Retired: it is offered no more" : "Offered again", changed.Value == productId ? null : $"{path}/changes/{changed.Value}/undo");
        return TypedResults.LocalRedirect(path);
    }

    private static async Task<RedirectHttpResult> UndoChangeAsync(string shop, Guid productId, Guid id, IFormCollection form, UndoChange undo, Flash flash, CancellationToken cancel)
    {
        var undone = await undo.RunAsync(id, cancel);
        flash.Say(undone.Succeeded ? "As it was before" : undone.Problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/inventory/{productId}");
    }

    private static async Task<RedirectHttpResult> UndoBulkAsync(string shop, Guid batchId, IFormCollection form, EditItems edits, Flash flash, CancellationToken cancel)
    {
        var undone = await edits.UndoAsync(batchId, cancel);
        flash.Say(undone.Succeeded ? "As they were before" : undone.Problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/inventory");
    }

    private static async Task<RedirectHttpResult> ReopenAsync(string shop, Guid id, IFormCollection form, ClosePeriod close, UndoSteps undo, Flash flash, CancellationToken cancel)
    {
        var opened = await close.ReopenAsync(id, cancel);
        if (opened.Succeeded) flash.Say("Open again", await undo.KeepAsync(new PeriodBefore(opened.Value), "inventory/value", cancel));
        else flash.Say(opened.Problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/inventory/value");
    }

    private static async Task<RedirectHttpResult> QuietAsync(string shop, Guid id, IFormCollection form, SnoozeAlert snooze, UndoSteps undo, Flash flash, CancellationToken cancel)
    {
        var quiet = await snooze.RunAsync(id, DaysQuiet, cancel);
        if (quiet.Succeeded) flash.Say("Quiet for a week", await undo.KeepAsync(new AlertQuietBefore(id), "inventory/alerts", cancel));
        else flash.Say(quiet.Problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/inventory/alerts");
    }

    /// <summary>Every item that fits, as CSV.</summary>
    internal static IResult Csv(StockQueries stock, CurrentShop shop, StockFilter filter, CancellationToken cancel)
    {
        var currency = shop.Facts.Currency;
        return CsvPages.Download(
            $"{shop.Facts.Slug} inventory.csv", StockCsv.Headings(currency), after => stock.ListAsync(filter, after, CsvPages.RowsAtOnce, cancel), item => StockCsv.Cells(item, currency), cancel);
    }

    private static async Task<RedirectHttpResult> UndoAsync(string shop, Guid productId, Guid id, IFormCollection form, UndoMovement undo, Flash flash, CancellationToken cancel)
    {
        var undone = await undo.RunAsync(id, cancel);
        flash.Say(undone.Succeeded ? "Taken back" : undone.Problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/inventory/{productId}");
    }

    private static async Task<RedirectHttpResult> UndoMoveAsync(string shop, Guid productId, Guid id, IFormCollection form, UndoMove undo, Flash flash, CancellationToken cancel)
    {
        var undone = await undo.RunAsync(id, cancel);
        flash.Say(undone.Succeeded ? "Carried back" : undone.Problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/inventory/{productId}");
    }

    private static async Task<RedirectHttpResult> SwitchPlaceAsync(string shop, Guid id, string step, IFormCollection form, ChangeLocation change, Flash flash, CancellationToken cancel)
    {
        var putsAway = step == "put-away";
        var switched = await change.SwitchAsync(id, putsAway ? LocationState.PutAway : LocationState.InUse, cancel);
        if (switched.Succeeded) flash.Say(putsAway ? "Put away" : "In use again", $"/{shop}/inventory/places/{id}/{(putsAway ? "take-out" : "put-away")}");
        else flash.Say(switched.Problems[0].Message);
        return TypedResults.LocalRedirect($"/{shop}/inventory/places");
    }
}
