using System.Security.Cryptography;
using System.Text;
using ArtisansCorner.Tests.Harness;
using ArtisansCorner.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Webhooks;

/// <summary>Short ways to subscribe and to look at what was sent.</summary>
public static class Hooks
{
    /// <summary>Every event.</summary>
    public static readonly string[] AllEvents = ["sale.recorded", "sale.refunded", "stock.low", "import.finished"];

    /// <summary>Has events posted to an address; the subscription with its secret.</summary>
    public static async Task<Json> SubscribeAsync(this TestShop shop, string url, params string[] events) =>
        (await shop.PostAsync("webhooks", new { url, events = events.Length == 0 ? AllEvents : events })).Is(201);

    /// <summary>The log of a subscription.</summary>
    public static async Task<Json> LogAsync(this TestShop shop, Json hook) => (await shop.GetAsync($"webhooks/{(Guid)hook["id"]}/deliveries")).Is(200)["items"];

    /// <summary>Waits until the latest delivery was tried so often, and tells it.</summary>
    public static Task<Json> TriedAsync(this TestShop shop, Json hook, int attempts) =>
        Eventually.GetAsync(async () => (await shop.LogAsync(hook)).FirstOrDefault(), item => item.Element.ValueKind != default && (int)item["attempt"] == attempts);

    /// <summary>Moves the clock and lets the worker look at it.</summary>
    public static async Task PassAsync(this App app, TimeSpan by)
    {
        app.Time.Advance(by);
        (await app.ServicesAsync()).GetRequiredService<DeliverySignal>().Set();
    }

    /// <summary>The signature by a secret, worked out as the documentation says.</summary>
    public static string SignatureOf(string secret, string t, string body)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        return Convert.ToHexStringLower(hmac.ComputeHash(Encoding.UTF8.GetBytes(t + "." + body)));
    }

    /// <summary>The parts of a signature header: the time, and each signature.</summary>
    public static (string T, IReadOnlyList<string> Signatures) Parts(string header)
    {
        var parts = header.Split(',').Select(part => part.Split('=', 2)).ToList();
        return (parts.Single(part => part[0] == "t")[1], [.. parts.Where(part => part[0] == "v1").Select(part => part[1])]);
    }
}
