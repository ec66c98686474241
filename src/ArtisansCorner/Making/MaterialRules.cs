using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Making;

/// <summary>What makes sense in a material, before the database is asked.</summary>
public static class MaterialRules
{
    private const int LongestName = 300;
    private const int LongestSku = 100;

    /// <summary>There is no such material.</summary>
    public static Problem Unknown => new("unknown_material", "There is no such material.", Kind: ProblemKind.NotFound);

    /// <summary>Another material has the code.</summary>
    public static Problem Taken => new("sku_taken", "Another material has this code.", nameof(NewMaterial.Sku), ProblemKind.Conflict);

    /// <summary>How it is measured and when it is low, or everything that is wrong with it.</summary>
    public static Outcome<(UnitConversion Units, long? Threshold)> Check(NewMaterial input)
    {
        List<Problem> problems = [];
        if (string.IsNullOrWhiteSpace(input.Name)) problems.Add(new("name_missing", "What is it called?", nameof(input.Name)));
        else if (input.Name.Trim().Length > LongestName || input.Name.Trim().Any(char.IsControl)) problems.Add(new("name_invalid", $"A name is a few words on one line, at most {LongestName} characters.", nameof(input.Name)));
        if (input.Sku?.Trim().Length > LongestSku) problems.Add(new("sku_too_long", $"A code has at most {LongestSku} characters.", nameof(input.Sku)));
        if (input.Category?.Trim().Length > ProductRules.LongestCategory) problems.Add(new("category_too_long", $"A category has at most {ProductRules.LongestCategory} characters.", nameof(input.Category)));
        if (input.Status is not (null or ProductStatus.Active or ProductStatus.Retired)) problems.Add(new("status_invalid", "A material is active or retired.", nameof(input.Status)));
        if (Find(input.Unit, nameof(input.Unit), problems) is not { } use || Find(input.PurchaseUnit ?? input.Unit, nameof(input.PurchaseUnit), problems) is not { } purchase) return problems;
        var units = UnitConversion.Of(purchase, use, input.Holds, nameof(input.Holds));
        var threshold = input.Threshold is { } low ? use.Amount(low, nameof(input.Threshold)) : (Outcome<long>?)null;
        problems.AddRange([.. units.Problems, .. threshold?.Problems ?? []]);
        return !units.Succeeded || problems.Count > 0 ? problems : (units.Value, threshold?.Value);
    }

    private static Unit? Find(string? code, string field, List<Problem> problems)
    {
        var unit = Unit.Find(code);
        if (unit is null) problems.Add(new("unknown_unit", string.IsNullOrWhiteSpace(code) ? "In which unit is it measured?" : $"“{code.Trim()}” is no unit we know.", field));
        return unit;
    }
}
