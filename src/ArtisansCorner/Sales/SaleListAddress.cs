using System.Globalization;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Sales;

/// <summary>What the address of the list of sales says; its filters stack. What makes no sense in it is left out.</summary>
/// <param name="Shop">The shop's name in addresses.</param>
/// <param name="Search">Words that are searched for.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Slice">Which slice of the shop.</param>
/// <param name="State">How sales stand.</param>
/// <param name="Cursor">After which sale the page begins.</param>
public sealed record SaleListAddress(string Shop, string? Search, DateOnly? From, DateOnly? To, SaleSlice Slice, SaleState? State, string? Cursor)
{
    /// <summary>How many sales a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>The address as its query says it.</summary>
    public static SaleListAddress Read(string shop, IQueryCollection query) => new(
        shop, Text(query["q"]), Day(query["from"]), Day(query["to"]), SliceAddress.Read(query), EnumWords.Find<SaleState>(query["state"]), Text(query["cursor"]));

    /// <summary>Which sales it shows.</summary>
    public SaleFilter Filter => new(From, To, Slice, Search, State);

    /// <summary>The values of the address that filter by anything but days.</summary>
    public IEnumerable<(string Name, string? Value)> Filters =>
        [("q", Search), .. Slice.Query().Select(one => (one.Name, (string?)one.Value)), ("state", State is { } state ? EnumWords.Of(state) : null)];

    /// <summary>Whether it leaves anything out.</summary>
    public bool IsFiltered => Filter != new SaleFilter(null, null, SaleSlice.Whole, null, null);

    /// <summary>The days it shows, where both ends are said.</summary>
    public Period? Range => From is { } from && To is { } to && from <= to ? new Period(from, to) : null;

    /// <summary>The page.</summary>
    public string Page => AddressOf($"/{Shop}/sales");

    /// <summary>The rows alone.</summary>
    public string Rows => AddressOf($"/{Shop}/sales/rows");

    /// <summary>Everything that fits, as a file.</summary>
    public string Csv => (this with { Cursor = null }).AddressOf($"/{Shop}/sales.csv");

    /// <summary>The page from its start, without any filter.</summary>
    public string Everything => $"/{Shop}/sales";

    /// <summary>The same filters on other days, from the start.</summary>
    public SaleListAddress On(DateOnly? from, DateOnly? to) => this with { From = from, To = to, Cursor = null };

    /// <summary>The address of the sales of a slice in a range, for figures that lead to their rows.</summary>
    public static string Of(string shop, Period range, SaleSlice slice) => new SaleListAddress(shop, null, range.From, range.To, slice, null, null).Page;

    private string AddressOf(string path) => Address.Of(path, [("from", Day(From)), ("to", Day(To)), .. Filters, ("cursor", Cursor)]);

    /// <summary>A day as addresses write it.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
