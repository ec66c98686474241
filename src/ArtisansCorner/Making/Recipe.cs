using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Making;

/// <summary>How a variant or a material is made; each change is a new version, and what was made keeps the one it was made by.</summary>
public sealed class Recipe : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>What it makes; a variant has one recipe.</summary>
    public required Guid VariantId { get; init; }

    /// <summary>The number of the version that holds.</summary>
    public int Version { get; set; } = 1;

    /// <summary>When it was put away; nothing while it is in use.</summary>
    public DateTimeOffset? PutAwayAt { get; set; }
}

/// <summary>One immutable version of a recipe.</summary>
public sealed class RecipeVersion : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The recipe.</summary>
    public required Guid RecipeId { get; init; }

    /// <summary>Counts from one.</summary>
    public required int Number { get; init; }

    /// <summary>How many pieces, or grains of a material, one run makes.</summary>
    public required long Yield { get; init; }

    /// <summary>The minutes of work in one run.</summary>
    public required int LaborMinutes { get; init; }

    /// <summary>What the maker wants to remember.</summary>
    public string? Notes { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Who saved it.</summary>
    public Guid? SavedBy { get; init; }

    /// <summary>Through what.</summary>
    public required Through SavedThrough { get; init; }
}

/// <summary>What one run of a recipe uses up.</summary>
public sealed class RecipeLine : IBelongsToShop
{
    /// <summary>No recipe has more.</summary>
    public const int Most = 100;

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The version it stands in.</summary>
    public required Guid RecipeVersionId { get; init; }

    /// <summary>Its place, from zero.</summary>
    public required int Place { get; init; }

    /// <summary>The material or variant.</summary>
    public required Guid VariantId { get; init; }

    /// <summary>How many grains or pieces.</summary>
    public required long Quantity { get; init; }

    /// <summary>The unit it was written in; nothing: the one it is used in.</summary>
    public string? Unit { get; init; }
}
