using System.Net;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Webhooks;

/// <summary>What a subscription takes.</summary>
/// <param name="Url">Where events are posted.</param>
/// <param name="Events">Which ones: sale.recorded, sale.refunded, stock.low, import.finished.</param>
/// <param name="Active">Whether anything is sent.</param>
public sealed record NewWebhook(string? Url, IReadOnlyList<string?>? Events, bool Active = true);

/// <summary>What makes sense in a subscription, before the database is asked.</summary>
public static class WebhookRules
{
    /// <summary>No address is longer.</summary>
    public const int LongestUrl = 2000;

    /// <summary>A shop has at most so many subscriptions, and so many sources.</summary>
    public const int MostPerShop = 20;

    /// <summary>Everything that is wrong with it.</summary>
    public static List<Problem> Check(NewWebhook input, WebhookSettings settings)
    {
        List<Problem> problems = [];
        if (CheckUrl(input.Url, settings) is { } wrong) problems.Add(wrong);
        if (input.Events is null or { Count: 0 }) problems.Add(new("events_missing", "Choose at least one event.", "Events"));
        else
        {
            foreach (var (index, word) in input.Events.Take(20).Index().Where(word => WebhookEventWords.Find(word.Item) is null))
                problems.Add(new("unknown_event", $"There is no such event; there are {string.Join(", ", WebhookEventWords.All.Select(one => one.Word))}.", $"Events[{index}]"));
        }

        return problems;
    }

    /// <summary>The events of an input that was checked.</summary>
    public static WebhookEvents EventsOf(NewWebhook input) => input.Events!.Aggregate(WebhookEvents.None, (all, word) => all | (WebhookEventWords.Find(word) ?? WebhookEvents.None));

    private static Problem? CheckUrl(string? url, WebhookSettings settings)
    {
        if (string.IsNullOrWhiteSpace(url)) return new("url_missing", "Where are events sent to?", "Url");
        if (url.Trim().Length > LongestUrl) return new("url_too_long", $"An address has at most {LongestUrl} characters.", "Url");
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.Host.Length == 0)
            return new("url_invalid", "This is not an address of the web, such as https://example.com/hook.", "Url");
        if (address.Scheme == "http" && !settings.AllowInsecure) return new("url_insecure", "Events go to addresses that begin with https:// only.", "Url");
        if (address.UserInfo.Length > 0) return new("url_with_password", "An address cannot carry a name and password; events are signed instead.", "Url");
        return !settings.AllowPrivate && LeadsInside(address) ? new("url_private", SendWebhook.Private, "Url") : null;
    }

    // A name is looked up when something is sent: what it says today may not be what it says then.
    private static bool LeadsInside(Uri address) =>
        address.IsLoopback || (IPAddress.TryParse(address.IdnHost, out var number) && !PublicAddress.Is(number));
}
