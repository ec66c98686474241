namespace ArtisansCorner.Making;

/// <summary>A line of a recipe as it is being typed.</summary>
public sealed class RecipeFormLine
{
    /// <summary>What is used, by the id of the variant or material.</summary>
    public string? Item { get; set; }

    /// <summary>How much.</summary>
    public string? Quantity { get; set; }

    /// <summary>In which unit; empty: pieces, or the unit the material is used in.</summary>
    public string? Unit { get; set; }
}
