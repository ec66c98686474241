using System.Globalization;

namespace ArtisansCorner.Catalog;

/// <summary>One thing that a change made different.</summary>
/// <param name="Field">Which: name, category, tags, status, description, maker, sku, title, barcode, price or threshold; variant for one that came; of a material also unit, purchaseUnit, holds and lowAt.</param>
/// <param name="Sku">The code of the variant it is about; nothing for the product.</param>
/// <param name="Before">What it was; amounts are minor units. Nothing where there was none.</param>
/// <param name="After">What it became.</param>
public sealed record Difference(string Field, string? Sku, string? Before, string? After)
{
    /// <summary>The field that says whose work it is.</summary>
    internal const string Maker = "maker";

    /// <summary>Everything that differs between two states of a product; makers by their ids, which their names take the place of.</summary>
    public static IReadOnlyList<Difference> Between(ProductState before, ProductState after) =>
    [
        .. Of(null, ("name", before.Name, after.Name), ("category", before.Category, after.Category), ("tags", Joined(before.Tags), Joined(after.Tags)), ("status", $"{before.Status}", $"{after.Status}"), ("description", before.Description, after.Description), (Maker, before.MakerId?.ToString(), after.MakerId?.ToString())),
        .. after.MeasuredIn is { } now && before.MeasuredIn is { } was ? OfMaterial(before.Variants[0], was, after.Variants[0], now) : after.Variants.SelectMany(variant => before.Variants.FirstOrDefault(one => one.Id == variant.Id) is { } was ? Between(was, variant) : [new Difference("variant", variant.Sku, null, variant.Title)]),
    ];

    private static IEnumerable<Difference> Between(VariantItem before, VariantItem after) => Of(
        after.Sku, ("sku", before.Sku, after.Sku), ("title", before.Title, after.Title), ("barcode", before.Barcode, after.Barcode),
        ("price", Text(before.Price), Text(after.Price)), ("threshold", Text(before.Threshold), Text(after.Threshold)));

    private static IEnumerable<Difference> OfMaterial(VariantItem before, MeasuredIn was, VariantItem after, MeasuredIn now) => Of(
        null, ("sku", before.Sku, after.Sku), ("unit", was.Unit, now.Unit), ("purchaseUnit", was.PurchaseUnit, now.PurchaseUnit), ("holds", Amount(was.PurchaseGrains, was), Amount(now.PurchaseGrains, now)),
        ("lowAt", Amount(before.Threshold, was), Amount(after.Threshold, now)));

    private static string? Amount(long? grains, MeasuredIn measured) => grains is { } some ? Unit.Find(measured.Unit)!.Words(some) : null;

    private static IEnumerable<Difference> Of(string? sku, params IEnumerable<(string Field, string? Before, string? After)> fields) =>
        fields.Where(field => field.Before != field.After).Select(field => new Difference(field.Field, sku, field.Before, field.After));

    private static string? Joined(IReadOnlyList<string> tags) => tags.Count == 0 ? null : string.Join(", ", tags);

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
