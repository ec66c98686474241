using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using ArtisansCorner.Shops;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Making;

/// <summary>Writes a recipe down, or a new version of one; a recipe that would need itself is refused.</summary>
public sealed class SaveRecipe(AppDb db, CurrentShop shop, MeasuredItems items, RecipeParts parts, Repeats repeats, TimeProvider time)
{
    private const int Most = 5000;

    /// <summary>The recipe's id, or everything that is wrong.</summary>
    public async Task<Outcome<Guid>> CreateAsync(NewRecipe input, CancellationToken cancel) =>
        RecipeRules.Check(input) is { Count: > 0 } problems ? problems : await db.TryAgainAsync(() => TryCreateAsync(input, cancel));

    /// <summary>The recipe, or what is wrong; a <paramref name="version"/> that is not the present one is refused as stale. What it makes stays.</summary>
    public async Task<Outcome<Guid>> ChangeAsync(Guid id, int? version, NewRecipe input, CancellationToken cancel)
    {
        if (RecipeRules.Check(input) is { Count: > 0 } problems) return problems;
        try
        {
            return await db.TryAgainAsync(() => TryChangeAsync(id, version, input, cancel));
        }
        catch (DbUpdateConcurrencyException)
        {
            return Problem.Stale;
        }
    }

    /// <summary>Puts a recipe away, or takes it out again; nothing to do is no mistake.</summary>
    public async Task<Outcome<Guid>> SwitchAsync(Guid id, bool isInUse, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Recipes.FirstOrDefaultAsync(recipe => recipe.Id == id, cancel) is not { } recipe) return RecipeRules.Unknown;
        recipe.PutAwayAt = isInUse ? null : recipe.PutAwayAt ?? time.GetUtcNow();
        await write.CommitAsync(cancel);
        return id;
    }

    private async Task<Outcome<Guid>> TryCreateAsync(NewRecipe input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;
        var made = await items.FindAsync(input.VariantId, input.Sku, input.MaterialId, cancel);
        if (!made.Succeeded) return made.Problems.ToList();
        await LockAsync(cancel);
        if (await db.Recipes.AnyAsync(recipe => recipe.VariantId == made.Value.VariantId, cancel)) return RecipeRules.Taken;
        if (await db.Recipes.CountAsync(cancel) >= Most) return new Problem("too_many_recipes", $"A shop has at most {Most} recipes.");
        var recipe = new Recipe { Id = Guid.CreateVersion7(), ShopId = shop.Id, VariantId = made.Value.VariantId };
        db.Recipes.Add(recipe);
        if (await WriteVersionAsync(recipe, made.Value, input, cancel) is { Count: > 0 } problems) return problems;
        repeats.Remember(recipe.Id);
        await write.CommitAsync(cancel);
        return recipe.Id;
    }

    private async Task<Outcome<Guid>> TryChangeAsync(Guid id, int? version, NewRecipe input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        await LockAsync(cancel);
        if (await db.Recipes.FirstOrDefaultAsync(recipe => recipe.Id == id, cancel) is not { } recipe) return RecipeRules.Unknown;
        if (version is not null && version != recipe.Version) return Problem.Stale;
        var made = (await items.OfAsync([recipe.VariantId], cancel))[recipe.VariantId];
        recipe.Version++;
        recipe.PutAwayAt = null;
        if (await WriteVersionAsync(recipe, made, input, cancel) is { Count: > 0 } problems) return problems;
        await write.CommitAsync(cancel);
        return id;
    }

    // Two that are saved at the same moment could close a circle that neither sees.
    private Task<Shop> LockAsync(CancellationToken cancel) => db.HoldShopAsync(shop.Id, cancel);

    private async Task<List<Problem>> WriteVersionAsync(Recipe recipe, MeasuredItem made, NewRecipe input, CancellationToken cancel)
    {
        var yield = made.Measure(input.Yield, input.Unit, nameof(input.Yield));
        var found = await parts.FindAsync(input.Lines!, cancel);
        if (!yield.Succeeded || !found.Succeeded) return [.. yield.Problems, .. found.Problems];
        if (await CircleAsync(made, found.Value, cancel) is { } circle) return [circle];
        var version = new RecipeVersion
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, RecipeId = recipe.Id, Number = recipe.Version, Yield = yield.Value, LaborMinutes = input.LaborMinutes,
            Notes = string.IsNullOrWhiteSpace(input.Notes) ? null : input.Notes.Trim(), SavedAt = time.GetUtcNow(), SavedBy = shop.Actor.UserId, SavedThrough = shop.Actor.Through,
        };
        db.RecipeVersions.Add(version);
        db.RecipeLines.AddRange(found.Value.Index().Select(part => new RecipeLine
        {
            ShopId = shop.Id, RecipeVersionId = version.Id, Place = part.Index, VariantId = part.Item.Item.VariantId, Quantity = part.Item.Quantity, Unit = part.Item.Unit,
        }));
        return [];
    }

    private async Task<Problem?> CircleAsync(MeasuredItem made, List<RecipePart> uses, CancellationToken cancel)
    {
        var usedBy = (await CurrentLines.Of(db).Select(line => new { line.Makes, line.Uses }).ToListAsync(cancel)).Where(line => line.Makes != made.VariantId).ToLookup(line => line.Makes, line => line.Uses);
        foreach (var (index, part) in uses.Index())
        {
            if (PathTo(part.Item.VariantId, made.VariantId, usedBy, []) is not { } path) continue;
            var names = await items.OfAsync(path, cancel);
            return RecipeRules.Circle([made.Name, .. path.Select(id => names[id].Name)], $"Lines[{index}].VariantId");
        }

        return null;
    }

    private static List<Guid>? PathTo(Guid from, Guid goal, ILookup<Guid, Guid> usedBy, HashSet<Guid> seen)
    {
        if (from == goal) return [from];
        if (!seen.Add(from)) return null;
        foreach (var next in usedBy[from])
        {
            if (PathTo(next, goal, usedBy, seen) is { } rest) return [from, .. rest];
        }

        return null;
    }
}
