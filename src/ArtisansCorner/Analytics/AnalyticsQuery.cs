using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>All that the analytics page shows.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Today">Today on the shop's clock.</param>
/// <param name="Choice">What was asked for.</param>
/// <param name="Summary">The figures.</param>
/// <param name="Series">The figures bucket by bucket.</param>
/// <param name="Rows">The figures side by side.</param>
/// <param name="Before">Of those rows the net sales they are held against, by their key.</param>
/// <param name="Hours">When it was sold.</param>
/// <param name="Trend">Where it is going.</param>
/// <param name="HasSales">Whether anything was ever sold.</param>
/// <param name="Goal">How the running month stands against its goal; nothing while there is none.</param>
/// <param name="Annotations">What happened in these days.</param>
public sealed record AnalyticsData(
    ShopFacts Shop, DateOnly Today, AnalyticsChoice Choice, Summary Summary, Series Series, IReadOnlyList<BreakdownRow> Rows, IReadOnlyDictionary<string, long> Before, IReadOnlyList<HeatCell> Hours, Trend Trend, bool HasSales,
    GoalPace? Goal, IReadOnlyList<AnnotationItem> Annotations);

/// <summary>Collects what the analytics page shows.</summary>
public sealed class AnalyticsQuery(
    AppDb db, CurrentShop shop, TimeProvider time, Answers answers, SummaryQuery summary, SeriesQuery series, BreakdownQuery breakdown, HeatmapQuery heatmap, TrendQuery trend,
    GoalQuery goals, AnnotationQuery annotations)
{
    /// <summary>Everything for this choice.</summary>
    public async Task<AnalyticsData> RunAsync(AnalyticsChoice choice, CancellationToken cancel)
    {
        var (days, scope, today) = (choice.Days, choice.Scope, shop.Facts.Zone.DayOf(time.GetUtcNow()));
        await answers.ReadyAsync(cancel);
        var together = db.AskTogether();
        var current = together.Ask(async () => await summary.RunAsync(days.Range, days.Against, scope, cancel));
        var course = together.Ask(async () => await series.RunAsync(days.Range, days.By, days.Against, scope, cancel));
        var rows = together.Ask(async () => await breakdown.RunAsync(choice.Split, days.Range, scope, cancel));
        var before = together.Ask(() => BeforeAsync(choice, cancel));
        var hours = together.Ask(async () => await heatmap.RunAsync(days.Range, scope.Slice, cancel));
        var outlook = together.Ask(async () => await trend.RunAsync(days.Range, today, scope, cancel));
        var hasSales = together.Ask(() => db.DailySales.AnyAsync(cancel));
        var pace = together.Ask(() => goals.PaceAsync(today, cancel));
        var notes = together.Ask(() => annotations.OnAsync(days.Range, cancel));
        await together.RunAsync(cancel);
        return new AnalyticsData(
            shop.Facts, today, choice, await current, await course, await rows, await before, await hours, await outlook, await hasSales, await pace, await notes);
    }

    private async Task<Dictionary<string, long>> BeforeAsync(AnalyticsChoice choice, CancellationToken cancel)
    {
        if (choice.Days.Against.RangeOf(choice.Days.Range) is not { } range) return [];
        var rows = await breakdown.RunAsync(choice.Split, range, choice.Scope, cancel);
        return rows.ToDictionary(row => row.Key ?? "", row => row.Figures.NetSales);
    }
}
