using System.Globalization;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Ui;

namespace ArtisansCorner.Payouts;

/// <summary>Which days the page of payouts shows, and the balance that somebody says a channel has; as its address says it.</summary>
/// <param name="Range">The days.</param>
/// <param name="Channel">Whose balance is stated.</param>
/// <param name="Stated">The balance as it was typed.</param>
public sealed record PayoutChoice(Period Range, string? Channel, string? Stated)
{
    /// <summary>Reads an address; without days it is the last whole month.</summary>
    public static (PayoutChoice Choice, IReadOnlyList<Problem> Problems) Read(IQueryCollection query, DateOnly today)
    {
        var (usual, channel, stated) = (Month(today.AddMonths(-1)), Text(query["channel"]), Text(query["balance"]));
        if (Text(query["from"]) is null && Text(query["to"]) is null) return (new PayoutChoice(usual, channel, stated), []);
        var range = AskedDays.Read(query["from"], query["to"], today, 28);
        return range.Succeeded ? (new PayoutChoice(range.Value, channel, stated), []) : (new PayoutChoice(usual, channel, stated), range.Problems);
    }

    /// <summary>Months and years to choose from.</summary>
    public IReadOnlyList<Choice> Presets(string page, DateOnly today)
    {
        (string Label, Period Range)[] some =
        [
            ("Last month", Month(today.AddMonths(-1))), ("This month", Month(today)), ("Month before last", Month(today.AddMonths(-2))),
            ("This year", Year(today.Year)), ("Last year", Year(today.Year - 1)),
        ];
        return [.. some.Select(one => new Choice(one.Label, $"{page}?{Address(one.Range)}", one.Range == Range))];
    }

    /// <summary>The days in words.</summary>
    public string Words(DateOnly today) => Presets("", today).FirstOrDefault(preset => preset.Current)?.Label ?? WhenWords.Of(Range);

    /// <summary>The days as an address says them.</summary>
    public string Days => Address(Range);

    private static string Address(Period range) => string.Create(CultureInfo.InvariantCulture, $"from={range.From:yyyy-MM-dd}&to={range.To:yyyy-MM-dd}");

    private static Period Month(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    private static Period Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
