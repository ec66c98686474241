using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Catalog;

/// <summary>One choice of a product: what has a code, a price and a place on the shelf.</summary>
public sealed class Variant : IBelongsToShop
{
    /// <summary>No search text is longer.</summary>
    public const int LongestSearch = 400;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The product it is a choice of.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>What sets it apart, such as “Large, blue”; empty for a product with no options.</summary>
    public string Title { get; set; } = "";

    /// <summary>The code it is known by, as the maker writes it.</summary>
    public required string Sku
    {
        get;
        set
        {
            field = value;
            SkuKey = KeyOf(value);
        }
    }

    /// <summary>The code as it is compared: capitals, no outer spaces. “85123a” and “85123A” are one thing.</summary>
    public string SkuKey { get; private set; } = "";

    /// <summary>Product, title and code as searches compare them; one text, so that a list finds words in it without a look elsewhere.</summary>
    public string Search { get; private set; } = "";

    /// <summary>What the till or the scanner reads.</summary>
    public string? Barcode { get; set; }

    /// <summary>The price of one, in minor units of the shop's currency.</summary>
    public long Price { get; set; }

    /// <summary>At or under how many it is low; nothing: the shop's default.</summary>
    public long? Threshold { get; set; }

    /// <summary>Whether nobody wants to hear when it runs low.</summary>
    public bool IsMuted { get; set; }

    /// <summary>Of a material: the code of the unit it is used in, whose grains its stock is counted in; nothing for what is sold, which is counted in pieces.</summary>
    public string? Unit { get; set; }

    /// <summary>Of a material: the code of the unit it is bought in.</summary>
    public string? PurchaseUnit { get; set; }

    /// <summary>Of a material: how many grains of use one unit of purchase holds.</summary>
    public long? PurchaseGrains { get; set; }

    /// <summary>Lets it be found by the name of its product, its title and its code, as they are now.</summary>
    public Variant FoundBy(string product)
    {
        Search = SearchText.Of(product, Title, Sku).UpTo(LongestSearch);
        return this;
    }

    /// <summary>The code as it is compared.</summary>
    public static string KeyOf(string sku) => sku.Trim().ToUpperInvariant();
}
