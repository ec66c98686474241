using ArtisansCorner.Catalog;
using ArtisansCorner.Customers;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Messaging;
using ArtisansCorner.Sales;
using ArtisansCorner.Shops;

namespace ArtisansCorner.Analytics;

/// <summary>
/// Every number of the product. Knows Customers, Sales, Inventory and Catalog; rebuilds its roll-ups when sales change, forgets answers when products or groups of customers do, and tells the live feed;
/// pages, the API and reports ask its queries, and no one else works a number out.
/// </summary>
public static class AnalyticsModule
{
    /// <summary>Registers the module.</summary>
    public static IServiceCollection AddAnalytics(this IServiceCollection services)
    {
        services.AddScoped<RebuildCustomers>();
        services.AddScoped<RebuildDay>();
        services.AddScoped<VerifyRollUps>();
        services.React<SalesChanged, RebuildDay>();
        services.React<ProductChanged, ForgetAnswers>();
        services.React<MakerRenamed, ForgetAnswers>();
        services.React<CustomersRescored, ForgetAnswers>();
        services.AddSingleton<AnswerMemory>();
        services.AddScoped<Answers>();
        services.AddScoped<SlicedFigures>();
        services.AddScoped<FiguresQuery>();
        services.AddScoped<BreakdownQuery>();
        services.AddScoped<SummaryQuery>();
        services.AddScoped<SeriesQuery>();
        services.AddScoped<ProductsQuery>();
        services.AddScoped<ItemPastQuery>();
        services.AddScoped<ItemStockQuery>();
        services.AddScoped<IDaysLeft, DaysLeftQuery>();
        services.AddScoped<PerformanceQuery>();
        services.AddScoped<CoursesQuery>();
        services.AddScoped<TogetherQuery>();
        services.AddScoped<ProductListQuery>();
        services.AddScoped<ProductQuery>();
        services.AddScoped<ChannelsQuery>();
        services.AddScoped<HeatmapQuery>();
        services.AddScoped<LedgerQuery>();
        services.AddScoped<TrendQuery>();
        services.AddScoped<PictureQuery>();
        services.AddScoped<SetGoal>();
        services.AddTakeBack<GoalBefore, SetGoal>(Permission.ManageShop, (set, before, cancel) => set.UndoAsync(before, cancel));
        services.AddScoped<GoalQuery>();
        services.AddScoped<Annotate>();
        services.AddScoped<AnnotationQuery>();
        services.AddScoped<LatestSalesQuery>();
        services.AddScoped<SetUpQuery>();
        services.AddScoped<DashboardQuery>();
        services.AddScoped<AnalyticsQuery>();
        services.AddScoped<INoticeSource, LowStockNotices>();
        services.AddScoped<INoticeSource, ClockMoveNotices>();
        services.AddScoped<INoticeSource, PayoutNotices>();
        services.AddToShopMenu(new ShopMenuEntry(0, "Home", "", "home", 'h'));
        services.AddToShopMenu(new ShopMenuEntry(40, "Analytics", "analytics", "reports", 'a'));
        return services;
    }
}
