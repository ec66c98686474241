using System.Globalization;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
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

    /// <summary>The page with its days by their name where they have one, so that “Last 28 days” stays that on any day it is opened.</summary>
    public static string Relative(SaleListAddress address, DateOnly today)
    {
        var first = address with { Cursor = null };
        var name = Named(today).Where(named => named.Range == address.Range).Select(named => named.Name).FirstOrDefault();
        return name is null ? first.Page : Address.Of(first.On(null, null).Page, ("period", KeyOf(name)));
    }

    /// <summary>The address with the days that a name says today; nothing where it says none.</summary>
    public static SaleListAddress? Resolve(SaleListAddress address, string? period, DateOnly today) =>
        Named(today).Where(named => KeyOf(named.Name) == period).Select(named => address.On(named.Range.From, named.Range.To)).FirstOrDefault();

    // “Last 28 days” is last-28-days.
    private static string KeyOf(string name) => name.ToLowerInvariant().Replace(' ', '-');

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
