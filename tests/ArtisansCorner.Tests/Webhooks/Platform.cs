using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Webhooks;

/// <summary>A selling platform that posts signed events into a shop; signs as the platform documents it.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Name">shopify, square or woocommerce.</param>
/// <param name="Url">Where it posts to.</param>
/// <param name="Id">The source.</param>
public sealed record Platform(TestShop Shop, string Name, string Url, Guid Id)
{
    private const string Secret = "shpss_4f1e8a9c";
    private static int events;

    /// <summary>Connects a platform to a shop.</summary>
    public static async Task<Platform> ConnectAsync(TestShop shop, string name, string? notificationUrl = null)
    {
        var made = (await shop.PostAsync("webhooks/sources", new { platform = name, secret = Secret, notificationUrl })).Is(201);
        return new Platform(shop, name, (string)made["url"]!, (Guid)made["id"]);
    }

    /// <summary>A new event's id.</summary>
    public static string NewId() => $"evt-{Interlocked.Increment(ref events)}";

    /// <summary>Posts an event, signed.</summary>
    public Task<Answer> TellAsync(string topic, object payload, string? eventId = null, string? signedUrl = null)
    {
        var id = eventId ?? NewId();
        var body = JsonSerializer.Serialize(Name == "square" ? new { merchant_id = "M1", type = topic, event_id = id, data = payload } : payload);
        return PostAsync(topic, body, Sign(Name, signedUrl ?? Url, body), id);
    }

    /// <summary>The signature of a body.</summary>
    public static string Sign(string name, string url, string body) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(name == "square" ? url + body : body)));

    /// <summary>Posts a body with a signature, as it stands.</summary>
    public async Task<Answer> PostAsync(string topic, string body, string signature, string eventId)
    {
        var nobody = await Shop.App.NobodyAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Url).PathAndQuery) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        (string Header, string Value)[] headers = Name switch
        {
            "shopify" => [("X-Shopify-Hmac-Sha256", signature), ("X-Shopify-Topic", topic), ("X-Shopify-Webhook-Id", eventId)],
            "square" => [("x-square-hmacsha256-signature", signature)],
            _ => [("X-WC-Webhook-Signature", signature), ("X-WC-Webhook-Topic", topic), ("X-WC-Webhook-Delivery-ID", eventId)],
        };
        foreach (var (header, value) in headers) request.Headers.TryAddWithoutValidation(header, value);
        return await Answer.ReadAsync(await nobody.Http.SendAsync(request, TestContext.Current.CancellationToken));
    }

    /// <summary>An order of one piece for 20.00, in the platform's shape, with the topic that tells it.</summary>
    public (string Topic, object Payload) Order(string number) => Name switch
    {
        "shopify" => ("orders/create", new
        {
            id = 820982911946154500 + number.Length,
            name = number,
            created_at = "2026-03-14T10:15:00+00:00",
            currency = "GBP",
            financial_status = "paid",
            total_tax = "0.00",
            line_items = new[] { new { id = 1, title = "Mug", sku = "NOT-KNOWN", quantity = 1, price = "20.00" } },
        }),
        "square" => ("payment.updated", new
        {
            type = "payment",
            @object = new
            {
                payment = new { id = "pay-" + number, order_id = number, status = "COMPLETED", created_at = "2026-03-14T10:15:00Z", amount_money = new { amount = 2000, currency = "GBP" } },
            },
        }),
        _ => ("order.created", new
        {
            id = 727,
            number,
            status = "processing",
            currency = "GBP",
            date_created_gmt = "2026-03-14T10:15:00",
            total_tax = "0.00",
            shipping_total = "0.00",
            line_items = new[] { new { id = 1, name = "Mug", sku = "", quantity = 1, subtotal = "20.00", total = "20.00" } },
        }),
    };
}
