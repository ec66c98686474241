using System.ComponentModel.DataAnnotations;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ArtisansCorner.Webhooks;

/// <summary>Who is told what, and what came of it.</summary>
public static class WebhooksApi
{
    /// <summary>Routes under a shop.</summary>
    public static void MapWebhooksApi(this IEndpointRouteBuilder shop)
    {
        var webhooks = shop.MapGroup("/webhooks").WithTags("Webhooks").RequirePermission(Permission.ManageShop);
        webhooks.MapGet("", ListAsync).WithName("listWebhooks").WithSummary("Addresses that are told what happens");
        webhooks.MapPost("", CreateAsync).Repeatable().WithName("createWebhook").WithSummary("Have events posted to an address; the answer shows its secret, this once");
        webhooks.MapGet("/{id:guid}", FindAsync).WithName("getWebhook").WithSummary("One of them; its ETag is needed to change it safely");
        webhooks.MapPut("/{id:guid}", ChangeAsync).WithName("changeWebhook").WithSummary("Change its address or events, switch it on or off");
        webhooks.MapDelete("/{id:guid}", RemoveAsync).WithName("removeWebhook").WithSummary("End it, with its log");
        webhooks.MapPost("/{id:guid}/rotate", RotateAsync).WithName("rotateWebhook").WithSummary("Draw a new secret, shown this once; for a day both sign");
        webhooks.MapPost("/{id:guid}/test", TestAsync).WithName("testWebhook").WithSummary("Send a ping");
        webhooks.MapGet("/{id:guid}/deliveries", LogAsync).WithName("listDeliveries").WithSummary("What was sent and what was answered, latest first");
        webhooks.MapPost("/deliveries/{id:guid}/replay", ReplayAsync).WithName("replayDelivery").WithSummary("Send an event once more, under the same id");
    }

    private static async Task<Ok<Paged<WebhookItem>>> ListAsync(WebhookQuery webhooks, CancellationToken cancel) =>
        TypedResults.Ok(new Paged<WebhookItem>(await webhooks.ListAsync(cancel), null));

    private static async Task<Results<Created<WebhookItem>, ProblemHttpResult>> CreateAsync(
        NewWebhook input, SubscribeWebhook subscribe, WebhookQuery webhooks, HttpContext http, CancellationToken cancel)
    {
        var made = await subscribe.RunAsync(input, cancel);
        if (!made.Succeeded) return made.Problems.ToResult();
        var item = (await webhooks.FindAsync(made.Value.Id, cancel))!;
        EntityTag.Set(http, item.Version);
        return TypedResults.Created($"{http.Request.Path}/{item.Id}", item with { Secret = made.Value.Secret });
    }

    private static async Task<Results<Ok<WebhookItem>, ProblemHttpResult>> FindAsync(Guid id, WebhookQuery webhooks, HttpContext http, CancellationToken cancel)
    {
        if (await webhooks.FindAsync(id, cancel) is not { } item) return ChangeWebhook.Unknown.ToResult();
        EntityTag.Set(http, item.Version);
        return TypedResults.Ok(item);
    }

    private static async Task<Results<Ok<WebhookItem>, ProblemHttpResult>> ChangeAsync(
        Guid id, NewWebhook input, ChangeWebhook change, WebhookQuery webhooks, HttpContext http, CancellationToken cancel)
    {
        // Found first: an id of another shop is not there, whatever is sent with it.
        if (await webhooks.FindAsync(id, cancel) is null) return ChangeWebhook.Unknown.ToResult();
        var expected = EntityTag.Expected(http);
        if (expected.Problems.Count > 0) return expected.Problems.ToResult();
        var changed = await change.RunAsync(id, expected.Value, input, cancel);
        return changed.Succeeded ? await FindAsync(id, webhooks, http, cancel) : changed.Problems.ToResult();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, ChangeWebhook change, CancellationToken cancel)
    {
        var removed = await change.RemoveAsync(id, cancel);
        return removed.Succeeded ? TypedResults.NoContent() : removed.Problems.ToResult();
    }

    private static async Task<Results<Ok<WebhookItem>, ProblemHttpResult>> RotateAsync(Guid id, ChangeWebhook change, WebhookQuery webhooks, HttpContext http, CancellationToken cancel)
    {
        var rotated = await change.RotateAsync(id, cancel);
        if (!rotated.Succeeded) return rotated.Problems.ToResult();
        if (await webhooks.FindAsync(id, cancel) is not { } item) return ChangeWebhook.Unknown.ToResult();
        EntityTag.Set(http, item.Version);
        return TypedResults.Ok(item with { Secret = rotated.Value });
    }

    private static async Task<Results<Accepted<DeliveryItem>, ProblemHttpResult>> TestAsync(Guid id, SendAgain again, DeliveryListQuery log, CancellationToken cancel) =>
        await AnswerAsync(await again.TestAsync(id, cancel), log, cancel);

    private static async Task<Results<Ok<Paged<DeliveryItem>>, ProblemHttpResult>> LogAsync(
        Guid id, WebhookQuery webhooks, DeliveryListQuery log, CancellationToken cancel, Cursor? cursor = null, [Range(1, 200)] int limit = 50) =>
        await webhooks.FindAsync(id, cancel) is null ? ChangeWebhook.Unknown.ToResult() : TypedResults.Ok(await log.RunAsync(id, cursor, limit, cancel));

    private static async Task<Results<Accepted<DeliveryItem>, ProblemHttpResult>> ReplayAsync(Guid id, SendAgain again, DeliveryListQuery log, CancellationToken cancel) =>
        await AnswerAsync(await again.RunAsync(id, cancel), log, cancel);

    private static async Task<Results<Accepted<DeliveryItem>, ProblemHttpResult>> AnswerAsync(Outcome<Guid> sent, DeliveryListQuery log, CancellationToken cancel) =>
        sent.Succeeded ? TypedResults.Accepted((string?)null, await log.FindAsync(sent.Value, cancel)) : sent.Problems.ToResult();
}
