using System.Globalization;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Ui.Charts;

/// <summary>The words of an axis: short, and the unit only at the highest tick.</summary>
public static class AxisWords
{
    /// <summary>For amounts in minor units: “0”, “400”, “£800”, and “£12k” in place of “£12,000”.</summary>
    public static Func<double, bool, string> Money(Currency currency) => (minor, highest) =>
    {
        var words = Short(Math.Abs(minor) / currency.MinorPerMajor);
        return (minor < 0 ? "−" : "") + (highest ? currency.Sign : "") + words;
    };

    /// <summary>For counts: “0”, “400”, “1.2k”.</summary>
    public static string Count(double value, bool highest) => (value < 0 ? "−" : "") + Short(Math.Abs(value));

    private static string Short(double value) => value switch
    {
        >= 1_000_000 => (value / 1_000_000).ToString("0.##", CultureInfo.InvariantCulture) + "m",
        >= 1_000 => (value / 1_000).ToString("0.##", CultureInfo.InvariantCulture) + "k",
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
