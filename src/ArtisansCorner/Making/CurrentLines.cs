using ArtisansCorner.Platform.Database;

namespace ArtisansCorner.Making;

/// <summary>A line of the version of a recipe that holds.</summary>
public sealed class CurrentLine
{
    /// <summary>What the recipe makes.</summary>
    public required Guid Makes { get; init; }

    /// <summary>The version it stands in.</summary>
    public required Guid VersionId { get; init; }

    /// <summary>Its place.</summary>
    public required int Place { get; init; }

    /// <summary>What it uses up.</summary>
    public required Guid Uses { get; init; }

    /// <summary>How many pieces or grains.</summary>
    public required long Quantity { get; init; }

    /// <summary>The unit it was written in.</summary>
    public string? Unit { get; init; }
}

/// <summary>The lines of all recipes as they hold now.</summary>
public static class CurrentLines
{
    /// <summary>As a query.</summary>
    public static IQueryable<CurrentLine> Of(AppDb db) =>
        db.Recipes
            .Join(db.RecipeVersions, recipe => new { RecipeId = recipe.Id, Number = recipe.Version }, version => new { version.RecipeId, version.Number }, (recipe, version) => new { recipe.VariantId, version.Id })
            .Join(db.RecipeLines, version => version.Id, line => line.RecipeVersionId, (version, line) => new CurrentLine
            {
                Makes = version.VariantId, VersionId = version.Id, Place = line.Place, Uses = line.VariantId, Quantity = line.Quantity, Unit = line.Unit,
            });
}
