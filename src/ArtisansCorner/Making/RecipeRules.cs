using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Making;

/// <summary>What a new or changed recipe takes.</summary>
/// <param name="VariantId">What it makes, or say its <paramref name="Sku"/>, or which material.</param>
/// <param name="Sku">What it makes, by its code.</param>
/// <param name="MaterialId">The material it makes.</param>
/// <param name="Yield">How many pieces one run makes, or how much of a material.</param>
/// <param name="Unit">Of a material: the unit of the yield; nothing: the one it is used in.</param>
/// <param name="LaborMinutes">The minutes of work in one run.</param>
/// <param name="Lines">What one run uses up.</param>
/// <param name="Notes">What the maker wants to remember.</param>
public sealed record NewRecipe(
    Guid? VariantId, string? Sku, Guid? MaterialId, decimal Yield, string? Unit, int LaborMinutes, IReadOnlyList<NewRecipeLine>? Lines, string? Notes = null)
{
    /// <summary>What makes a recipe as this one is.</summary>
    public static NewRecipe Of(RecipeItem recipe) => new(
        recipe.IsMaterial ? null : recipe.VariantId, null, recipe.IsMaterial ? recipe.VariantId : null, recipe.Yield, recipe.Unit, recipe.LaborMinutes,
        [.. recipe.Lines.Select(line => new NewRecipeLine(line.IsMaterial ? line.VariantId : null, line.IsMaterial ? null : line.VariantId, null, line.Quantity, line.Unit))], recipe.Notes);
}

/// <summary>A recipe before it was changed, and the version that the change made of it.</summary>
public sealed record RecipeBefore(Guid Id, int Version, NewRecipe Was);

/// <summary>What one run of a recipe is to use up.</summary>
/// <param name="MaterialId">The material, or say a variant.</param>
/// <param name="VariantId">The variant, or say its <paramref name="Sku"/>.</param>
/// <param name="Sku">The variant's code.</param>
/// <param name="Quantity">How much.</param>
/// <param name="Unit">In which unit; nothing: pieces, or the unit the material is used in.</param>
public sealed record NewRecipeLine(Guid? MaterialId, Guid? VariantId, string? Sku, decimal Quantity, string? Unit = null);

/// <summary>What makes sense in a recipe, before the database is asked.</summary>
public static class RecipeRules
{
    /// <summary>No notes are longer.</summary>
    public const int LongestNotes = 4000;

    private const int MostMinutes = 100_000;

    /// <summary>There is no such recipe.</summary>
    public static Problem Unknown => new("unknown_recipe", "There is no such recipe.", Kind: ProblemKind.NotFound);

    /// <summary>What it makes has a recipe.</summary>
    public static Problem Taken => new("recipe_exists", "There is a recipe for this already; change that one.", nameof(NewRecipe.VariantId), ProblemKind.Conflict);

    /// <summary>It would be used up to make itself.</summary>
    public static Problem Circle(IEnumerable<string> names, string field) => new("recipe_circle", $"This would need itself to be made: {string.Join(" → ", names)}.", field);

    /// <summary>Everything that is wrong with it.</summary>
    public static List<Problem> Check(NewRecipe input)
    {
        List<Problem> problems = [];
        if (input.Yield <= 0) problems.Add(new("yield_missing", "How many does one run make?", nameof(input.Yield)));
        if (input.LaborMinutes is < 0 or > MostMinutes) problems.Add(new("minutes_out_of_range", $"Minutes of work are from 0 to {MostMinutes}.", nameof(input.LaborMinutes)));
        if (input.Notes?.Length > LongestNotes) problems.Add(new("notes_too_long", $"Notes have at most {LongestNotes} characters.", nameof(input.Notes)));
        return [.. problems, .. Check(input.Lines)];
    }

    /// <summary>Everything that is wrong with what it uses up.</summary>
    public static List<Problem> Check(IReadOnlyList<NewRecipeLine>? lines)
    {
        if (lines is null or { Count: 0 }) return [new("lines_missing", "What is it made of?", nameof(NewRecipe.Lines))];
        if (lines.Count > RecipeLine.Most) return [new("too_many_lines", $"A recipe has at most {RecipeLine.Most} lines.", nameof(NewRecipe.Lines))];
        return [.. lines.Index().Where(line => line.Item.Quantity <= 0).Select(line => new Problem("quantity_missing", "How much of it?", $"Lines[{line.Index}].Quantity"))];
    }
}
