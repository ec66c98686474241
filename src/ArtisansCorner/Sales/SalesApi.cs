using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Sales;

/// <summary>Recording, refunding, cancelling and listing sales.</summary>
public static class SalesApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapSalesApi(this IEndpointRouteBuilder shop)
    {
        // Not remembered: it may be longer than what others want to be remembered.
        shop.MapGet("/sales.csv", Csv).RequirePermission(Permission.View).Produces(StatusCodes.Status200OK, contentType: "text/csv").WithTags("Sales").WithName("listSalesCsv").WithSummary("Every sale that fits, as CSV");
        var sales = shop.MapGroup("/sales").WithTags("Sales");
        sales.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listSales").WithSummary("Sales, latest first");
        sales.MapPost("", RecordAsync).RequirePermission(Permission.RecordSales).Repeatable().WithName("recordSale").WithSummary("Record a sale");
        sales.MapPost("/batch", RecordBatchAsync).RequirePermission(Permission.RecordSales).Repeatable().WithName("recordSales").WithSummary("Record up to 1,000 sales, each with its own outcome");
        sales.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getSale").WithSummary("One sale with its lines, fees and refunds");
        sales.MapPost("/{id:guid}/refunds", RefundAsync).RequirePermission(Permission.RecordSales).Repeatable().WithName("refundSale").WithSummary("Give back some or all of a sale");
        sales.MapPost("/{id:guid}/cancel", CancelAsync).RequirePermission(Permission.RecordSales).Repeatable().WithName("cancelSale").WithSummary("Cancel a sale");
        sales.MapPost("/{id:guid}/corrections", CorrectAsync).RequirePermission(Permission.RecordSales).Repeatable().WithName("correctSale").WithSummary("Put a sale in the place of one that was recorded wrongly");
        sales.MapPost("/{id:guid}/receipt", SendReceiptAsync).RequirePermission(Permission.RecordSales).Repeatable().WithName("sendReceipt").WithSummary("Send the receipt by e-mail, to the customer or to an address");
        sales.MapGet("/{id:guid}/receipts", ListReceiptsAsync).RequirePermission(Permission.View).WithName("listReceipts").WithSummary("When and where to receipts of this sale were sent");
    }

    private static async Task<Results<Ok<Paged<SaleItem>>, ProblemHttpResult>> ListAsync(
        SaleListQuery sales, [AsParameters] SliceAsked asked, CancellationToken cancel, DateOnly? from = null, DateOnly? to = null, string? q = null,
        EnumWord<SaleState>? state = null, Cursor? cursor = null, [Range(1, 200)] int limit = 50)
    {
        var slice = asked.Read();
        if (!slice.Succeeded) return slice.Problems.ToResult();
        return TypedResults.Ok(await sales.RunAsync(new SaleFilter(from, to, slice.Value, q, state?.Value), cursor, limit, cancel));
    }

    private static IResult Csv(
        SaleListQuery sales, CurrentShop shop, [AsParameters] SliceAsked asked, CancellationToken cancel, DateOnly? from = null, DateOnly? to = null, string? q = null, EnumWord<SaleState>? state = null)
    {
        var slice = asked.Read();
        return slice.Succeeded ? SalesPages.Csv(sales, shop, new SaleFilter(from, to, slice.Value, q, state?.Value), cancel) : slice.Problems.ToResult();
    }

    private static async Task<Results<Created<SaleDetails>, Ok<SaleDetails>, ProblemHttpResult>> RecordAsync(
        NewSale input, RecordSale record, SaleQuery sales, HttpContext http, CancellationToken cancel)
    {
        var recorded = await record.RunAsync(input, cancel);
        if (!recorded.Succeeded) return recorded.Problems.ToResult();
        var sale = recorded.Value.Written is { } written ? sales.DetailsOf(written) : (await sales.FindAsync(recorded.Value.Id, cancel))!;
        return recorded.Value.AlreadyThere ? TypedResults.Ok(sale) : TypedResults.Created($"{http.Request.Path}/{sale.Id}", sale);
    }

    private static async Task<Results<Ok<Batch>, ProblemHttpResult>> RecordBatchAsync(NewBatch input, RecordBatch record, CancellationToken cancel)
    {
        var recorded = await record.RunAsync(input, cancel);
        return recorded.Succeeded ? TypedResults.Ok(new Batch(recorded.Value)) : recorded.Problems.ToResult();
    }

    private static async Task<Results<Ok<SaleDetails>, ProblemHttpResult>> FindAsync(Guid id, SaleQuery sales, CancellationToken cancel) =>
        await sales.FindAsync(id, cancel) is { } sale ? TypedResults.Ok(sale) : new Problem("unknown_sale", "There is no such sale.", Kind: ProblemKind.NotFound).ToResult();

    private static async Task<Results<Created<SaleDetails>, ProblemHttpResult>> RefundAsync(Guid id, NewRefund input, RefundSale refund, SaleQuery sales, CancellationToken cancel)
    {
        var refunded = await refund.RunAsync(id, input, cancel);
        return refunded.Succeeded ? TypedResults.Created((string?)null, await sales.FindAsync(id, cancel)) : refunded.Problems.ToResult();
    }

    private static async Task<Results<Ok<SaleDetails>, ProblemHttpResult>> CancelAsync(Guid id, RefundSale refund, SaleQuery sales, CancellationToken cancel, bool restock = true)
    {
        var cancelled = await refund.CancelAsync(id, restock, cancel);
        return cancelled.Succeeded ? TypedResults.Ok(await sales.FindAsync(id, cancel)) : cancelled.Problems.ToResult();
    }

    private static async Task<Results<Created<SaleDetails>, ProblemHttpResult>> CorrectAsync(
        Guid id, NewCorrection input, CorrectSale correct, SaleQuery sales, HttpContext http, CancellationToken cancel)
    {
        var corrected = await correct.RunAsync(id, input, cancel);
        if (!corrected.Succeeded) return corrected.Problems.ToResult();
        return TypedResults.Created($"{http.Request.Path.Value!.Replace($"/{id}/corrections", "", StringComparison.OrdinalIgnoreCase)}/{corrected.Value.Id}", await sales.FindAsync(corrected.Value.Id, cancel));
    }

    private static async Task<Results<Accepted<SentReceipt>, ProblemHttpResult>> SendReceiptAsync(
        Guid id, NewReceipt input, SendReceipt send, SentReceipts receipts, HttpContext http, CancellationToken cancel)
    {
        var asked = await send.RunAsync(id, input, cancel);
        if (asked.Succeeded) return TypedResults.Accepted((string?)null, (await receipts.OfSaleAsync(id, cancel)).First(receipt => receipt.Id == asked.Value));
        if (asked.Problems[0].Kind == ProblemKind.TooMany) http.Response.Headers.RetryAfter = "600";
        return asked.Problems.ToResult();
    }

    private static async Task<Results<Ok<Paged<SentReceipt>>, ProblemHttpResult>> ListReceiptsAsync(Guid id, SaleQuery sales, SentReceipts receipts, CancellationToken cancel) =>
        await sales.FindAsync(id, cancel) is null
            ? new Problem("unknown_sale", "There is no such sale.", Kind: ProblemKind.NotFound).ToResult()
            : TypedResults.Ok(new Paged<SentReceipt>(await receipts.OfSaleAsync(id, cancel), null));

    /// <summary>What became of each sale of a batch, in order.</summary>
    public sealed record Batch(IReadOnlyList<BatchItem> Items);
}
