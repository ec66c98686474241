using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing.Facts;

/// <summary>Makes things as they were before anything of them was ever counted.</summary>
internal static class UncountedVariants
{
    /// <summary>Removes all movements, levels and alerts of these, inside the transaction that is open.</summary>
    public static async Task RemoveAsync(AppDb db, IReadOnlyCollection<Guid> variants, CancellationToken cancel)
    {
        var ids = variants.ToList();
        if (ids.Count == 0) return;
        await db.StockAlerts.Where(alert => ids.Contains(alert.VariantId)).ExecuteDeleteAsync(cancel);
        await db.PlaceLevels.Where(level => ids.Contains(level.VariantId)).ExecuteDeleteAsync(cancel);
        await db.StockLevels.Where(level => ids.Contains(level.VariantId)).ExecuteDeleteAsync(cancel);
        await db.StockMovements.Where(row => ids.Contains(row.VariantId)).ExecuteDeleteAsync(cancel);
    }
}
