using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Analytics;

/// <summary>What the analytics page shows: which days, of which part of the shop, split by what. It lives in the address, and its filters stack.</summary>
/// <param name="Days">Which days, against which, by what.</param>
/// <param name="Scope">Of which facts.</param>
/// <param name="Split">What the table holds side by side.</param>
public sealed record AnalyticsChoice(DashboardChoice Days, Scope Scope, Dimension Split)
{
    /// <summary>On which day returns may count beside their own, for a select.</summary>
    public static IReadOnlyList<(string Value, string Words)> ReturnViews { get; } = [("order", "Returns on the sale’s day")];

    /// <summary>Whether its rows are of single pieces: then shipping, tax and fees, which belong to whole orders, are in none of them.</summary>
    public bool SplitsPieces => Scope.Slice.IsOfPieces || Split is Dimension.Product or Dimension.Variant or Dimension.Maker or Dimension.Category or Dimension.Tag;

    /// <summary>Reads the choice from an address, and the days it does not say from those chosen before; tells beside it what made no sense.</summary>
    public static (AnalyticsChoice Choice, IReadOnlyList<Problem> Problems) Read(HttpRequest request, PresetDay day)
    {
        var (days, problems) = DashboardChoice.Read(request.QueryString.Value, request.Cookies[DashboardChoice.Cookie], day);
        var returns = AskedRange.ReadReturns(request.Query["returns"]);
        var split = EnumWords.Find<Dimension>(request.Query["split"]) ?? Dimension.Product;
        return (new AnalyticsChoice(days, new Scope(SliceAddress.Read(request.Query), returns.Succeeded ? returns.Value : default), split), [.. problems, .. returns.Problems]);
    }

    /// <summary>The page.</summary>
    public string Page(string shop) => AddressOf($"/{shop}/analytics");

    /// <summary>What changes of it by itself, alone.</summary>
    public string Body(string shop) => AddressOf($"/{shop}/analytics/body");

    /// <summary>The page of products, on the same days and of the same part.</summary>
    public string Products(string shop) => (this with { Split = Dimension.Product }).AddressOf($"/{shop}/analytics/products");

    /// <summary>Its chart as a picture.</summary>
    public string Picture(string shop) => AddressOf($"/{shop}/analytics/chart.svg");

    /// <summary>One of its tables as a file: breakdown, series or bridge.</summary>
    public string Csv(string shop, string table) => AddressOf($"/{shop}/analytics/{table}.csv");

    /// <summary>The rows behind one of its figures.</summary>
    public string Ledger(string shop, Metric metric) => Address.Of(AddressOf($"/{shop}/analytics/ledger"), ("metric", metric.Key));

    /// <summary>The rows behind one of its figures as a file.</summary>
    public string LedgerCsv(string shop, Metric metric) => Address.Of(Csv(shop, "ledger"), ("metric", metric.Key));

    /// <summary>All of it as values of an address.</summary>
    public IEnumerable<(string Name, string? Value)> All() => [.. Days.Values(), .. Kept()];

    /// <summary>The same of another part of the shop.</summary>
    public AnalyticsChoice Of(SaleSlice slice) => this with { Scope = Scope with { Slice = slice } };

    /// <summary>Everything but the days as values of an address, for a form that asks for days.</summary>
    public IEnumerable<(string Name, string Value)> Kept() => [.. Scope.Slice.Query(), .. Views()];

    /// <summary>How it is looked at, as values of an address: on which day returns count, and what stands side by side.</summary>
    public IEnumerable<(string Name, string Value)> Views()
    {
        if (Scope.Returns == ReturnsOn.SaleDay) yield return ("returns", "order");
        if (Split != Dimension.Product) yield return ("split", EnumWords.Of(Split));
    }

    private string AddressOf(string path) => Address.Of(path, [.. All()]);
}
