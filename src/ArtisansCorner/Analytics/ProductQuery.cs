using ArtisansCorner.Catalog;
using ArtisansCorner.Customers;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Analytics;

/// <summary>All that the page of one product's figures shows.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Today">Today on the shop's clock.</param>
/// <param name="Id">The product.</param>
/// <param name="Name">Its name.</param>
/// <param name="Choice">Which days, against which.</param>
/// <param name="Summary">Its figures.</param>
/// <param name="Series">The same bucket by bucket.</param>
/// <param name="Whole">The product in one row.</param>
/// <param name="Variants">Its variants, by net sales.</param>
/// <param name="Courses">Their spark lines.</param>
/// <param name="Channels">Where it was sold.</param>
/// <param name="Pairs">What it is bought together with.</param>
public sealed record ProductData(
    ShopFacts Shop, DateOnly Today, Guid Id, string Name, ProductsChoice Choice, Summary Summary, Series Series, ProductPerformance Whole,
    IReadOnlyList<ProductPerformance> Variants, IReadOnlyDictionary<Guid, long[]> Courses, IReadOnlyList<BreakdownRow> Channels, IReadOnlyList<PairItem> Pairs)
{
    /// <summary>The sales with pieces of it.</summary>
    public SaleSlice Slice => Choice.Base.Scope.Slice;
}

/// <summary>Collects what the page of one product's figures shows.</summary>
public sealed class ProductQuery(
    AppDb db, CurrentShop shop, TimeProvider time, SummaryQuery summary, SeriesQuery series, PerformanceQuery performance, ProductListQuery lists, BreakdownQuery breakdown, TogetherQuery together)
{
    private const int Pairs = 10;

    /// <summary>Everything of this product on the days of a choice; nothing when there is no such product.</summary>
    public async Task<ProductData?> FindAsync(Guid id, ProductsChoice asked, CancellationToken cancel)
    {
        if (await db.Products.Where(product => product.Id == id).Select(product => product.Name).FirstOrDefaultAsync(cancel) is not { } name) return null;
        var choice = asked.Of(new SaleSlice { Product = Chosen.One(id) });
        var (days, scope) = (choice.Base.Days, choice.Base.Scope);
        var of = new PerformanceAsked(days.Range, days.Against, Scope.All with { Returns = scope.Returns }, Product: id);
        var variants = await performance.RunAsync(of, cancel);
        if (await performance.RunAsync(of with { ByProduct = true }, cancel) is not [var whole, ..]) return null;
        return new ProductData(
            shop.Facts,
            shop.Facts.Zone.DayOf(time.GetUtcNow()),
            id,
            name,
            choice,
            await summary.RunAsync(days.Range, days.Against, scope, cancel),
            await series.RunAsync(days.Range, days.By, days.Against, scope, cancel),
            whole,
            variants,
            await lists.CoursesAsync(choice, variants, cancel),
            await breakdown.RunAsync(Dimension.Channel, days.Range, scope, cancel),
            await together.RunAsync(days.Range, id, Pairs, cancel));
    }
}
