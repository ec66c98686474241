using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>A product with its stock, history and open alerts, as its page shows it.</summary>
/// <param name="Product">The product.</param>
/// <param name="Stock">How its variants stand, in the order of the product.</param>
/// <param name="Movements">What moved, newest first, some at a time.</param>
/// <param name="Alerts">What is low, out or oversold now, snoozed or not.</param>
/// <param name="Places">Where its variants lie.</param>
public sealed record ItemDetails(
    ProductItem Product, IReadOnlyList<StockItem> Stock, Paged<MovementItem> Movements, IReadOnlyList<AlertItem> Alerts, IReadOnlyList<PlaceStock> Places);

/// <summary>Opens one product of the inventory.</summary>
public sealed class ItemQuery(AppDb db, ProductQueries products, StockQueries stock, AlertQuery alerts, LocationQuery places, MovementQuery movements)
{
    private const int MostMovements = 20;

    /// <summary>The product, or nothing.</summary>
    public async Task<ItemDetails?> FindAsync(Guid productId, Cursor? moved, CancellationToken cancel)
    {
        if (await products.FindAsync(productId, cancel) is not { } product) return null;
        var ids = product.Variants.Select(variant => variant.Id).ToList();
        var latest = await movements.ListAsync(ids, moved, MostMovements, cancel);
        return new ItemDetails(product, await stock.OfProductAsync(productId, cancel), latest, await alerts.OpenAsync(ids, cancel), await places.OfAsync(ids, cancel));
    }

    /// <summary>What was carried by a move.</summary>
    public Task<Guid> VariantOfMoveAsync(Guid moveId, CancellationToken cancel) =>
        db.StockMovements.Where(movement => movement.CauseId == moveId).Select(movement => movement.VariantId).FirstOrDefaultAsync(cancel);

    /// <summary>The last movement of a variant by hand, or nothing.</summary>
    public Task<Guid?> LastByHandAsync(Guid variantId, CancellationToken cancel) => db.StockMovements
        .Where(movement => movement.VariantId == variantId && movement.CauseId == null)
        .OrderByDescending(movement => movement.At).ThenByDescending(movement => movement.Id).Select(movement => (Guid?)movement.Id).FirstOrDefaultAsync(cancel);
}
