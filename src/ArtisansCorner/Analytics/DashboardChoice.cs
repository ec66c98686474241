using System.Globalization;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace ArtisansCorner.Analytics;

/// <summary>What the first screen shows: which days, against which, by what. It lives in the address.</summary>
/// <param name="Preset">The range by its name; nothing for one of the person's own.</param>
/// <param name="Range">The days.</param>
/// <param name="Compare">What they are held against.</param>
/// <param name="AskedBy">What is counted by, where someone said.</param>
public sealed record DashboardChoice(Preset? Preset, Period Range, Comparison Compare, Bucket? AskedBy)
{
    /// <summary>The cookie that remembers what was chosen last.</summary>
    public const string Cookie = "ac-home";

    private const int MostBars = 400;

    /// <summary>What the page is called.</summary>
    public string Title => Preset?.Title(Range) ?? WhenWords.Of(Range);

    /// <summary>What the figures are held against: before all time there is nothing, whatever was chosen for other days.</summary>
    public Comparison Against => Preset == Preset.Ever ? Comparison.None : Compare;

    /// <summary>What is counted by: what was asked for as long as the bars can be told apart.</summary>
    public Bucket By => AskedBy switch
    {
        Bucket.Month or Bucket.Quarter or Bucket.Year => AskedBy.Value,
        Bucket.Week when Range.Days <= 7 * MostBars => Bucket.Week,
        Bucket.Day when Range.Days <= MostBars => Bucket.Day,
        _ => Range.Days <= 62 ? Bucket.Day : Range.Days <= 371 ? Bucket.Week : Bucket.Month,
    };

    /// <summary>Reads the choice from an address, and what it does not say from the choice before; tells beside it what made no sense.</summary>
    public static (DashboardChoice Choice, IReadOnlyList<Problem> Problems) Read(string? query, string? before, PresetDay day)
    {
        var (asked, kept) = (QueryHelpers.ParseQuery(query), QueryHelpers.ParseQuery(before));
        var days = asked.ContainsKey("period") || asked.ContainsKey("from") || asked.ContainsKey("to") ? asked : kept;
        var against = asked.ContainsKey("compare") ? asked : kept;
        var compare = AskedRange.ReadComparison(
            against.TryGetValue("compare", out var name) ? name : "previous", against.GetValueOrDefault("compareFrom"), against.GetValueOrDefault("compareTo"), day.Today);
        var by = asked.TryGetValue("by", out var bucket) ? bucket.ToString() : kept.TryGetValue("by", out var often) ? often.ToString() : null;
        var (preset, range) = (Preset.Find(days.TryGetValue("period", out var key) ? key.ToString() : null), default(Outcome<Period>));
        if (preset is null && (days.ContainsKey("from") || days.ContainsKey("to"))) range = AskedRange.Read(days.GetValueOrDefault("from"), days.GetValueOrDefault("to"), day.Today);
        List<Problem> problems = [.. range.Problems ?? [], .. compare.Problems];
        if (preset is null && range.Problems is not { Count: 0 }) preset = Preset.Usual;
        return (
            new DashboardChoice(preset, preset?.RangeOf(day) ?? range.Value, compare.Succeeded ? compare.Value : Comparison.Previous, BucketOf(by)),
            problems);
    }

    /// <summary>The choice as the query of an address.</summary>
    public string Query() => Address.Of("", [.. Values()]);

    /// <summary>The choice as the values of an address.</summary>
    public IReadOnlyList<(string Name, string? Value)> Values() =>
    [
        ("period", Preset?.Key), ("from", Preset is null ? Day(Range.From) : null), ("to", Preset is null ? Day(Range.To) : null),
        ("compare", Compare.Key), ("compareFrom", Compare.Days is { } first ? Day(first.From) : null), ("compareTo", Compare.Days is { } last ? Day(last.To) : null),
        ("by", AskedBy is { } by ? EnumWords.Of(by) : null),
    ];

    /// <summary>The address of the rows that a figure of these days is the sum of.</summary>
    public string Ledger(string shop, Metric metric) => Address.Of(Address.Of($"/{shop}/analytics/ledger", [.. Values()]), ("metric", metric.Key));

    /// <summary>The address of the sales behind a range.</summary>
    public static string Sales(string shop, Period range) => $"/{shop}/sales?from={Day(range.From)}&to={Day(range.To)}";

    private static Bucket? BucketOf(string? by) => string.IsNullOrEmpty(by) ? null : AskedRange.ReadBucket(by) is { Succeeded: true } bucket ? bucket.Value : null;

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
