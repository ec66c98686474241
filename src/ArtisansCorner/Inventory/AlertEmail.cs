using System.Globalization;
using System.Net;
using System.Text;
using ArtisansCorner.Platform.Email;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory;

/// <summary>An alert with what the item sells.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="SoldLately">Pieces sold, less those given back, in the last 28 days.</param>
public sealed record SellingAlert(AlertItem Alert, long SoldLately)
{
    /// <summary>Over how many days sales are looked at.</summary>
    public const int Days = 28;

    /// <summary>What it sells, and how long it will last, in a sentence.</summary>
    public string Pace => SoldLately <= 0
        ? "None sold lately."
        : string.Create(CultureInfo.InvariantCulture, $"{SoldLately:N0} sold in the last {Days} days") + (Alert.OnHand > 0
            ? string.Create(CultureInfo.InvariantCulture, $", so it lasts about {Math.Max(1, Alert.OnHand * Days / SoldLately):N0} more {(Alert.OnHand * Days / SoldLately <= 1 ? "day" : "days")}.")
            : ".");
}

/// <summary>Says what is low as an e-mail: as plain text, and as simple HTML that any program shows.</summary>
public static class AlertEmail
{
    /// <summary>The e-mail of some alerts.</summary>
    public static EmailContent Of(ShopFacts shop, string site, IReadOnlyList<SellingAlert> alerts, StopAddresses stop) => new(
        alerts.Count == 1 ? $"{alerts[0].Alert.Product}: {AlertWords.Of(alerts[0].Alert).TrimEnd('.')}" : $"{alerts.Count} things are low at {shop.Name}",
        TextOf(shop, site, alerts, stop), HtmlOf(shop, site, alerts, stop))
    { StopAddress = stop.OneClick };

    /// <summary>A test.</summary>
    public static EmailContent Test(ShopFacts shop, StopAddresses stop)
    {
        var words = $"This is how {shop.Name} will tell you when something runs low. Nothing is wrong now.";
        return new EmailContent($"A test from {shop.Name}", $"{words}\r\n\r\nNo such e-mails any more: {stop.Page}\r\n", $"<!DOCTYPE html><html lang=\"en\"><body style=\"{Page}\"><p>{Safe(words)}</p>\r\n{Foot(stop)}</body></html>") { StopAddress = stop.OneClick };
    }

    private const string Page = "font-family:sans-serif;line-height:1.5;max-width:32em;margin:1em auto;padding:0 1em";

    private static string TextOf(ShopFacts shop, string site, IReadOnlyList<SellingAlert> alerts, StopAddresses stop)
    {
        var text = new StringBuilder();
        foreach (var one in alerts)
            text.Append(CultureInfo.InvariantCulture, $"{one.Alert.Product} ({one.Alert.Sku})\r\n{AlertWords.Of(one.Alert)} {AlertWords.Why(one.Alert, shop.Zone)}\r\n{one.Pace}\r\n\r\n");
        return text.Append(CultureInfo.InvariantCulture, $"See them: {site}/{shop.Slug}/inventory/alerts\r\nNo such e-mails any more: {stop.Page}\r\n").ToString();
    }

    private static string HtmlOf(ShopFacts shop, string site, IReadOnlyList<SellingAlert> alerts, StopAddresses stop)
    {
        // Mail servers break lines of more than 998 bytes.
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"en\"><body style=\"{Page}\">\r\n");
        foreach (var one in alerts)
            html.Append(CultureInfo.InvariantCulture, $"<p><strong>{Safe(one.Alert.Product)}</strong> <small>{Safe(one.Alert.Sku)}</small><br>{Safe(AlertWords.Of(one.Alert))} {Safe(AlertWords.Why(one.Alert, shop.Zone))}<br>{Safe(one.Pace)}</p>\r\n");
        return html.Append(CultureInfo.InvariantCulture, $"<p><a href=\"{Safe($"{site}/{shop.Slug}/inventory/alerts")}\">See them</a></p>\r\n{Foot(stop)}</body></html>").ToString();
    }

    private static string Foot(StopAddresses stop) => $"<p><small><a href=\"{Safe(stop.Page)}\">No such e-mails any more</a></small></p>\r\n";

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
