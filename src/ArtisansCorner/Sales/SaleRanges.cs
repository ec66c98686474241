using System.Globalization;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Ui;

namespace ArtisansCorner.Sales;

/// <summary>The ranges of days that the list of sales offers by name.</summary>
public static class SaleRanges
{
    /// <summary>Every range as a choice, the one shown marked.</summary>
    public static IReadOnlyList<Choice> Choices(SaleListAddress address, DateOnly today) =>
    [
        new("All time", address.On(null, null).Page, address is { From: null, To: null }),
        .. Named(today).Select(named => new Choice(named.Name, address.On(named.Range.From, named.Range.To).Page, address.Range == named.Range)),
    ];

    /// <summary>What the range shown is called.</summary>
    public static string Words(SaleListAddress address, DateOnly today) => address switch
    {
        { From: null, To: null } => "All time",
        { From: { } from, To: null } => "Since " + from.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        { From: null, To: { } to } => "Until " + to.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        { Range: { } range } => Named(today).Where(named => named.Range == range).Select(named => named.Name).FirstOrDefault() ?? WhenWords.Of(range),
        _ => "No days",
    };

    private static IEnumerable<(string Name, Period Range)> Named(DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        yield return ("Today", new Period(today, today));
        yield return ("Yesterday", new Period(today.AddDays(-1), today.AddDays(-1)));
        yield return ("Last 7 days", new Period(today.AddDays(-6), today));
        yield return ("Last 28 days", new Period(today.AddDays(-27), today));
        yield return ("This month", new Period(month, today));
        yield return ("Last month", new Period(month.AddMonths(-1), month.AddDays(-1)));
        yield return ("This year", new Period(new DateOnly(today.Year, 1, 1), today));
        yield return ("Last year", new Period(new DateOnly(today.Year - 1, 1, 1), new DateOnly(today.Year - 1, 12, 31)));
    }
}
