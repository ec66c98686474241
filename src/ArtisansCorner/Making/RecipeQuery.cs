using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Inventory;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Making;

/// <summary>Finds recipes and works out what they cost.</summary>
public sealed class RecipeQuery(AppDb db, CurrentShop shop, MeasuredItems items)
{
    /// <summary>The recipes in use, or all, by name.</summary>
    public async Task<IReadOnlyList<RecipeItem>> ListAsync(bool all, CancellationToken cancel)
    {
        var recipes = await db.Recipes.AsNoTracking().Where(recipe => all || recipe.PutAwayAt == null).ToListAsync(cancel);
        if (recipes.Count == 0) return [];
        var read = await ReadAsync(cancel);
        return [.. recipes.Select(recipe => ToItem(recipe, read)).OrderBy(recipe => recipe.IsPutAway).ThenBy(recipe => recipe.IsMaterial).ThenBy(recipe => recipe.Name, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>One recipe, or nothing.</summary>
    public async Task<RecipeItem?> FindAsync(Guid id, CancellationToken cancel) =>
        await db.Recipes.AsNoTracking().FirstOrDefaultAsync(recipe => recipe.Id == id, cancel) is { } recipe ? ToItem(recipe, await ReadAsync(cancel)) : null;

    /// <summary>The id of the recipe of a variant, or nothing.</summary>
    public Task<Guid?> OfAsync(Guid variantId, CancellationToken cancel) => db.Recipes.Where(recipe => recipe.VariantId == variantId).Select(recipe => (Guid?)recipe.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Every version of a recipe, the latest first.</summary>
    public async Task<IReadOnlyList<RecipeVersionItem>> VersionsAsync(Guid id, CancellationToken cancel)
    {
        var makes = await db.Recipes.Where(recipe => recipe.Id == id).Select(recipe => recipe.VariantId).FirstOrDefaultAsync(cancel);
        var versions = await db.RecipeVersions.AsNoTracking().Where(version => version.RecipeId == id).OrderByDescending(version => version.Number).ToListAsync(cancel);
        var ids = versions.Select(version => version.Id).ToList();
        var lines = await db.RecipeLines.AsNoTracking().Where(line => ids.Contains(line.RecipeVersionId)).OrderBy(line => line.Place).ToListAsync(cancel);
        var named = await items.OfAsync([makes, .. lines.Select(line => line.VariantId).Distinct()], cancel);
        return [.. versions.Select(version => new RecipeVersionItem(
            version.Number, version.SavedAt, version.SavedBy, named[makes].Quantity(version.Yield), version.LaborMinutes,
            [.. lines.Where(line => line.RecipeVersionId == version.Id).Select(line => $"{Words(named[line.VariantId], line.Quantity, line.Unit)} {named[line.VariantId].Name}")]))];
    }

    /// <summary>What an hour at the bench costs.</summary>
    public async Task<MakingRates> RatesAsync(CancellationToken cancel) => await db.MakingRates.AsNoTracking().FirstOrDefaultAsync(cancel) ?? new MakingRates { ShopId = shop.Id };

    // As it was written: in units of purchase where it was so.
    private static string Words(MeasuredItem item, long quantity, string? unit) => unit is null || item.Unit is null ? item.Words(quantity) : Unit.Find(unit)!.Words(item.QuantityIn(quantity, unit));

    private async Task<(RecipeBook Book, Dictionary<Guid, RecipeVersion> Versions, Dictionary<Guid, MeasuredItem> Items)> ReadAsync(CancellationToken cancel)
    {
        var versions = await db.Recipes.Join(
            db.RecipeVersions, recipe => new { RecipeId = recipe.Id, Number = recipe.Version }, version => new { version.RecipeId, version.Number }, (recipe, version) => new { recipe.VariantId, version })
            .AsNoTracking().ToDictionaryAsync(row => row.VariantId, row => row.version, cancel);
        var lines = await CurrentLines.Of(db).ToListAsync(cancel);
        List<Guid> ids = [.. versions.Keys.Concat(lines.Select(line => line.Uses)).Distinct()];
        var levels = await db.StockLevels.AsNoTracking().Where(level => ids.Contains(level.VariantId)).ToDictionaryAsync(level => level.VariantId, level => (level.OnHand, level.Value), cancel);
        List<Guid> unvalued = [.. ids.Where(id => levels.GetValueOrDefault(id) is not { OnHand: > 0, Value: > 0 })];
        var paid = (await db.StockMovements.Where(movement => unvalued.Contains(movement.VariantId) && movement.Reason == StockReason.Received && movement.Quantity > 0 && movement.Cost > 0)
            .Select(movement => new { movement.VariantId, movement.At, movement.Id, movement.Quantity, Value = movement.Cost!.Value }).ToListAsync(cancel))
            .GroupBy(movement => movement.VariantId).ToDictionary(some => some.Key, some => some.OrderBy(movement => movement.At).ThenBy(movement => movement.Id).Select(movement => (movement.Quantity, movement.Value)).Last());
        var found = await items.OfAsync(ids, cancel);
        return (new RecipeBook(versions, lines.ToLookup(line => line.VersionId), found, levels, paid, await RatesAsync(cancel)), versions, found);
    }

    private static RecipeItem ToItem(Recipe recipe, (RecipeBook Book, Dictionary<Guid, RecipeVersion> Versions, Dictionary<Guid, MeasuredItem> Items) read)
    {
        var (version, makes) = (read.Versions[recipe.VariantId], read.Items[recipe.VariantId]);
        var (cost, yield) = (read.Book.CostOf(version), makes.Quantity(version.Yield));
        var each = decimal.Round(cost.Total / yield, 4, MidpointRounding.AwayFromZero);
        var price = makes.Unit is null ? makes.Price : (long?)null;
        return new RecipeItem(
            recipe.Id, recipe.VariantId, makes.Unit is not null, makes.Sku, makes.Name, yield, makes.Unit?.Code, version.LaborMinutes, version.Notes,
            [.. read.Book.PartsOf(version).Select(part => new RecipeLineItem(
                part.Item.VariantId, part.Item.Unit is not null, part.Item.Name, part.Item.QuantityIn(part.Quantity, part.Unit), part.Unit ?? part.Item.Unit?.Code, part.Cost, part.Source, part.Item.QuantityIn(part.OnHand, part.Unit)))],
            cost, each, price, price > 0 ? decimal.Round((price.Value - each) / price.Value, 4, MidpointRounding.AwayFromZero) : null,
            makes.Quantity(read.Book.CanMake(version)), makes.IsKit, recipe.PutAwayAt is not null, recipe.Version, version.SavedAt);
    }
}
