using System.ComponentModel;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace ArtisansCorner.Sales;

/// <summary>A slice as addresses of the API say it; each name may be said several times.</summary>
/// <param name="Channel">Only these channels.</param>
/// <param name="Location">Only sales from these places.</param>
/// <param name="Product">Only pieces of these products.</param>
/// <param name="Variant">Only pieces of these variants.</param>
/// <param name="Maker">Only pieces by these makers.</param>
/// <param name="Category">Only pieces of these categories.</param>
/// <param name="Tag">Only pieces with any of these tags.</param>
/// <param name="Country">Only buyers in these countries.</param>
/// <param name="Region">Only buyers in these regions.</param>
/// <param name="Buyers">Only new or returning buyers.</param>
/// <param name="Group">Only customers of these groups.</param>
/// <param name="Customer">Only these customers.</param>
public sealed record SliceAsked(
    [property: FromQuery(Name = "channel"), Description("Only this channel, by its name; several: any of them, as with each filter")] string[]? Channel,
    [property: FromQuery(Name = "location"), Description("Only sales whose pieces came from this place, such as a fair; see /locations")] Guid?[]? Location,
    [property: FromQuery(Name = "product"), Description("Only pieces of this product; shipping, tax and fees belong to whole orders and are then 0")] Guid?[]? Product,
    [property: FromQuery(Name = "variant"), Description("Only pieces of this variant")] Guid?[]? Variant,
    [property: FromQuery(Name = "maker"), Description("Only pieces by this maker")] Guid?[]? Maker,
    [property: FromQuery(Name = "category"), Description("Only pieces of products of this category")] string[]? Category,
    [property: FromQuery(Name = "tag"), Description("Only pieces of products with this tag")] string[]? Tag,
    [property: FromQuery(Name = "country"), Description("Only buyers in this country, as it is written down")] string[]? Country,
    [property: FromQuery(Name = "region"), Description("Only buyers in this state, county or province, as it is written down")] string[]? Region,
    [property: FromQuery(Name = "buyers"), Description("new or returning: only sales on the buyer's first day, or only later ones")] EnumWord<Buyers>?[]? Buyers,
    [property: FromQuery(Name = "group"), Description("Only customers who are in this group today, such as champions or atRisk; see /insights/segments")] EnumWord<CustomerGroup>?[]? Group,
    [property: FromQuery(Name = "customer"), Description("Only this customer")] Guid?[]? Customer)
{
    /// <summary>The slice, or which filter has too many values.</summary>
    public Outcome<SaleSlice> Read()
    {
        (string Name, Array? Values)[] asked =
            [(nameof(Channel), Channel), (nameof(Location), Location), (nameof(Product), Product), (nameof(Variant), Variant), (nameof(Maker), Maker), (nameof(Category), Category), (nameof(Tag), Tag),
            (nameof(Country), Country), (nameof(Region), Region), (nameof(Buyers), Buyers), (nameof(Group), Group), (nameof(Customer), Customer)];
        if (asked.FirstOrDefault(one => one.Values?.Length > Chosen.Most).Name is { } crowded) return new Problem("too_many_values", $"A filter takes at most {Chosen.Most} values.", crowded);
        return new SaleSlice(
            Channel: Texts(Channel), Location: Values(Location), Product: Values(Product), Variant: Values(Variant), Maker: Values(Maker), Category: Texts(Category), Tag: Texts(Tag), Country: Texts(Country), Region: Texts(Region),
            Buyers: Values(Buyers?.Select(word => word?.Value)), Group: Values(Group?.Select(word => word?.Value)), Customer: Values(Customer));
    }

    private static Chosen<string> Texts(string[]? asked) => Chosen.Of((asked ?? []).Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text.Trim()));

    private static Chosen<T> Values<T>(IEnumerable<T?>? asked)
        where T : struct => Chosen.Of((asked ?? []).OfType<T>());
}
