using ArtisansCorner.Importing.Reading;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Formats;

/// <summary>Knows the clocks that platforms name in words of their own, such as “Eastern Time (US &amp; Canada)”, or by the letters of their offset.</summary>
internal static class ClockNames
{
    private static readonly Dictionary<string, string> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Eastern Time (US & Canada)"] = "America/New_York", ["Central Time (US & Canada)"] = "America/Chicago", ["Mountain Time (US & Canada)"] = "America/Denver",
        ["Pacific Time (US & Canada)"] = "America/Los_Angeles", ["Arizona"] = "America/Phoenix", ["Alaska"] = "America/Anchorage", ["Hawaii"] = "Pacific/Honolulu",
        ["Indiana (East)"] = "America/Indiana/Indianapolis", ["Atlantic Time (Canada)"] = "America/Halifax", ["Newfoundland"] = "America/St_Johns", ["Saskatchewan"] = "America/Regina",
        ["London"] = "Europe/London", ["Edinburgh"] = "Europe/London", ["Dublin"] = "Europe/Dublin", ["Paris"] = "Europe/Paris", ["Madrid"] = "Europe/Madrid",
        ["Sydney"] = "Australia/Sydney", ["Melbourne"] = "Australia/Melbourne", ["Canberra"] = "Australia/Sydney", ["Brisbane"] = "Australia/Brisbane", ["Adelaide"] = "Australia/Adelaide",
        ["Perth"] = "Australia/Perth", ["Hobart"] = "Australia/Hobart", ["Darwin"] = "Australia/Darwin", ["Tokyo"] = "Asia/Tokyo", ["Osaka"] = "Asia/Tokyo",
        ["UTC"] = "Etc/UTC", ["GMT"] = "Etc/UTC", ["BST"] = "Europe/London", ["CET"] = "Europe/Paris", ["CEST"] = "Europe/Paris", ["EET"] = "Europe/Helsinki", ["EEST"] = "Europe/Helsinki",
        ["EST"] = "America/New_York", ["EDT"] = "America/New_York", ["CST"] = "America/Chicago", ["CDT"] = "America/Chicago", ["MST"] = "America/Denver", ["MDT"] = "America/Denver",
        ["PST"] = "America/Los_Angeles", ["PDT"] = "America/Los_Angeles", ["AKST"] = "America/Anchorage", ["AKDT"] = "America/Anchorage", ["HST"] = "Pacific/Honolulu",
        ["AEST"] = "Australia/Sydney", ["AEDT"] = "Australia/Sydney", ["NZST"] = "Pacific/Auckland", ["NZDT"] = "Pacific/Auckland", ["JST"] = "Asia/Tokyo",
    };

    /// <summary>What a moment on a named clock is on the shop's; unchanged where the name is not known, or the time of day is not.</summary>
    public static FileMoment OnShopClock(FileMoment moment, ReadOnlySpan<char> clock, ShopZone shop)
    {
        if (moment.DayOnly || clock.IsEmpty) return moment;
        var name = clock.ToString();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zones.GetValueOrDefault(name, name), out var zone)) return moment;
        // An hour that the clock skipped is taken with the offset before it.
        return moment with { At = shop.LocalOf(new DateTimeOffset(DateTime.SpecifyKind(moment.At, DateTimeKind.Unspecified), zone.GetUtcOffset(moment.At))) };
    }
}
