using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>A range of days that people choose by its name; those that are still going on end today.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Label">Its name in the menu.</param>
/// <param name="RangeOf">Its days.</param>
/// <param name="Title">What the page is called when it shows it.</param>
public sealed record Preset(string Key, string Label, Func<PresetDay, Period> RangeOf, Func<Period, string> Title)
{
    /// <summary>What is shown when nothing was chosen.</summary>
    public static Preset Usual { get; } = Last(28);

    /// <summary>From the first sale on.</summary>
    public static Preset Ever { get; } = new("all", "All time", AllTime, _ => "All time");

    /// <summary>All of them, in the order of the menu.</summary>
    public static IReadOnlyList<Preset> All { get; } =
    [
        new("today", "Today", day => new Period(day.Today, day.Today), _ => "Today"),
        new("yesterday", "Yesterday", day => new Period(day.Today.AddDays(-1), day.Today.AddDays(-1)), _ => "Yesterday"),
        Last(7),
        Usual,
        Last(91),
        new("month", "This month", day => new Period(Bucket.Month.StartOf(day.Today, default), day.Today), range => $"{RangeWords.Month(range.From)} so far"),
        new("last-month", "Last month", LastMonth, range => $"{RangeWords.Month(range.From)} {range.From.Year}"),
        new("quarter", "This quarter", day => new Period(Bucket.Quarter.StartOf(day.Today, default), day.Today), _ => "This quarter so far"),
        new("year", "This year", day => new Period(Bucket.Year.StartOf(day.Today, default), day.Today), range => $"{range.From.Year} so far"),
        new("tax-year", "This tax year", day => new Period(TaxYearStart(day), day.Today), TaxYearTitle),
        Ever,
    ];

    /// <summary>The preset with this name in addresses, or nothing.</summary>
    public static Preset? Find(string? key) => All.FirstOrDefault(preset => preset.Key == key);

    private static Preset Last(int days) =>
        new($"{days}d", $"Last {days} days", day => new Period(day.Today.AddDays(1 - days), day.Today), _ => $"The last {days} days");

    private static Period LastMonth(PresetDay day)
    {
        var end = Bucket.Month.StartOf(day.Today, default).AddDays(-1);
        return new Period(Bucket.Month.StartOf(end, default), end);
    }

    private static Period AllTime(PresetDay day)
    {
        var earliest = day.Today.AddDays(1 - AskedRange.LongestDays);
        var first = day.FirstSale is { } sale && sale < day.Today ? sale : day.Today;
        return new Period(first < earliest ? earliest : first, day.Today);
    }

    private static DateOnly TaxYearStart(PresetDay day)
    {
        var (month, first) = FirstTaxDay(day.Shop);
        var thisYear = new DateOnly(day.Today.Year, month, first);
        return thisYear <= day.Today ? thisYear : thisYear.AddYears(-1);
    }

    /// <summary>A fiscal year the shop has set, else the country's year for people who trade in their own name.</summary>
    private static (int Month, int Day) FirstTaxDay(ShopFacts shop) => (shop.FiscalYearStartMonth, shop.Country) switch
    {
        (not 1, _) => (shop.FiscalYearStartMonth, 1),
        (_, "GB") => (4, 6),
        (_, "NZ" or "IN") => (4, 1),
        (_, "AU") => (7, 1),
        (_, "ZA") => (3, 1),
        _ => (1, 1),
    };

    private static string TaxYearTitle(Period range) =>
        range.From is { Month: 1, Day: 1 } ? $"Tax year {range.From.Year} so far" : $"Tax year {range.From.Year}/{(range.From.Year + 1) % 100:00} so far";
}

/// <summary>What a preset is worked out from.</summary>
/// <param name="Today">Today on the shop's clock.</param>
/// <param name="Shop">The shop.</param>
/// <param name="FirstSale">The first day anything was sold on, or nothing.</param>
/// <param name="Goal">What net sales of this month are to come to, or nothing.</param>
public sealed record PresetDay(DateOnly Today, ShopFacts Shop, DateOnly? FirstSale, long? Goal = null);
