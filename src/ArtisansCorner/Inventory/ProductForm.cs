using System.Globalization;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Inventory;

/// <summary>A product as it is being typed, every text as it was typed.</summary>
public sealed class ProductForm
{
    /// <summary>Which button was pressed: “save”, “variant” for one more, “remove:” with a place.</summary>
    public string? Do { get; set; }

    /// <summary>Made with the form, so that sending it twice makes one product.</summary>
    public Guid Token { get; set; }

    /// <summary>The version that is changed.</summary>
    public int Version { get; set; }

    /// <summary>Its name.</summary>
    public string? Name { get; set; }

    /// <summary>What kind of thing it is.</summary>
    public string? Category { get; set; }

    /// <summary>Its tags, with commas between them.</summary>
    public string? Tags { get; set; }

    /// <summary>How it is offered.</summary>
    public string? Status { get; set; }

    /// <summary>What is said of it to buyers.</summary>
    public string? Description { get; set; }

    /// <summary>Whose work it is; the id of nothing but zeros: not said.</summary>
    public Guid? MakerId { get; set; }

    /// <summary>Its variants, at least one.</summary>
    // The form's binder sets what was not sent to null.
    public List<ProductFormVariant> Variants { get; set => field = value ?? []; } = [];

    /// <summary>An empty form.</summary>
    public static ProductForm Empty() => new() { Token = Guid.CreateVersion7(), Variants = [new ProductFormVariant()] };

    /// <summary>The form of a product that is there.</summary>
    public static ProductForm For(ProductItem product, Currency currency) => new()
    {
        Version = product.Version,
        Name = product.Name,
        Category = product.Category,
        Tags = string.Join(", ", product.Tags),
        Status = EnumWords.Of(product.Status),
        Description = product.Description,
        MakerId = product.MakerId ?? Guid.Empty,
        Variants = [.. product.Variants.Select(variant => new ProductFormVariant
        {
            Id = variant.Id,
            Title = variant.Title,
            Sku = variant.Sku,
            Barcode = variant.Barcode,
            Price = currency.ToField(variant.Price),
            Threshold = variant.Threshold?.ToString(CultureInfo.InvariantCulture),
        })],
    };

    /// <summary>Does what the button said to the variants.</summary>
    public void Press()
    {
        if (Do == "variant") Variants.Add(new ProductFormVariant());
        else if (Do?.Split(':') is ["remove", var place] && int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < Variants.Count && Variants.Count > 1)
            Variants.RemoveAt(index);
    }

    /// <summary>The product and its opening stock as it says, and what in it cannot be read.</summary>
    public (NewProduct Product, IReadOnlyList<OpeningStock> Opening, List<Problem> Problems) Read(ShopFacts shop)
    {
        var reader = new FormReader(shop.Currency);
        List<NewVariant> variants = [];
        List<OpeningStock> opening = [];
        foreach (var (index, variant) in Variants.Index())
        {
            var field = $"Variants[{index}].";
            if (string.IsNullOrWhiteSpace(variant.Price)) reader.Problems.Add(new("price_missing", "What is its price?", field + "Price"));
            if (Variants.Count > 1 && string.IsNullOrWhiteSpace(variant.Title)) reader.Problems.Add(new("title_missing", "What sets it apart? For example “Large, blue”.", field + "Title"));
            variants.Add(new NewVariant(
                variant.Sku, reader.Money(variant.Price, field + "Price") ?? 0, reader.Count(variant.Threshold, field + "Threshold"), variant.Title ?? "", variant.Barcode ?? "", variant.Id));
            opening.Add(new OpeningStock(reader.Count(variant.OnHand, field + "OnHand"), reader.Money(variant.UnitCost, field + "UnitCost")));
        }

        return (new NewProduct(Name, variants, Category ?? "", (Tags ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), EnumWords.Find<ProductStatus>(Status), (Description ?? "").ReplaceLineEndings("\n"), MakerId), opening, reader.Problems);
    }
}
