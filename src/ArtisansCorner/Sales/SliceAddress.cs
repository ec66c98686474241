using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.Extensions.Primitives;

namespace ArtisansCorner.Sales;

/// <summary>A slice as addresses of pages say it, a name as often as it has values; what makes no sense is left out.</summary>
public static class SliceAddress
{
    private const int LongestName = 100;

    /// <summary>The slice that these values of an address say.</summary>
    public static SaleSlice Read(IQueryCollection query) => new(
        Channel: Texts(query["channel"]), Location: Ids(query["location"]), Product: Ids(query["product"]), Variant: Ids(query["variant"]), Maker: Ids(query["maker"]),
        Category: Texts(query["category"]), Tag: Texts(query["tag"]), Country: Texts(query["country"]), Region: Texts(query["region"]), Buyers: Words<Buyers>(query["buyers"]), Group: Words<CustomerGroup>(query["group"]), Customer: Ids(query["customer"]));

    /// <summary>The values of an address that say this slice.</summary>
    public static IEnumerable<(string Name, string Value)> Query(this SaleSlice slice) =>
    [
        .. Say("channel", slice.Channel), .. Say("location", slice.Location), .. Say("product", slice.Product), .. Say("variant", slice.Variant), .. Say("maker", slice.Maker),
        .. Say("category", slice.Category), .. Say("tag", slice.Tag), .. Say("country", slice.Country), .. Say("region", slice.Region), .. slice.Buyers.Values.Select(buyers => ("buyers", EnumWords.Of(buyers))),
        .. slice.Group.Values.Select(group => ("group", EnumWords.Of(group))), .. Say("customer", slice.Customer),
    ];

    private static IEnumerable<(string, string)> Say<T>(string name, Chosen<T> chosen)
        where T : notnull => chosen.Values.Select(value => (name, value.ToString()!));

    private static Chosen<string> Texts(StringValues texts) =>
        Chosen.Of(texts.Take(Chosen.Most).Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!.Trim().UpTo(LongestName)));

    private static Chosen<Guid> Ids(StringValues texts) =>
        Chosen.Of(texts.Take(Chosen.Most).Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>());

    private static Chosen<T> Words<T>(StringValues texts)
        where T : struct, Enum => Chosen.Of(texts.Take(Chosen.Most).Select(EnumWords.Find<T>).OfType<T>());
}
