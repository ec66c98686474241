using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Inventory.Counting;
using ArtisansCorner.Inventory.Purchasing;
using ArtisansCorner.Making;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Sales;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>What of the catalog nothing hangs on: no sale, no return, no movement, no recipe, no order, no count.</summary>
internal static class UnusedVariants
{
    /// <summary>The variants that could go without a trace.</summary>
    public static IQueryable<Variant> Of(AppDb db)
    {
        // Corrected sales and put away recipes name them too.
        var sold = db.SaleLines.IgnoreQueryFilters([SalesTables.CountedFilter]);
        var (returned, moved, levels) = (db.RefundLines, db.StockMovements, db.StockLevels);
        var (recipes, parts, bought, counted) = (db.Recipes, db.RecipeLines, db.PurchaseLines, db.Set<StocktakeLine>());
        return db.Variants.Where(variant =>
            !sold.Any(line => line.VariantId == variant.Id) && !returned.Any(line => line.VariantId == variant.Id) && !moved.Any(row => row.VariantId == variant.Id) && !levels.Any(level => level.VariantId == variant.Id) &&
            !recipes.Any(recipe => recipe.VariantId == variant.Id) && !parts.Any(line => line.VariantId == variant.Id) && !bought.Any(line => line.VariantId == variant.Id) && !counted.Any(line => line.VariantId == variant.Id));
    }
}
