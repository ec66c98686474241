using System.Globalization;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Ui;

namespace ArtisansCorner.Expenses;

/// <summary>Which expenses the page shows, as its address says it.</summary>
/// <param name="Range">The days.</param>
/// <param name="Category">What they were for.</param>
/// <param name="Search">Words in them.</param>
public sealed record ExpenseChoice(Period Range, string? Category, string? Search)
{
    /// <summary>Reads an address; without days it is this year.</summary>
    public static (ExpenseChoice Choice, IReadOnlyList<Problem> Problems) Read(IQueryCollection query, DateOnly today)
    {
        var (category, search) = (Text(query["category"]), Text(query["q"]));
        if (Text(query["from"]) is null && Text(query["to"]) is null) return (new ExpenseChoice(Year(today.Year), category, search), []);
        var range = AskedDays.Read(Text(query["from"]), Text(query["to"]), today, 28);
        return range.Succeeded ? (new ExpenseChoice(range.Value, category, search), []) : (new ExpenseChoice(Year(today.Year), category, search), range.Problems);
    }

    /// <summary>What is asked for.</summary>
    public AskedExpenses Asked => new(Range, Category, Search);

    /// <summary>Whether anything but the days is chosen.</summary>
    public bool IsFiltered => Category is not null || Search is not null;

    /// <summary>Months and years to choose from, the filters kept.</summary>
    public IReadOnlyList<Choice> Presets(string page, DateOnly today)
    {
        (string Label, Period Range)[] some = [("This month", Month(today)), ("Last month", Month(today.AddMonths(-1))), ("This year", Year(today.Year)), ("Last year", Year(today.Year - 1))];
        return [.. some.Select(one => new Choice(one.Label, (this with { Range = one.Range }).Address(page), one.Range == Range))];
    }

    /// <summary>The days in words.</summary>
    public string Words(DateOnly today) => Presets("", today).FirstOrDefault(preset => preset.Current)?.Label ?? WhenWords.Of(Range);

    /// <summary>The address of a page that shows these.</summary>
    public string Address(string page) => Platform.Web.Address.Of(page, ("from", Day(Range.From)), ("to", Day(Range.To)), ("category", Category), ("q", Search));

    /// <summary>A day as an address says it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Period Month(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    private static Period Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
