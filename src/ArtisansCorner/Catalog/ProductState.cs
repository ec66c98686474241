using System.Text.Json;
using System.Text.Json.Serialization;

namespace ArtisansCorner.Catalog;

/// <summary>A product or a material as it was at a moment, all that a change can change.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Category">What kind of thing it is.</param>
/// <param name="Tags">Its tags, in the order of their keys.</param>
/// <param name="Status">How it is offered.</param>
/// <param name="Variants">Its variants, in their order.</param>
public sealed record ProductState(string Name, string? Category, IReadOnlyList<string> Tags, ProductStatus Status, IReadOnlyList<VariantItem> Variants)
{
    /// <summary>Of a material: how it is measured. Left out of the text of what is sold, which stays as it was before materials had a history.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MeasuredIn? MeasuredIn { get; init; }

    /// <summary>What is said of it to buyers. Left out of the text where there is nothing, which stays as it was before there were descriptions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>Whose work it is; left out of the text as the description is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? MakerId { get; init; }

    /// <summary>The state of a material.</summary>
    public static ProductState Of(Product product, Variant material) =>
        Of(product, [], [material]) with { MeasuredIn = new MeasuredIn(material.Unit!, material.PurchaseUnit!, material.PurchaseGrains!.Value) };

    /// <summary>The state of a product with its tags and variants.</summary>
    public static ProductState Of(Product product, IEnumerable<ProductTag> tags, IEnumerable<Variant> variants) => new(
        product.Name, product.Category, [.. tags.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Tag)], product.Status,
        [.. variants.OrderBy(variant => variant.Id).Select(variant => new VariantItem(variant.Id, variant.Sku, variant.Title, variant.Barcode, variant.Price, variant.Threshold))])
    { Description = product.Description, MakerId = product.MakerId };

    /// <summary>What a change takes that leads to this state.</summary>
    public NewProduct ToInput() => new(
        Name, [.. Variants.Select(variant => new NewVariant(variant.Sku, variant.Price, variant.Threshold, variant.Title, variant.Barcode ?? "", variant.Id))], Category ?? "", Tags, Status, Description ?? "", MakerId ?? Guid.Empty);

    /// <summary>The state as text, as it is kept; two that say the same are the same text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>The state that was kept.</summary>
    public static ProductState FromJson(string json) => JsonSerializer.Deserialize<ProductState>(json)!;
}

/// <summary>How a material is measured.</summary>
/// <param name="Unit">The unit it is used in.</param>
/// <param name="PurchaseUnit">The unit it is bought in.</param>
/// <param name="PurchaseGrains">How many grains one unit of purchase holds.</param>
public sealed record MeasuredIn(string Unit, string PurchaseUnit, long PurchaseGrains);
