using System.Text.Json;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Webhooks.Incoming;

/// <summary>Takes one event of a platform whose signature is right, inside its shop: once, however often it comes.</summary>
internal sealed class ReceiveEvent(AppDb db, CurrentShop shop, ApplyTold apply, TimeProvider time)
{
    private const int LongestEventId = 200;

    /// <summary>What was done, in a sentence, or why it cannot be.</summary>
    public async Task<Outcome<string>> RunAsync(WebhookSource source, IHeaderDictionary headers, byte[] body, CancellationToken cancel)
    {
        if (Parse(body) is not { } json) return new Problem("malformed", "The body is no JSON object.");
        using (json)
        {
            var payload = new Payload(json.RootElement, shop.Facts.Currency, []);
            var eventId = EventIdOf(source.Platform, headers, payload);
            if (eventId is not null && await db.WebhookReceipts.AnyAsync(receipt => receipt.SourceId == source.Id && receipt.EventId == eventId, cancel))
                return "This event was dealt with before.";
            var told = source.Platform switch
            {
                SellingPlatform.Shopify => ShopifyReader.Read(headers["X-Shopify-Topic"].ToString(), payload),
                SellingPlatform.Square => SquareReader.Read(payload.Need("type"), payload),
                _ => WoocommerceReader.Read(headers["X-WC-Webhook-Topic"].ToString(), payload),
            };
            if (payload.Problems.Count > 0) return payload.Problems;
            var done = await apply.RunAsync(source.Platform, told, cancel);
            if (done.Succeeded) await NoteAsync(source.Id, eventId, cancel);
            return done;
        }
    }

    /// <summary>Only now that all is written: before, a crash would lose it.</summary>
    private async Task NoteAsync(Guid sourceId, string? eventId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var now = time.GetUtcNow();
        await using var write = await db.BeginWriteAsync(cancel);
        await db.WebhookSources.Where(source => source.Id == sourceId).ExecuteUpdateAsync(row => row.SetProperty(source => source.HeardAt, now), cancel);
        // The source's row is locked by now, so that of five at once each looks after the other has written.
        if (eventId is not null && !await db.WebhookReceipts.AnyAsync(receipt => receipt.SourceId == sourceId && receipt.EventId == eventId, cancel))
            db.WebhookReceipts.Add(new WebhookReceipt { ShopId = shop.Id, SourceId = sourceId, EventId = eventId, ReceivedAt = now });
        await write.CommitAsync(cancel);
    }

    private static string? EventIdOf(SellingPlatform platform, IHeaderDictionary headers, Payload payload)
    {
        var id = platform switch
        {
            SellingPlatform.Shopify => headers["X-Shopify-Webhook-Id"].ToString(),
            SellingPlatform.Square => payload.Text("event_id", LongestEventId),
            _ => headers["X-WC-Webhook-Delivery-ID"].ToString(),
        };
        return id is { Length: > 0 and <= LongestEventId } && !id.Contains('\0', StringComparison.Ordinal) ? id : null;
    }

    private static JsonDocument? Parse(byte[] body)
    {
        try
        {
            var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind == JsonValueKind.Object) return json;
            json.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
