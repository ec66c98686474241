using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using ArtisansCorner.Ui;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>All that the first screen shows.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Now">The instant it was read.</param>
/// <param name="Choice">Which days, against which, by what.</param>
/// <param name="HasSales">Whether anything was ever sold.</param>
/// <param name="Summary">The figures.</param>
/// <param name="Series">The figures bucket by bucket.</param>
/// <param name="Products">What sold best.</param>
/// <param name="Stock">How those stand that need a word.</param>
/// <param name="Channels">Where it was sold.</param>
/// <param name="Hours">When it was sold.</param>
/// <param name="Latest">The latest sales.</param>
/// <param name="Notices">What needs attention.</param>
/// <param name="SetUp">What is still to be set up.</param>
/// <param name="Goal">How the running month stands against its goal; nothing while there is none.</param>
/// <param name="Annotations">What happened in these days.</param>
public sealed record DashboardData(
    ShopFacts Shop,
    DateTimeOffset Now,
    DashboardChoice Choice,
    bool HasSales,
    Summary Summary,
    Series Series,
    ProductRanking Products,
    IReadOnlyDictionary<Guid, (StockState State, long OnHand)> Stock,
    IReadOnlyList<ChannelSales> Channels,
    IReadOnlyList<HeatCell> Hours,
    IReadOnlyList<LatestSale> Latest,
    IReadOnlyList<Notice> Notices,
    IReadOnlyList<ChecklistItem> SetUp,
    GoalPace? Goal,
    IReadOnlyList<AnnotationItem> Annotations)
{
    /// <summary>Today on the shop's clock.</summary>
    public DateOnly Today { get; } = Shop.Zone.DayOf(Now);
}

/// <summary>Collects what the first screen shows.</summary>
public sealed class DashboardQuery(
    AppDb db, CurrentShop shop, TimeProvider time, SummaryQuery summary, SeriesQuery series, ProductsQuery products, ChannelsQuery channels, HeatmapQuery heatmap,
    LatestSalesQuery latest, IEnumerable<INoticeSource> sources, SetUpQuery setUp, GoalQuery goals, AnnotationQuery annotations, Answers answers)
{
    private const int Products = 6;
    private const int Sales = 6;

    /// <summary>What presets are worked out from, in this shop and now.</summary>
    public async Task<PresetDay> DayAsync(CancellationToken cancel)
    {
        var today = shop.Facts.Zone.DayOf(time.GetUtcNow());
        var together = db.AskTogether();
        _ = together.Ask(async () => { await answers.ReadyAsync(cancel); return true; });
        var first = together.Ask(() => db.DailySales.OrderBy(day => day.Day).Select(day => (DateOnly?)day.Day).FirstOrDefaultAsync(cancel));
        var goal = together.Ask(() => goals.AmountAsync(today, cancel));
        await together.RunAsync(cancel);
        return new PresetDay(today, shop.Facts, await first, await goal);
    }

    /// <summary>Everything for this choice, in one trip to the database.</summary>
    public async Task<DashboardData> RunAsync(DashboardChoice choice, PresetDay day, CancellationToken cancel)
    {
        var range = choice.Range;
        var together = db.AskTogether();
        var current = together.Ask(() => summary.RunAsync(range, choice.Against, Scope.All, cancel));
        var course = together.Ask(() => series.RunAsync(range, choice.By, choice.Against, Scope.All, cancel));
        var ranking = together.Ask(() => products.RunAsync(range, Scope.All, Products, cancel));
        var stock = together.Ask(() => StockAsync(products.Best(range, Products), cancel));
        var sold = together.Ask(() => channels.RunAsync(range, Scope.All, cancel));
        var hours = together.Ask(async () => await heatmap.RunAsync(range, SaleSlice.Whole, cancel));
        var recent = together.Ask(() => latest.RunAsync(Sales, cancel));
        var notices = sources.OrderBy(source => source.Order).Select(source => together.Ask(() => source.FindAsync(cancel))).ToList();
        var steps = together.Ask(() => setUp.RunAsync(cancel));
        var pace = together.Ask(() => goals.PaceAsync(day.Goal, day.Today, cancel));
        var notes = together.Ask(() => annotations.OnAsync(range, cancel));
        await together.RunAsync(cancel);
        return new DashboardData(
            shop.Facts, time.GetUtcNow(), choice, day.FirstSale is not null, await current, await course, await ranking, await stock, await sold, await hours, await recent,
            [.. (await Task.WhenAll(notices)).SelectMany(some => some)], await steps, await pace, await notes);
    }

    private async Task<Dictionary<Guid, (StockState State, long OnHand)>> StockAsync(IQueryable<Guid> variants, CancellationToken cancel)
    {
        var (levels, usual) = (db.StockLevels, shop.Facts.DefaultThreshold);
        var rows = await levels.Where(level => variants.Contains(level.VariantId))
            .Join(db.Variants, level => level.VariantId, variant => variant.Id, (level, variant) => new { level.VariantId, level.OnHand, variant.Threshold, variant.ProductId })
            .Join(db.Products, level => level.ProductId, product => product.Id, (level, product) => new { level.VariantId, level.OnHand, level.Threshold, product.Status })
            .ToListAsync(cancel);
        return rows.ToDictionary(row => row.VariantId, row => (StockQueries.StateOf(row.OnHand, row.Threshold ?? usual, row.Status), row.OnHand));
    }
}
