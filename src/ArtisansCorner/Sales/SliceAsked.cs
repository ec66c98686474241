using System.ComponentModel;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace ArtisansCorner.Sales;

/// <summary>A slice as addresses of the API say it; each name may be said several times.</summary>
public sealed record SliceAsked
{
    /// <summary>Only these channels.</summary>
    [FromQuery(Name = "channel"), Description("Only this channel, by its name; several: any of them, as with each filter")]
    public string[]? Channel { get; init; }

    /// <summary>Only sales from these places.</summary>
    [FromQuery(Name = "location"), Description("Only sales whose pieces came from this place, such as a fair; see /locations")]
    public Guid?[]? Location { get; init; }

    /// <summary>Only pieces of these products.</summary>
    [FromQuery(Name = "product"), Description("Only pieces of this product; shipping, tax and fees belong to whole orders and are then 0")]
    public Guid?[]? Product { get; init; }

    /// <summary>Only pieces of these variants.</summary>
    [FromQuery(Name = "variant"), Description("Only pieces of this variant")]
    public Guid?[]? Variant { get; init; }

    /// <summary>Only pieces by these makers.</summary>
    [FromQuery(Name = "maker"), Description("Only pieces by this maker")]
    public Guid?[]? Maker { get; init; }

    /// <summary>Only pieces of these categories.</summary>
    [FromQuery(Name = "category"), Description("Only pieces of products of this category")]
    public string[]? Category { get; init; }

    /// <summary>Only pieces with any of these tags.</summary>
    [FromQuery(Name = "tag"), Description("Only pieces of products with this tag")]
    public string[]? Tag { get; init; }

    /// <summary>Only buyers in these countries.</summary>
    [FromQuery(Name = "country"), Description("Only buyers in this country, as it is written down")]
    public string[]? Country { get; init; }

    /// <summary>Only buyers in these regions.</summary>
    [FromQuery(Name = "region"), Description("Only buyers in this state, county or province, as it is written down")]
    public string[]? Region { get; init; }

    /// <summary>Only new or returning buyers.</summary>
    [FromQuery(Name = "buyers"), Description("new or returning: only sales on the buyer's first day, or only later ones")]
    public EnumWord<Buyers>?[]? Buyers { get; init; }

    /// <summary>Only customers of these groups.</summary>
    [FromQuery(Name = "group"), Description("Only customers who are in this group today, such as champions or atRisk; see /insights/segments")]
    public EnumWord<CustomerGroup>?[]? Group { get; init; }

    /// <summary>Only these customers.</summary>
    [FromQuery(Name = "customer"), Description("Only this customer")]
    public Guid?[]? Customer { get; init; }

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
