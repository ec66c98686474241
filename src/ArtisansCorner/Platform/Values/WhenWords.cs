using System.Globalization;

namespace ArtisansCorner.Platform.Values;

/// <summary>Says when something happened as briefly as it stays clear, by the shop's clock.</summary>
public static class WhenWords
{
    private const int DaysCalledByName = 6;

    /// <summary>“14:31” today, “Sat 21:15” in the last days, “12 Oct” in this year, “12 Oct 2025” before; without a time where only the day is known.</summary>
    public static string Of(DateTimeOffset at, DateOnly day, bool timeKnown, DateTimeOffset now, ShopZone zone)
    {
        var (clock, today) = (zone.LocalOf(at).ToString("HH:mm", CultureInfo.InvariantCulture), zone.DayOf(now));
        var ago = today.DayNumber - day.DayNumber;
        if (ago == 0) return timeKnown ? clock : "Today";
        if (ago is > 0 and <= DaysCalledByName) return day.ToString("ddd", CultureInfo.InvariantCulture) + (timeKnown ? " " + clock : "");
        return day.ToString(day.Year == today.Year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>“Saturday 21 November 2026, 21:15”.</summary>
    public static string InFull(DateTimeOffset at, DateOnly day, bool timeKnown, ShopZone zone) =>
        day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture) + (timeKnown ? zone.LocalOf(at).ToString(", HH:mm", CultureInfo.InvariantCulture) : "");

    /// <summary>“26 October to 22 November 2026”, or one day alone.</summary>
    public static string Of(Period range) => range.From == range.To
        ? range.From.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
        : range.From.ToString(range.From.Year == range.To.Year ? "d MMMM" : "d MMMM yyyy", CultureInfo.InvariantCulture) + " to " + range.To.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
