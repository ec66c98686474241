using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Catalog;

/// <summary>What makes sense in a catalog.</summary>
public static class ProductRules
{
    /// <summary>Nobody wants to hear of a low level above this.</summary>
    public const long MostThreshold = 100_000_000_000;

    /// <summary>No category is longer.</summary>
    public const int LongestCategory = 60;

    /// <summary>No description is longer.</summary>
    public const int LongestDescription = 10_000;

    /// <summary>No tag is longer.</summary>
    public const int LongestTag = 40;

    /// <summary>No product has more tags.</summary>
    public const int MostTags = 20;

    /// <summary>Everything that is wrong with a product before the catalog is looked at.</summary>
    public static List<Problem> Check(NewProduct input)
    {
        var (name, variants) = (input.Name, input.Variants);
        List<Problem> problems = [.. CheckLabels(input)];
        if (string.IsNullOrWhiteSpace(name)) problems.Add(new("name_missing", "What is it called?", "Name"));
        else if (name.Trim().Length > 300) problems.Add(new("name_too_long", "A name has at most 300 characters.", "Name"));
        if (variants is null or { Count: 0 }) problems.Add(new("variant_missing", "A product needs at least one variant with a code and a price.", "Variants"));
        else if (variants.Count > 250) problems.Add(new("too_many_variants", "A product has at most 250 variants.", "Variants"));
        else problems.AddRange(variants.Index().SelectMany(row => Check(row.Item, row.Index, variants)));
        return problems;
    }

    /// <summary>There is none with this id in the shop.</summary>
    public static Problem Unknown => new("unknown_product", "There is no such product.", Kind: ProblemKind.NotFound);

    /// <summary>There is no maker with this id in the shop.</summary>
    public static Problem UnknownMaker => new("unknown_maker", "There is no such maker.", nameof(NewProduct.MakerId));

    /// <summary>The code belongs to another product.</summary>
    public static Problem Taken(string sku, int index) =>
        new("sku_taken", $"The code “{sku.Trim()}” belongs to another product.", $"Variants[{index}].Sku", ProblemKind.Conflict);

    private static IEnumerable<Problem> CheckLabels(NewProduct input)
    {
        if (input.Description?.Trim().Length > LongestDescription) yield return new("description_too_long", $"A description has at most {LongestDescription:N0} characters.", "Description");
        if (input.Category?.Trim().Length > LongestCategory) yield return new("category_too_long", $"A category has at most {LongestCategory} characters.", "Category");
        if (input.Tags?.Count > MostTags) yield return new("too_many_tags", $"A product has at most {MostTags} tags.", "Tags");
        else if (input.Tags?.Any(string.IsNullOrWhiteSpace) == true) yield return new("tag_missing", "A tag is a word or a few.", "Tags");
        else if (input.Tags?.FirstOrDefault(tag => tag.Trim().Length > LongestTag) is { } tooLong) yield return new("tag_too_long", $"A tag has at most {LongestTag} characters; “{tooLong.Trim().UpTo(LongestTag)}…” has more.", "Tags");
        else if (input.Tags?.FirstOrDefault(tag => tag.Contains(',')) is { } several) yield return new("tag_with_comma", $"A tag has no comma in it: make “{several.Trim()}” several tags.", "Tags");
    }

    private static IEnumerable<Problem> Check(NewVariant? variant, int index, IReadOnlyList<NewVariant> all)
    {
        if (variant is null)
        {
            yield return new("variant_missing", "This variant is empty.", $"Variants[{index}]");
            yield break;
        }

        var field = $"Variants[{index}].";
        if (string.IsNullOrWhiteSpace(variant.Sku)) yield return new("sku_missing", "Give it a code.", field + "Sku");
        else if (variant.Sku.Trim().Length > 100) yield return new("sku_too_long", "A code has at most 100 characters.", field + "Sku");
        else if (all.Take(index).Any(other => other?.Sku is not null && Variant.KeyOf(other.Sku) == Variant.KeyOf(variant.Sku)))
            yield return new("sku_twice", $"The code “{variant.Sku.Trim()}” is given twice.", field + "Sku");
        if (variant.Price is < 0 or > Amounts.Most) yield return new("price_out_of_range", "A price is zero or more, and under a billion.", field + "Price");
        if (variant.Threshold is < 0 or > MostThreshold) yield return new("threshold_out_of_range", "A low-stock level is zero or more.", field + "Threshold");
        if (variant.Title?.Length > 300) yield return new("title_too_long", "A title has at most 300 characters.", field + "Title");
        if (variant.Barcode?.Length > 100) yield return new("barcode_too_long", "A barcode has at most 100 characters.", field + "Barcode");
    }
}
