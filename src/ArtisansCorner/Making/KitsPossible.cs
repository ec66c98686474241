using ArtisansCorner.Inventory;

namespace ArtisansCorner.Making;

/// <summary>How many of a kit its recipe says can be put together of what is there: the same figure as on the recipe.</summary>
public sealed class KitsPossible(RecipeQuery recipes) : IKitsPossible
{
    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<Guid, long>> RunAsync(IReadOnlyCollection<Guid> variantIds, CancellationToken cancel) => variantIds.Count == 0
        ? new Dictionary<Guid, long>()
        : (await recipes.ListAsync(all: false, cancel)).Where(recipe => variantIds.Contains(recipe.VariantId)).ToDictionary(recipe => recipe.VariantId, recipe => (long)decimal.Floor(recipe.CanMake));
}
