using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Shops;

/// <summary>What of a shop can be changed; what is not said stays. Its currency cannot: its past is counted in it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Country">ISO 3166 code.</param>
/// <param name="TimeZone">IANA name; another one moves its sales to the days of the new clock.</param>
/// <param name="FirstDayOfWeek">The day its weeks start on.</param>
/// <param name="FiscalYearStartMonth">The month its fiscal year starts in, 1 to 12.</param>
/// <param name="DefaultThreshold">At or under how many pieces an item without its own level is low.</param>
public sealed record ShopSettings(
    string? Name = null, string? Country = null, string? TimeZone = null, DayOfWeek? FirstDayOfWeek = null, int? FiscalYearStartMonth = null, long? DefaultThreshold = null)
{
    private const int LongestName = 120;
    private const long MostPieces = 1_000_000;

    /// <summary>What makes no sense in it.</summary>
    public List<Problem> Check()
    {
        List<Problem> problems = [];
        if (Name is not null && string.IsNullOrWhiteSpace(Name)) problems.Add(new("name_missing", "What is the shop called?", nameof(Name)));
        else if (Name?.Trim().Length > LongestName) problems.Add(new("name_too_long", $"A name has at most {LongestName} characters.", nameof(Name)));
        if (Country is not null && Shops.Country.TryOf(Country) is null) problems.Add(new("unknown_country", "Choose a country.", nameof(Country)));
        if (TimeZone is not null && ShopZone.TryOf(TimeZone) is null) problems.Add(new("unknown_time_zone", "Choose a time zone, such as Europe/London.", nameof(TimeZone)));
        if (FirstDayOfWeek is { } day && !Enum.IsDefined(day)) problems.Add(new("unknown_day", "Choose a day of the week.", nameof(FirstDayOfWeek)));
        if (FiscalYearStartMonth is < 1 or > 12) problems.Add(new("unknown_month", "A month is 1 to 12.", nameof(FiscalYearStartMonth)));
        if (DefaultThreshold is < 0 or > MostPieces) problems.Add(new("threshold_out_of_range", "From none to a million pieces.", nameof(DefaultThreshold)));
        return problems;
    }
}
