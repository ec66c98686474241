using ArtisansCorner.Inventory;
using ArtisansCorner.Making;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Sales;

/// <summary>The pieces that sales took out of stock.</summary>
public sealed class TakenPieces(AppDb db, TakeBatchBack kits)
{
    /// <summary>The movements that put them back on the shelf, as if they had never left; what was put together for these sales comes apart.</summary>
    public async Task<IReadOnlyList<NewMovement>> BackAsync(IReadOnlyList<Guid> sales, CancellationToken cancel)
    {
        var taken = await db.StockMovements.AsNoTracking().Where(movement => movement.CauseId != null && sales.Contains(movement.CauseId.Value)).ToListAsync(cancel);
        return [.. taken.Select(NewMovement.Back), .. await kits.OfSalesAsync(sales, cancel)];
    }
}
