using ArtisansCorner.Customers;
using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Analytics;

/// <summary>All that the page of products shows.</summary>
/// <param name="Shop">The shop.</param>
/// <param name="Today">Today on the shop's clock.</param>
/// <param name="Choice">What was asked for.</param>
/// <param name="Rows">Every row that fits, in order.</param>
/// <param name="Shown">Those of the page that is looked at.</param>
/// <param name="Courses">Their spark lines, by the first of their variants.</param>
/// <param name="Pairs">What is bought together, in the whole shop.</param>
public sealed record ProductListData(
    ShopFacts Shop, DateOnly Today, ProductsChoice Choice, IReadOnlyList<ProductPerformance> Rows, IReadOnlyList<ProductPerformance> Shown, IReadOnlyDictionary<Guid, long[]> Courses, IReadOnlyList<PairItem> Pairs);

/// <summary>Collects what the page of products shows.</summary>
public sealed class ProductListQuery(CurrentShop shop, TimeProvider time, PerformanceQuery performance, CoursesQuery courses, TogetherQuery together)
{
    private const int Pairs = 10;

    /// <summary>Everything for this choice.</summary>
    public async Task<ProductListData> RunAsync(ProductsChoice choice, CancellationToken cancel)
    {
        var rows = choice.Order(await performance.RunAsync(choice.Asked, cancel));
        var shown = rows.Skip((choice.Number - 1) * ProductsChoice.PageSize).Take(ProductsChoice.PageSize).ToList();
        return new ProductListData(
            shop.Facts, shop.Facts.Zone.DayOf(time.GetUtcNow()), choice, rows, shown, await CoursesAsync(choice, shown, cancel),
            await together.RunAsync(choice.Base.Days.Range, null, Pairs, cancel));
    }

    /// <summary>The spark lines of these rows, by the first of their variants.</summary>
    public async Task<IReadOnlyDictionary<Guid, long[]>> CoursesAsync(ProductsChoice choice, IReadOnlyList<ProductPerformance> shown, CancellationToken cancel)
    {
        var (days, scope) = (choice.Base.Days, choice.Base.Scope);
        var single = await courses.RunAsync(days.Range, days.By, scope, [.. shown.SelectMany(row => row.Variants)], cancel);
        return shown.Select(row => (row.Variants[0], Lines: row.Variants.Select(id => single.GetValueOrDefault(id)).OfType<long[]>().ToList())).Where(row => row.Lines.Count > 0)
            .ToDictionary(row => row.Item1, row => row.Lines.Aggregate((one, other) => [.. one.Zip(other, (mine, theirs) => mine + theirs)]));
    }
}
