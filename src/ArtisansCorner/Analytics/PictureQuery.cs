using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using ArtisansCorner.Ui.Charts;

namespace ArtisansCorner.Analytics;

/// <summary>Draws the chart of net sales as a file: the same bars, notes and comparison as on the page.</summary>
public sealed class PictureQuery(CurrentShop shop, TimeProvider time, SeriesQuery series, AnnotationQuery annotations, SliceNames names)
{
    /// <summary>The shop's name in addresses, and the SVG.</summary>
    public async Task<(string Shop, string Svg)> RunAsync(AnalyticsChoice choice, CancellationToken cancel)
    {
        var (days, facts) = (choice.Days, shop.Facts);
        var today = facts.Zone.DayOf(time.GetUtcNow());
        var found = await series.RunAsync(days.Range, days.By, days.Against, choice.Scope, cancel);
        var bars = new NetSalesBars(facts, today, found, await annotations.OnAsync(days.Range, cancel), _ => null);
        var filters = (await names.RunAsync(choice.Scope.Slice, cancel)).Select(filter => filter.Label);
        var about = string.Join(" · ", [facts.Name, WhenWords.Of(days.Range), .. filters, facts.Currency.Code]);
        return (facts.Slug, ChartPicture.Of(bars.Title, about, bars.Points, AxisWords.Money(facts.Currency), days.Against.RangeOf(days.Range) is { } before ? RangeWords.Brief(before, today) : null));
    }
}
