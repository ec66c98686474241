namespace ArtisansCorner.Making;

/// <summary>What a batch takes.</summary>
/// <param name="RecipeId">By which recipe.</param>
/// <param name="Quantity">How many good ones were made; of a material in the unit it is used in.</param>
/// <param name="Wasted">How many were spoiled.</param>
/// <param name="LaborMinutes">The minutes of work; nothing: as the recipe says.</param>
/// <param name="At">When; nothing: now.</param>
/// <param name="Location">Where, by id or name; nothing: the usual place.</param>
/// <param name="Used">What was used, where it differs from the recipe.</param>
/// <param name="Note">What the maker wants to remember.</param>
public sealed record NewBatch(
    Guid RecipeId, decimal Quantity, decimal? Wasted = null, int? LaborMinutes = null, DateTimeOffset? At = null, string? Location = null, IReadOnlyList<NewRecipeLine>? Used = null, string? Note = null);
