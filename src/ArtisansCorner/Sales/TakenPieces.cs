using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>The pieces that sales took out of stock.</summary>
internal static class TakenPieces
{
    /// <summary>The movements that put them back on the shelf, as if they had never left.</summary>
    public static async Task<IReadOnlyList<NewMovement>> BackAsync(AppDb db, IReadOnlyList<Guid> sales, CancellationToken cancel)
    {
        var taken = await db.StockMovements.AsNoTracking().Where(movement => movement.CauseId != null && sales.Contains(movement.CauseId.Value)).ToListAsync(cancel);
        return [.. taken.Select(NewMovement.Back)];
    }
}
