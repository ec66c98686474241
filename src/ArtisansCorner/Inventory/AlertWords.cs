using System.Globalization;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory;

/// <summary>Says what an alert means and why it was raised.</summary>
public static class AlertWords
{
    /// <summary>“3 left”, “None left”, “2 more sold than you had”, with the variant and the place where it has one.</summary>
    public static string Of(AlertItem alert)
    {
        var words = alert.Kind switch
        {
            AlertKind.Negative when alert.Unit is not null => $"{Unit.Words(-alert.OnHand, alert.Unit)} more used than you had",
            AlertKind.Negative => $"{Unit.Words(-alert.OnHand, alert.Unit)} more sold than you had",
            AlertKind.Out => "None left",
            _ => $"{Unit.Words(alert.OnHand, alert.Unit)} left",
        };
        if (alert.Location is { } place) words += $" at {place}";
        return alert.Title.Length > 0 ? $"{alert.Title}: {words}." : words + ".";
    }

    /// <summary>The rule that made it, and since when.</summary>
    public static string Why(AlertItem alert, ShopZone zone)
    {
        var rule = alert.Kind switch
        {
            AlertKind.Negative => alert.Unit is null ? "Count it, or book in what you made." : "Count it, or book in what you bought.",
            AlertKind.Out when alert.Location is not null => "You want to hear when there is none here.",
            AlertKind.Out when alert.Unit is not null => "Nothing can be made of it until you book some in.",
            AlertKind.Out => "It cannot be sold until you book some in.",
            _ => $"You want to hear at {Unit.Words(alert.Threshold, alert.Unit)}.",
        };
        return $"{rule} Since {zone.LocalOf(alert.RaisedAt).ToString("d MMM, HH:mm", CultureInfo.InvariantCulture)}.";
    }
}
