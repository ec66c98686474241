using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>Purchases, what came of them, and what to order next.</summary>
public static class PurchasesApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapPurchasesApi(this IEndpointRouteBuilder shop)
    {
        var purchases = shop.MapGroup("/purchases").WithTags("Purchasing");
        purchases.MapGet("", ListAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("listPurchases").WithSummary("What was ordered, the latest first");
        purchases.MapPost("", CreateAsync).RequirePermission(Permission.ManageStock).Repeatable().WithName("createPurchase").WithSummary("Write a purchase order down");
        purchases.MapGet("/{id:guid}", FindAsync).RequirePermission(Permission.View).RememberUntilChanged().WithName("getPurchase").WithSummary("One purchase; its ETag is needed to change it safely");
        purchases.MapGet("/{id:guid}.csv", PurchaseFiles.CsvAsync).RequirePermission(Permission.View).Produces(StatusCodes.Status200OK, contentType: "text/csv").WithName("getPurchaseCsv").WithSummary("The lines of a purchase as CSV");
        purchases.MapGet("/{id:guid}.pdf", PurchaseFiles.PdfAsync).RequirePermission(Permission.View).Produces(StatusCodes.Status200OK, contentType: "application/pdf").WithName("getPurchasePdf").WithSummary("A purchase order as PDF, for the supplier");
        purchases.MapPut("/{id:guid}", ChangeAsync).RequirePermission(Permission.ManageStock).WithName("changePurchase").WithSummary("Change a purchase; what came of it costs what is paid now. Send If-Match to lose nobody's change");
        purchases.MapPost("/{id:guid}/receipts", ReceiveAsync).RequirePermission(Permission.ManageStock).Repeatable().WithName("receivePurchase").WithSummary("Book in what came, all of it or a part");
        purchases.MapPost("/{id:guid}/receipts/{receiptId:guid}/undo", TakeBackAsync).RequirePermission(Permission.ManageStock).WithName("takeReceiptBack").WithSummary("Take an arrival back");
        purchases.MapPost("/{id:guid}/cancel", CancelAsync).RequirePermission(Permission.ManageStock).WithName("cancelPurchase").WithSummary("Call off what is still to come");
        purchases.MapPost("/{id:guid}/await", AwaitAsync).RequirePermission(Permission.ManageStock).WithName("awaitPurchase").WithSummary("Await it again");
        purchases.MapPost("/{id:guid}/emails", SendAsync).RequirePermission(Permission.ManageStock).Repeatable().WithName("sendPurchase").WithSummary("Send an order by e-mail, to the supplier or to an address");
        purchases.MapGet("/{id:guid}/emails", SentAsync).RequirePermission(Permission.View).WithName("listPurchaseEmails").WithSummary("When and where to an order was sent");
        shop.MapGet("/reorder", ReorderAsync).WithTags("Purchasing").RequirePermission(Permission.View).RememberUntilChanged().WithName("listReorder").WithSummary("What to order now, how much, and why");
    }

    private static async Task<Ok<Paged<PurchaseItem>>> ListAsync(PurchaseQuery purchases, CancellationToken cancel, bool awaited = false, Guid? supplierId = null, Cursor? cursor = null, [Range(1, 200)] int limit = 50) =>
        TypedResults.Ok(await purchases.ListAsync(awaited, supplierId, cursor, limit, cancel));

    private static async Task<Results<Created<PurchaseItem>, ProblemHttpResult>> CreateAsync(NewPurchase input, SavePurchase save, PurchaseQuery purchases, HttpContext http, CancellationToken cancel)
    {
        var made = await save.CreateAsync(input, null, cancel);
        if (!made.Succeeded) return made.Problems.ToResult();
        var purchase = (await purchases.FindAsync(made.Value, cancel))!;
        EntityTag.Set(http, purchase.Version);
        return TypedResults.Created($"{http.Request.Path}/{purchase.Id}", purchase);
    }

    private static async Task<Results<Ok<PurchaseItem>, ProblemHttpResult>> FindAsync(Guid id, PurchaseQuery purchases, HttpContext http, CancellationToken cancel)
    {
        if (await purchases.FindAsync(id, cancel) is not { } purchase) return SavePurchase.Unknown.ToResult();
        EntityTag.Set(http, purchase.Version);
        return TypedResults.Ok(purchase);
    }

    private static async Task<Results<Ok<PurchaseItem>, ProblemHttpResult>> ChangeAsync(Guid id, NewPurchase input, SavePurchase save, PurchaseQuery purchases, HttpContext http, CancellationToken cancel)
    {
        var expected = EntityTag.Expected(http);
        if (expected.Problems.Count > 0) return expected.Problems.ToResult();
        var changed = await save.ChangeAsync(id, expected.Value, input, cancel);
        return changed.Succeeded ? await FindAsync(id, purchases, http, cancel) : changed.Problems.ToResult();
    }

    private static async Task<Results<Created<ReceiptItem>, ProblemHttpResult>> ReceiveAsync(Guid id, NewReceipt input, ReceivePurchase receive, PurchaseQuery purchases, CancellationToken cancel)
    {
        var received = await receive.RunAsync(id, input, cancel);
        if (!received.Succeeded) return received.Problems.ToResult();
        return TypedResults.Created((string?)null, (await purchases.FindAsync(id, cancel))!.Receipts.First(receipt => receipt.Id == received.Value));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBackAsync(Guid id, Guid receiptId, ReceivePurchase receive, CancellationToken cancel) => Done(await receive.TakeBackAsync(id, receiptId, cancel));

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(Guid id, ReceivePurchase receive, CancellationToken cancel) => Done(await receive.CancelAsync(id, cancel));

    private static async Task<Results<NoContent, ProblemHttpResult>> AwaitAsync(Guid id, ReceivePurchase receive, CancellationToken cancel) => Done(await receive.AwaitAsync(id, cancel));

    private static async Task<Results<Accepted<OrderMail>, ProblemHttpResult>> SendAsync(Guid id, NewOrderMail input, SendOrder send, CancellationToken cancel)
    {
        var sent = await send.RunAsync(id, input, cancel);
        return sent.Succeeded ? TypedResults.Accepted((string?)null, (await send.SentAsync(id, cancel)).First(mail => mail.Id == sent.Value)) : sent.Problems.ToResult();
    }

    private static async Task<Results<Ok<Paged<OrderMail>>, ProblemHttpResult>> SentAsync(Guid id, PurchaseQuery purchases, SendOrder send, CancellationToken cancel) =>
        await purchases.FindAsync(id, cancel) is null ? SavePurchase.Unknown.ToResult() : TypedResults.Ok(new Paged<OrderMail>(await send.SentAsync(id, cancel), null));

    private static async Task<Ok<Paged<ReorderItem>>> ReorderAsync(ReorderQuery reorder, CancellationToken cancel) => TypedResults.Ok(new Paged<ReorderItem>(await reorder.RunAsync(cancel), null));

    private static Results<NoContent, ProblemHttpResult> Done(Platform.Problems.Outcome<Guid> outcome) => outcome.Succeeded ? TypedResults.NoContent() : outcome.Problems.ToResult();
}
