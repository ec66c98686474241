using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory;

/// <summary>Stock levels, movements and alerts.</summary>
public static class InventoryApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapInventoryApi(this IEndpointRouteBuilder shop)
    {
        var inventory = shop.MapGroup("").WithTags("Inventory");
        inventory.MapGet("/stock.csv", CsvAsync).RequirePermission(Permission.View).Produces(StatusCodes.Status200OK, contentType: "text/csv").WithName("listStockCsv").WithSummary("How many there are of each variant, as CSV");
        inventory.MapGet("/stock", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listStock").WithSummary("How many there are of each variant, in all or in one place");
        inventory.MapPost("/stock/edits", EditAsync).RequirePermission(Permission.ManageStock).WithName("editItems").WithSummary("Change prices, levels and counts of up to 500 items: all of them or none");
        inventory.MapPost("/stock/edits/{batchId:guid}/undo", UndoEditAsync).RequirePermission(Permission.ManageStock).WithName("undoEdit").WithSummary("Make items again what they were before they were changed together");
        inventory.MapGet("/stock/movements", ListMovementsAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listMovements").WithSummary("What moved, when, why, and what it was worth");
        inventory.MapPost("/stock/movements/{id:guid}/undo", UndoAsync).RequirePermission(Permission.ManageStock).WithName("undoMovement").WithSummary("Take back what was booked by hand");
        inventory.MapPost("/stock/movements", MoveAsync).RequirePermission(Permission.ManageStock).Repeatable().WithName("moveStock").WithSummary("Book pieces in or out, or set a count right");
        inventory.MapGet("/alerts", ListAlertsAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listAlerts").WithSummary("What is low, out or oversold");
        inventory.MapPut("/stock/{variantId:guid}/alerts", WatchAsync).RequirePermission(Permission.ManageStock).WithName("watchItem").WithSummary("Keep an item quiet for good, or set at how many it is low in a place");
        inventory.MapPost("/alerts/{id:guid}/snooze", SnoozeAsync).RequirePermission(Permission.ManageStock).WithName("snoozeAlert").WithSummary("Keep an alert quiet for some days");
    }

    private static async Task<Results<Ok<ItemsEdited>, ProblemHttpResult>> EditAsync(EditedItems input, EditItems edits, CancellationToken cancel)
    {
        var edited = await edits.RunAsync(input.Items, cancel);
        return edited.Succeeded ? TypedResults.Ok(edited.Value) : edited.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoEditAsync(Guid batchId, EditItems edits, CancellationToken cancel)
    {
        var undone = await edits.UndoAsync(batchId, cancel);
        return undone.Succeeded ? TypedResults.NoContent() : undone.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> WatchAsync(Guid variantId, Watch input, WatchItem watch, CancellationToken cancel)
    {
        var done = input.Location is { } place ? await watch.SetThresholdAsync(variantId, place, input.Threshold, cancel)
            : input.IsMuted is { } muted ? await watch.MuteAsync(variantId, muted, cancel)
            : new Problem("nothing_to_change", "Say whether it is muted, or the location with its threshold.");
        return done.Succeeded ? TypedResults.NoContent() : done.Problems.ToResult();
    }

    private static async Task<Results<Ok<Paged<StockItem>>, ProblemHttpResult>> ListAsync(
        StockQueries stock, Places places, CancellationToken cancel, string? q = null, EnumWord<StockShow>? show = null, string? category = null, string? tag = null, Guid? maker = null, string? location = null, Cursor? cursor = null, [Range(1, 200)] int limit = 50)
    {
        var filter = await FilterAsync(places, q, show, category, tag, maker, location, cancel);
        return filter.Succeeded ? TypedResults.Ok(await stock.ListAsync(filter.Value, cursor, limit, cancel)) : filter.Problems.ToResult();
    }

    private static async Task<IResult> CsvAsync(
        StockQueries stock, CurrentShop shop, Places places, CancellationToken cancel, string? q = null, EnumWord<StockShow>? show = null, string? category = null, string? tag = null, Guid? maker = null, string? location = null)
    {
        var filter = await FilterAsync(places, q, show, category, tag, maker, location, cancel);
        return filter.Succeeded ? InventoryPages.Csv(stock, shop, filter.Value, cancel) : filter.Problems.ToResult();
    }

    private static async Task<Outcome<StockFilter>> FilterAsync(Places places, string? q, EnumWord<StockShow>? show, string? category, string? tag, Guid? maker, string? location, CancellationToken cancel)
    {
        var place = string.IsNullOrWhiteSpace(location) ? (Outcome<Location>?)null : Places.Find(await places.AllAsync(cancel), location, nameof(location), putAwayToo: true);
        if (place is { Succeeded: false } unknown) return unknown.Problems.ToList();
        return new StockFilter(q, show?.Value ?? StockShow.All, Said(category), Said(tag), maker, place?.Value?.Id);
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static async Task<Results<Created<Moved>, ProblemHttpResult>> MoveAsync(StockMove input, MoveStock move, StockQueries stock, CancellationToken cancel)
    {
        var moved = await move.RunAsync(input, cancel);
        if (!moved.Succeeded) return moved.Problems.ToResult();
        return TypedResults.Created((string?)null, new Moved(moved.Value, await stock.OnHandAsync(moved.Value, cancel)));
    }

    private static async Task<Ok<Paged<MovementItem>>> ListMovementsAsync(MovementQuery movements, CancellationToken cancel, Guid? variantId = null, Cursor? cursor = null, [Range(1, 200)] int limit = 50) =>
        TypedResults.Ok(await movements.ListAsync(StockOf.Variant(variantId), cursor, limit, cancel));

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(Guid id, UndoMovement undo, CancellationToken cancel)
    {
        var undone = await undo.RunAsync(id, cancel);
        return undone.Succeeded ? TypedResults.NoContent() : undone.Problems.ToResult();
    }

    private static async Task<Ok<Paged<AlertItem>>> ListAlertsAsync(
        AlertQuery alerts, CancellationToken cancel, bool all = false, Cursor? cursor = null, [Range(1, 200)] int limit = 50) =>
        TypedResults.Ok(await alerts.ListAsync(all, cursor, limit, cancel));

    private static async Task<Results<NoContent, ProblemHttpResult>> SnoozeAsync(Guid id, Snooze input, SnoozeAlert snooze, CancellationToken cancel)
    {
        var snoozed = await snooze.RunAsync(id, input.Days, cancel);
        return snoozed.Succeeded ? TypedResults.NoContent() : snoozed.Problems.ToResult();
    }

    /// <summary>What moved, and how many there are now, of a material in the unit it is used in.</summary>
    public sealed record Moved(Guid VariantId, decimal OnHand);

    /// <summary>What is to be heard of an item.</summary>
    /// <param name="IsMuted">Whether nobody wants to hear when it runs low.</param>
    /// <param name="Location">A place, by id or name.</param>
    /// <param name="Threshold">At or under how many it is low there; nothing: nobody wants to hear of that place.</param>
    public sealed record Watch(bool? IsMuted = null, string? Location = null, long? Threshold = null);

    /// <summary>What is to be different of some items.</summary>
    public sealed record EditedItems(IReadOnlyList<ItemEdit>? Items);

    /// <summary>For how many days an alert is to be quiet.</summary>
    public sealed record Snooze(int Days);
}
