using System.Globalization;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Shops;

/// <summary>A shop's settings as they are being typed.</summary>
public sealed class SettingsForm
{
    /// <summary>The version that is changed.</summary>
    public int Version { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>Its country.</summary>
    public string? Country { get; set; }

    /// <summary>Its time zone.</summary>
    public string? TimeZone { get; set; }

    /// <summary>The day its weeks start on.</summary>
    public DayOfWeek FirstDayOfWeek { get; set; }

    /// <summary>The month its fiscal year starts in.</summary>
    public int FiscalYearStartMonth { get; set; }

    /// <summary>At or under how many an item is low.</summary>
    public string? DefaultThreshold { get; set; }

    /// <summary>The form of a shop as it is.</summary>
    public static SettingsForm For(ShopFacts shop, int version) => new()
    {
        Version = version, Name = shop.Name, Country = shop.Country, TimeZone = shop.TimeZone, FirstDayOfWeek = shop.FirstDayOfWeek,
        FiscalYearStartMonth = shop.FiscalYearStartMonth, DefaultThreshold = shop.DefaultThreshold.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The settings as they say, or what in them cannot be read.</summary>
    public Outcome<ShopSettings> Read() =>
        long.TryParse(DefaultThreshold?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var threshold)
            ? new ShopSettings(Name ?? "", Country ?? "", TimeZone ?? "", FirstDayOfWeek, FiscalYearStartMonth, threshold)
            : new Problem("threshold_unreadable", "A whole number, such as 3.", nameof(DefaultThreshold));
}
