using System.Globalization;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Sales;

/// <summary>What the address of the list of sales says; its filters stack. What makes no sense in it is left out.</summary>
/// <param name="Shop">The shop's name in addresses.</param>
/// <param name="Search">Words that are searched for.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Channel">The name of a channel.</param>
/// <param name="State">How sales stand.</param>
/// <param name="Customer">One customer.</param>
/// <param name="Cursor">After which sale the page begins.</param>
public sealed record SaleListAddress(string Shop, string? Search, DateOnly? From, DateOnly? To, string? Channel, SaleState? State, Guid? Customer, string? Cursor)
{
    /// <summary>How many sales a page shows.</summary>
    public const int PageSize = 50;

    /// <summary>The address as its texts say it.</summary>
    public static SaleListAddress Read(string shop, string? q, string? from, string? to, string? channel, string? state, string? customer, string? cursor) => new(
        shop, Text(q), Day(from), Day(to), Text(channel), EnumWords.Find<SaleState>(state), Guid.TryParse(customer, out var id) ? id : null, Text(cursor));

    /// <summary>Which sales it shows.</summary>
    public SaleFilter Filter => new(From, To, Channel, Search, State, Customer);

    /// <summary>Whether it leaves anything out.</summary>
    public bool IsFiltered => Filter != new SaleFilter();

    /// <summary>The days it shows, where both ends are said.</summary>
    public Period? Range => From is { } from && To is { } to && from <= to ? new Period(from, to) : null;

    /// <summary>The page.</summary>
    public string Page => AddressOf($"/{Shop}/sales");

    /// <summary>The rows alone.</summary>
    public string Rows => AddressOf($"/{Shop}/sales/rows");

    /// <summary>The page from its start, without any filter.</summary>
    public string Everything => $"/{Shop}/sales";

    /// <summary>The same filters on other days, from the start.</summary>
    public SaleListAddress On(DateOnly? from, DateOnly? to) => this with { From = from, To = to, Cursor = null };

    private string AddressOf(string path) => Address.Of(
        path, ("q", Search), ("from", Day(From)), ("to", Day(To)), ("channel", Channel), ("state", State is { } state ? EnumWords.Of(state) : null), ("customer", Customer?.ToString()), ("cursor", Cursor));

    /// <summary>A day as addresses write it.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
