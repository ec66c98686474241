using System.Globalization;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory;

/// <summary>Says what an alert means and why it was raised.</summary>
public static class AlertWords
{
    /// <summary>“3 left”, “None left”, “2 more sold than you had”, with the variant where it has a name.</summary>
    public static string Of(AlertItem alert)
    {
        var words = alert.Kind switch
        {
            AlertKind.Negative => $"{(-alert.OnHand).ToString("N0", CultureInfo.InvariantCulture)} more sold than you had",
            AlertKind.Out => "None left",
            _ => $"{alert.OnHand.ToString("N0", CultureInfo.InvariantCulture)} left",
        };
        return alert.Title.Length > 0 ? $"{alert.Title}: {words}." : words + ".";
    }

    /// <summary>The rule that made it, and since when.</summary>
    public static string Why(AlertItem alert, ShopZone zone)
    {
        var rule = alert.Kind switch
        {
            AlertKind.Negative => "Count it, or book in what you made.",
            AlertKind.Out => "It cannot be sold until you book some in.",
            _ => $"You want to hear at {alert.Threshold.ToString("N0", CultureInfo.InvariantCulture)}.",
        };
        return $"{rule} Since {zone.LocalOf(alert.RaisedAt).ToString("d MMM, HH:mm", CultureInfo.InvariantCulture)}.";
    }
}
