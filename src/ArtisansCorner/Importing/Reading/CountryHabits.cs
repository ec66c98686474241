using System.Collections.Frozen;

namespace ArtisansCorner.Importing.Reading;

/// <summary>How people write dates and amounts where nothing in a file says so: as in the country of the shop.</summary>
internal static class CountryHabits
{
    // Where a comma stands between whole and part: Europe but for the British Isles, Switzerland, Liechtenstein and Malta, and what was settled from there (CLDR).
    private static readonly FrozenSet<string> Commas = FrozenSet.ToFrozenSet(
    [
        "AD", "AL", "AM", "AO", "AR", "AT", "AZ", "BA", "BE", "BG", "BO", "BR", "BY", "CL", "CO", "CR", "CV", "CY", "CZ", "DE", "DK", "DZ", "EC", "EE", "ES", "FI", "FO", "FR", "GE", "GL", "GR",
        "HR", "HU", "ID", "IS", "IT", "KG", "KZ", "LT", "LU", "LV", "MA", "MC", "MD", "ME", "MK", "MZ", "NL", "NO", "PL", "PT", "PY", "RO", "RS", "RU", "SE", "SI", "SK", "SM", "SN", "TN", "TR",
        "UA", "UY", "UZ", "VA", "VE", "VN", "XK", "ZA",
    ]);

    /// <summary>Which of day and month comes first there.</summary>
    public static DateOrder Dates(string country) => country == "US" ? DateOrder.MonthFirst : DateOrder.DayFirst;

    /// <summary>Whether people there write a year of two digits first: 26-12-31.</summary>
    public static bool WritesYearFirst(string country) => country is "CN" or "HU" or "JP" or "KR" or "LT" or "MN" or "SE" or "TW";

    /// <summary>What stands between whole and part there.</summary>
    public static char DecimalMark(string country) => Commas.Contains(country) ? ',' : '.';
}
