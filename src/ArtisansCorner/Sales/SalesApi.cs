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
    private const int MostInBatch = 1000;

    /// <summary>Routes under a shop.</summary>
    public static void MapSalesApi(this IEndpointRouteBuilder shop)
    {
        var sales = shop.MapGroup("/sales").WithTags("Sales");
        sales.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listSales").WithSummary("Sales, latest first");
        sales.MapPost("", RecordAsync).RequirePermission(Permission.RecordSales).Repeatable().WithName("recordSale").WithSummary("Record a sale");
        sales.MapPost("/batch", RecordBatchAsync).RequirePermission(Permission.RecordSales).WithName("recordSales").WithSummary("Record up to 1,000 sales, each with its own outcome");
        sales.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getSale").WithSummary("One sale with its lines, fees and refunds");
        sales.MapPost("/{id:guid}/refunds", RefundAsync).RequirePermission(Permission.RecordSales).Repeatable().WithName("refundSale").WithSummary("Give back some or all of a sale");
        sales.MapPost("/{id:guid}/cancel", CancelAsync).RequirePermission(Permission.RecordSales).Repeatable().WithName("cancelSale").WithSummary("Call a sale off");
    }

    private static async Task<Ok<Paged<SaleItem>>> ListAsync(
        SaleListQuery sales, [AsParameters] SliceAsked asked, CancellationToken cancel, DateOnly? from = null, DateOnly? to = null, string? q = null,
        EnumWord<SaleState>? state = null, Cursor? cursor = null, [Range(1, 200)] int limit = 50) =>
        TypedResults.Ok(await sales.RunAsync(new SaleFilter(from, to, asked.Slice, q, state?.Value), cursor, limit, cancel));

    private static async Task<Results<Created<SaleDetails>, Ok<SaleDetails>, ProblemHttpResult>> RecordAsync(
        NewSale input, RecordSale record, SaleQuery sales, HttpContext http, CancellationToken cancel)
    {
        var recorded = await record.RunAsync(input, cancel);
        if (!recorded.Succeeded) return recorded.Problems.ToResult();
        var sale = (await sales.FindAsync(recorded.Value.Id, cancel))!;
        return recorded.Value.AlreadyThere ? TypedResults.Ok(sale) : TypedResults.Created($"{http.Request.Path}/{sale.Id}", sale);
    }

    private static async Task<Results<Ok<Paged<BatchOutcome>>, ProblemHttpResult>> RecordBatchAsync(
        IReadOnlyList<NewSale> input, ShopScopes scopes, CurrentShop shop, CancellationToken cancel)
    {
        if (input.Count is 0 or > MostInBatch) return new Problem("batch_size", $"A batch has 1 to {MostInBatch} sales.").ToResult();
        List<BatchOutcome> outcomes = [];
        foreach (var (index, sale) in input.Index())
        {
            // A scope each: a sale that is refused leaves nothing behind for the next.
            await using var inside = (await scopes.OpenAsync(shop.Id, shop.Actor, cancel))!.Value;
            var recorded = sale is null
                ? new Problem("sale_missing", "This sale is empty.")
                : await inside.ServiceProvider.GetRequiredService<RecordSale>().RunAsync(sale, cancel);
            outcomes.Add(new BatchOutcome(
                index, recorded.Value?.Id, recorded.Value?.AlreadyThere ?? false,
                recorded.Succeeded ? null : [.. recorded.Problems.Select(problem => new BatchProblem(problem.Code, problem.Message, problem.Field is null ? null : ProblemResults.CamelCase(problem.Field)))]));
        }

        return TypedResults.Ok(new Paged<BatchOutcome>(outcomes, null));
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

    /// <summary>What became of one sale of a batch.</summary>
    public sealed record BatchOutcome(int Index, Guid? Id, bool AlreadyThere, IReadOnlyList<BatchProblem>? Problems);

    /// <summary>Why one sale of a batch was refused.</summary>
    public sealed record BatchProblem(string Code, string Message, string? Field);
}
