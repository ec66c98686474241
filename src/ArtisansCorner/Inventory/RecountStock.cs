using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>Proves that every level is the sum of its movements, and sets right those that are not.</summary>
public sealed class RecountStock(AppDb db, Revalue revalue)
{
    /// <summary>How many levels, of the shop and of its places, were not.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        // Whoever moves stock at this moment is waited for, and whoever comes after waits.
        await db.StockLevels.ExecuteUpdateAsync(row => row.SetProperty(level => level.OnHand, level => level.OnHand), cancel);
        var wrong = await LevelsAsync(cancel) + await PlacesAsync(cancel);
        await write.CommitAsync(cancel);
        return wrong;
    }

    private async Task<int> LevelsAsync(CancellationToken cancel)
    {
        var sums = await db.StockMovements.GroupBy(row => row.VariantId).Select(variant => new { variant.Key, OnHand = variant.Sum(row => row.Quantity), Value = variant.Sum(row => row.Value) })
            .ToDictionaryAsync(variant => variant.Key, variant => (variant.OnHand, variant.Value), cancel);
        var wrong = (await db.StockLevels.AsNoTracking().ToListAsync(cancel)).Where(level => (level.OnHand, level.Value) != sums.GetValueOrDefault(level.VariantId)).ToList();
        foreach (var level in wrong)
        {
            (level.OnHand, level.Value) = sums.GetValueOrDefault(level.VariantId);
            await revalue.RunAsync(level, DateTimeOffset.MinValue, [], cancel);
        }

        db.StockLevels.UpdateRange(wrong);
        return wrong.Count;
    }

    private async Task<int> PlacesAsync(CancellationToken cancel)
    {
        var sums = await db.StockMovements.GroupBy(row => new { row.VariantId, row.LocationId }).Select(here => new { here.Key.VariantId, here.Key.LocationId, OnHand = here.Sum(row => row.Quantity) })
            .ToDictionaryAsync(here => (here.VariantId, here.LocationId), here => here.OnHand, cancel);
        var wrong = (await db.PlaceLevels.AsNoTracking().ToListAsync(cancel)).Where(level => level.OnHand != sums.GetValueOrDefault((level.VariantId, level.LocationId))).ToList();
        foreach (var level in wrong) level.OnHand = sums.GetValueOrDefault((level.VariantId, level.LocationId));
        db.PlaceLevels.UpdateRange(wrong);
        return wrong.Count;
    }
}
