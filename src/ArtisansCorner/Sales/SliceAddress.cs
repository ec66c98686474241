using System.ComponentModel;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace ArtisansCorner.Sales;

/// <summary>A slice as addresses of pages say it; what makes no sense is left out.</summary>
public static class SliceAddress
{
    private const int LongestName = 100;

    /// <summary>The slice that these values of an address say.</summary>
    public static SaleSlice Read(IQueryCollection query) => new(
        Text(query["channel"]), Id(query["product"]), Id(query["variant"]), Id(query["maker"]), Text(query["country"]), EnumWords.Find<Buyers>(query["buyers"]), Id(query["customer"]));

    /// <summary>The values of an address that say this slice.</summary>
    public static (string Name, string? Value)[] Query(this SaleSlice slice) =>
    [
        ("channel", slice.Channel), ("product", slice.Product?.ToString()), ("variant", slice.Variant?.ToString()), ("maker", slice.Maker?.ToString()),
        ("country", slice.Country), ("buyers", slice.Buyers is { } buyers ? EnumWords.Of(buyers) : null), ("customer", slice.Customer?.ToString()),
    ];

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().UpTo(LongestName);

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}

/// <summary>A slice as addresses of the API say it.</summary>
/// <param name="Channel">Only this channel.</param>
/// <param name="Product">Only pieces of this product.</param>
/// <param name="Variant">Only pieces of this variant.</param>
/// <param name="Maker">Only pieces by this maker.</param>
/// <param name="Country">Only buyers in this country.</param>
/// <param name="Buyers">Only new or returning buyers.</param>
/// <param name="Customer">Only this customer.</param>
public sealed record SliceAsked(
    [property: FromQuery(Name = "channel"), Description("Only this channel, by its name")] string? Channel,
    [property: FromQuery(Name = "product"), Description("Only pieces of this product; shipping, tax and fees belong to whole orders and are then 0")] Guid? Product,
    [property: FromQuery(Name = "variant"), Description("Only pieces of this variant")] Guid? Variant,
    [property: FromQuery(Name = "maker"), Description("Only pieces by this maker")] Guid? Maker,
    [property: FromQuery(Name = "country"), Description("Only buyers in this country, as it is written down")] string? Country,
    [property: FromQuery(Name = "buyers"), Description("new or returning: only sales on the buyer's first day, or only later ones")] EnumWord<Buyers>? Buyers,
    [property: FromQuery(Name = "customer"), Description("Only this customer")] Guid? Customer)
{
    /// <summary>The slice.</summary>
    public SaleSlice Slice => new(
        string.IsNullOrWhiteSpace(Channel) ? null : Channel.Trim(), Product, Variant, Maker, string.IsNullOrWhiteSpace(Country) ? null : Country.Trim(), Buyers?.Value, Customer);
}
