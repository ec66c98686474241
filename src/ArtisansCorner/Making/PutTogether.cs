using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Making;

/// <summary>Puts kits together when they are sold, inside the transaction that is open: those that do not lie ready take their parts off the shelf, by their recipes.</summary>
public sealed class PutTogether(AppDb db, StockLedger ledger, WriteBatch batches)
{
    /// <summary>Makes what is missing of the kits among what is about to leave for sales; a kit in a kit too.</summary>
    public async Task RunAsync(IReadOnlyList<NewMovement> leaving, CancellationToken cancel)
    {
        var kits = await KitsAsync([.. leaving.Select(movement => movement.VariantId).Distinct()], cancel);
        if (kits.Count == 0) return;
        var versions = kits.Values.Select(kit => kit.Id).ToList();
        var parts = await db.RecipeLines.Where(line => versions.Contains(line.RecipeVersionId)).Select(line => line.VariantId).Distinct().ToListAsync(cancel);
        var there = await ledger.OnHandAsync([.. leaving.Select(movement => movement.VariantId), .. kits.Keys, .. parts], leaving.Min(movement => movement.Day), cancel);
        foreach (var movement in leaving) await FillAsync(movement.VariantId, -movement.Quantity, movement, kits, there, cancel);
    }

    /// <summary>The kits of this shop, each with the day since when all of its parts that are counted are; none of those of which nothing is.</summary>
    public async Task<Dictionary<Guid, DateOnly>> CountedSinceAsync(IReadOnlyDictionary<Guid, DateOnly> parts, CancellationToken cancel)
    {
        var products = db.Products.Where(product => product.Status == ProductStatus.Kit);
        var kits = await KitsAsync(await db.Variants.Where(variant => products.Any(product => product.Id == variant.ProductId)).Select(variant => variant.Id).ToListAsync(cancel), cancel);
        var versions = kits.Values.Select(kit => kit.Id).ToList();
        var lines = (await db.RecipeLines.AsNoTracking().Where(line => versions.Contains(line.RecipeVersionId)).ToListAsync(cancel)).ToLookup(line => line.RecipeVersionId, line => line.VariantId);
        return kits.Where(kit => lines[kit.Value.Id].Any(parts.ContainsKey)).ToDictionary(kit => kit.Key, kit => lines[kit.Value.Id].Where(parts.ContainsKey).Max(part => parts[part]));
    }

    private async Task FillAsync(Guid variantId, long quantity, NewMovement sold, Dictionary<Guid, RecipeVersion> kits, Dictionary<Guid, long?> there, CancellationToken cancel)
    {
        var ready = Math.Min(quantity, Math.Max(0, there[variantId] ?? 0));
        there[variantId] = (there[variantId] ?? 0) - ready;
        var missing = quantity - ready;
        if (missing <= 0 || !kits.TryGetValue(variantId, out var version)) return;
        var needed = (await batches.NeedsAsync(version, missing, cancel)).Select(part => (part.VariantId, Quantity: (long)Int128.Min(part.Quantity, MeasuredItem.MostGrains))).Where(part => part.Quantity > 0).ToList();
        foreach (var part in needed) await FillAsync(part.VariantId, part.Quantity, sold, kits, there, cancel);
        await batches.RunAsync(new Run(version, variantId, missing, 0, needed, WriteBatch.MinutesOf(version, missing), sold.At, sold.LocationId, SaleId: sold.CauseId), cancel);
    }

    /// <summary>The recipes of those that are kits, and of the kits in them.</summary>
    private async Task<Dictionary<Guid, RecipeVersion>> KitsAsync(List<Guid> variants, CancellationToken cancel)
    {
        Dictionary<Guid, RecipeVersion> kits = [];
        while (variants.Count > 0)
        {
            var found = await (
                from recipe in db.Recipes
                where recipe.PutAwayAt == null && variants.Contains(recipe.VariantId)
                join variant in db.Variants on recipe.VariantId equals variant.Id
                join product in db.Products on variant.ProductId equals product.Id
                where product.Status == ProductStatus.Kit
                join version in db.RecipeVersions.AsNoTracking() on new { RecipeId = recipe.Id, Number = recipe.Version } equals new { version.RecipeId, version.Number }
                select new { recipe.VariantId, version }).ToListAsync(cancel);
            foreach (var kit in found) kits[kit.VariantId] = kit.version;
            var versions = found.ConvertAll(kit => kit.version.Id);
            var parts = versions.Count == 0 ? [] : await db.RecipeLines.Where(line => versions.Contains(line.RecipeVersionId)).Select(line => line.VariantId).Distinct().ToListAsync(cancel);
            variants = parts.FindAll(part => !kits.ContainsKey(part));
        }

        return kits;
    }
}
