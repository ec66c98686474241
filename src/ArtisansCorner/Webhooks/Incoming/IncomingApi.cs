using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>Where platforms post what happens on them, and how owners connect them.</summary>
public static class IncomingApi
{
    private const int Largest = 1 << 20;

    /// <summary>The addresses that platforms post to.</summary>
    public static void MapIncoming(this IEndpointRouteBuilder app) =>
        app.MapPost("/hooks/{token}/{platform}", ReceiveAsync).AllowAnonymous().DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(Largest))
            .WithTags("Webhooks").WithName("receiveWebhook").WithSummary("Takes a signed event of Shopify, Square or WooCommerce");

    /// <summary>Routes under a shop.</summary>
    public static void MapSourcesApi(this IEndpointRouteBuilder shop)
    {
        var sources = shop.MapGroup("/webhooks/sources").WithTags("Webhooks").RequirePermission(Permission.ManageShop);
        sources.MapGet("", ListAsync).WithName("listSources").WithSummary("Platforms that tell us of their orders");
        sources.MapPost("", ConnectAsync).Repeatable().WithName("connectSource").WithSummary("Make the address that a platform posts to");
        sources.MapDelete("/{id:guid}", RemoveAsync).WithName("removeSource").WithSummary("End such an address");
    }

    private static async Task<Ok<Paged<SourceItem>>> ListAsync(SourceQuery sources, HttpRequest request, CancellationToken cancel) =>
        TypedResults.Ok(new Paged<SourceItem>(await sources.ListAsync(SourceQuery.RootOf(request), cancel), null));

    private static async Task<Results<Created<SourceItem>, ProblemHttpResult>> ConnectAsync(NewSource input, ConnectSource connect, SourceQuery sources, HttpRequest request, CancellationToken cancel)
    {
        var made = await connect.RunAsync(input, cancel);
        if (!made.Succeeded) return made.Problems.ToResult();
        return TypedResults.Created($"{request.Path}/{made.Value}", (await sources.ListAsync(SourceQuery.RootOf(request), cancel)).FirstOrDefault(source => source.Id == made.Value));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, ConnectSource connect, CancellationToken cancel)
    {
        var removed = await connect.RemoveAsync(id, cancel);
        return removed.Succeeded ? TypedResults.NoContent() : removed.Problems.ToResult();
    }

    private static async Task<Results<Ok<Heard>, ProblemHttpResult>> ReceiveAsync(
        string token, string platform, HttpRequest request, AppDb db, IShopFactsSource shops, CurrentShop current, WebhookSecrets secrets, IServiceProvider services, CancellationToken cancel)
    {
        var source = token.Length > 60 || EnumWords.Find<SellingPlatform>(platform) is not { } named ? null
            : await db.WebhookSources.IgnoreQueryFilters([AppDb.ShopFilter]).AsNoTracking().FirstOrDefaultAsync(row => row.Token == token && row.Platform == named, cancel);
        if (source is null || await shops.FindAsync(source.ShopId, cancel) is not { } facts)
            return new Problem("unknown_source", "Nobody listens at this address.", Kind: ProblemKind.NotFound).ToResult();
        var signature = request.Headers[PlatformSignature.HeaderOf(source.Platform)].ToString();
        // WooCommerce asks by a form without signature whether anybody is there, before it sends anything.
        if (source.Platform == SellingPlatform.Woocommerce && signature.Length == 0 && request.HasFormContentType) return TypedResults.Ok(new Heard("Hello."));
        if (await ReadAsync(request, cancel) is not { } body)
            return TypedResults.Problem("An event has at most 1 MB.", statusCode: StatusCodes.Status413PayloadTooLarge, title: "Too large", extensions: [new("code", "too_large")]);
        var address = source.NotificationUrl ?? SourceQuery.AddressOf(SourceQuery.RootOf(request), source);
        if (!PlatformSignature.IsRight(source.Platform, secrets.Reveal(source.Secret), address, body, signature))
            return TypedResults.Problem("The signature is not right.", statusCode: StatusCodes.Status401Unauthorized, extensions: [new("code", "wrong_signature")]);

        current.Enter(facts, new Actor(null, Through.Webhook));
        var done = await services.GetRequiredService<ReceiveEvent>().RunAsync(source, request.Headers, body, cancel);
        return done.Succeeded ? TypedResults.Ok(new Heard(done.Value)) : done.Problems.ToResult();
    }

    /// <summary>The body as it came, or nothing when it is too large.</summary>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > Largest) return null;
        using var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (await request.Body.ReadAsync(buffer, cancel) is > 0 and var read)
        {
            if (body.Length + read > Largest) return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    /// <summary>What came of an event.</summary>
    public sealed record Heard(string Outcome);
}
