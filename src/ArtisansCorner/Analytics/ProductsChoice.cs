using System.Globalization;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Analytics;

/// <summary>What the page of products shows; it lives in the address, and its filters stack.</summary>
/// <param name="Base">Which days, of which part of the shop.</param>
/// <param name="ByProduct">Whether the variants of a product are one row.</param>
/// <param name="Unsold">Whether what did not sell is there too.</param>
/// <param name="Search">Words that are searched for.</param>
/// <param name="By">What it is ordered by.</param>
/// <param name="Up">Whether the least comes first.</param>
/// <param name="Number">Which page of it, from 1.</param>
public sealed record ProductsChoice(AnalyticsChoice Base, bool ByProduct, bool Unsold, string? Search, ProductColumn By, bool Up, int Number)
{
    /// <summary>How many rows a page shows.</summary>
    public const int PageSize = 50;

    private const int LongestSearch = 100;

    /// <summary>What is asked.</summary>
    public PerformanceAsked Asked => new(Base.Days.Range, Base.Days.Against, Base.Scope, ByProduct, Unsold);

    /// <summary>Reads the choice from an address, and the days it does not say from those chosen before; tells beside it what made no sense.</summary>
    public static (ProductsChoice Choice, IReadOnlyList<Problem> Problems) Read(HttpRequest request, PresetDay day)
    {
        var (choice, problems) = AnalyticsChoice.Read(request, day);
        var (query, by) = (request.Query, ProductColumn.Find(request.Query["sort"]) ?? ProductColumn.NetSales);
        var up = query["order"].ToString() switch { "up" => true, "down" => false, _ => by.StartsLow };
        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, 100_000) : 1;
        var search = query["q"].ToString().Trim();
        return (new ProductsChoice(
            choice with { Split = Dimension.Product }, query["per"] == "product", query["show"] == "all", search.Length == 0 ? null : search.UpTo(LongestSearch), by, up, page), problems);
    }

    /// <summary>The rows that fit the search, in order.</summary>
    public IReadOnlyList<ProductPerformance> Order(IReadOnlyList<ProductPerformance> rows)
    {
        var words = Search is null ? [] : SearchText.Of(Search).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. By.Sort(rows.Where(row => words.All(word => SearchText.Of($"{row.Name} {row.Sku}").Contains(word, StringComparison.Ordinal))), Up)];
    }

    /// <summary>The page.</summary>
    public string Page(string shop) => AddressOf($"/{shop}/analytics/products");

    /// <summary>What changes of it by itself, alone.</summary>
    public string Body(string shop) => AddressOf($"/{shop}/analytics/products/body");

    /// <summary>All of it as a file.</summary>
    public string Csv(string shop) => (this with { Number = 1 }).AddressOf($"/{shop}/analytics/products.csv");

    /// <summary>The page of one product, on the same days.</summary>
    public string Product(string shop, Guid product) => Address.Of($"/{shop}/analytics/products/{product}", [.. Base.Days.Values()]);

    /// <summary>The same ordered by a column, the other way round where it already is.</summary>
    public ProductsChoice SortedBy(ProductColumn column) => this with { By = column, Up = column == By ? !Up : column.StartsLow, Number = 1 };

    /// <summary>The same of another part of the shop.</summary>
    public ProductsChoice Of(SaleSlice slice) => this with { Base = Base.Of(slice), Number = 1 };

    /// <summary>The same on other days.</summary>
    public ProductsChoice On(DashboardChoice days) => this with { Base = Base with { Days = days }, Number = 1 };

    /// <summary>Everything but the days as values of an address, for a form that asks for days.</summary>
    public IEnumerable<(string Name, string Value)> Kept() => Values().Where(one => !string.IsNullOrEmpty(one.Value)).Select(one => (one.Name, one.Value!));

    /// <summary>What the table shows as values of an address: the form of the filters says the others itself.</summary>
    public IReadOnlyList<(string Name, string? Value)> View() =>
    [
        ("per", ByProduct ? "product" : null), ("sort", By == ProductColumn.NetSales ? null : By.Key), ("order", Up == By.StartsLow ? null : Up ? "up" : "down"),
    ];

    private string AddressOf(string path) => Address.Of(
        path, [.. Base.Days.Values(), .. Values(), ("page", Number == 1 ? null : Number.ToString(CultureInfo.InvariantCulture))]);

    private IEnumerable<(string Name, string? Value)> Values() =>
        [.. Base.Kept().Select(one => (one.Name, (string?)one.Value)), .. View(), ("show", Unsold ? "all" : null), ("q", Search)];
}
