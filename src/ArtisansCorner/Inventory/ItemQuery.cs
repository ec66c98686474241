using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>A product with its stock, history and open alerts, as its page shows it.</summary>
/// <param name="Product">The product.</param>
/// <param name="Stock">How its variants stand, in the order of the product.</param>
/// <param name="Movements">What moved last, newest first.</param>
/// <param name="Alerts">What is low, out or oversold now, snoozed or not.</param>
/// <param name="Places">Where its variants lie.</param>
public sealed record ItemDetails(
    ProductItem Product, IReadOnlyList<StockItem> Stock, IReadOnlyList<MovementItem> Movements, IReadOnlyList<AlertItem> Alerts, IReadOnlyList<PlaceStock> Places);

/// <summary>A movement as a list shows it. Amounts are minor units.</summary>
/// <param name="Id">The movement.</param>
/// <param name="VariantId">What moved.</param>
/// <param name="Quantity">How many came or went.</param>
/// <param name="Value">By how much the value of the stock changed.</param>
/// <param name="Reason">Why.</param>
/// <param name="CauseId">The fact that caused it.</param>
/// <param name="At">When.</param>
/// <param name="Day">On which business day.</param>
/// <param name="IsTakenBack">Whether a later movement took it back.</param>
/// <param name="TakesBack">Whether it takes an earlier one back.</param>
/// <param name="Location">Where.</param>
public sealed record MovementItem(
    Guid Id, Guid VariantId, long Quantity, long Value, StockReason Reason, Guid? CauseId, DateTimeOffset At, DateOnly Day, bool IsTakenBack, bool TakesBack, string Location)
{
    /// <summary>Where pieces were carried from one place to another and can be carried back: the id of that; told by the half that left.</summary>
    public Guid? MoveThatCanBeTakenBack => Reason == StockReason.Moved && Quantity < 0 && !IsTakenBack && !TakesBack ? CauseId : null;

    /// <summary>Whether it was booked by hand and can be taken back.</summary>
    public bool CanBeTakenBack => CauseId is null && !IsTakenBack;
}

/// <summary>Opens one product of the inventory.</summary>
public sealed class ItemQuery(AppDb db, ProductQueries products, StockQueries stock, LocationQuery places)
{
    private const int MostMovements = 50;

    /// <summary>The product, or nothing.</summary>
    public async Task<ItemDetails?> FindAsync(Guid productId, CancellationToken cancel)
    {
        if (await products.FindAsync(productId, cancel) is not { } product) return null;
        var ids = product.Variants.Select(variant => variant.Id).ToList();
        var (all, locations) = (db.StockMovements, db.Locations);
        var movements = await all.AsNoTracking().Where(movement => ids.Contains(movement.VariantId))
            .OrderByDescending(movement => movement.At).ThenByDescending(movement => movement.Id).Take(MostMovements)
            .Select(movement => new MovementItem(
                movement.Id, movement.VariantId, movement.Quantity, movement.Value, movement.Reason, movement.CauseId, movement.At, movement.Day,
                all.Any(other => other.CauseId == movement.Id), all.Any(other => other.Id == movement.CauseId),
                locations.Where(place => place.Id == movement.LocationId).Select(place => place.Name).First()))
            .ToListAsync(cancel);
        return new ItemDetails(product, await stock.OfProductAsync(productId, cancel), movements, await stock.OpenAlertsAsync(ids, cancel), await places.OfAsync(ids, cancel));
    }

    /// <summary>What was carried by a move.</summary>
    public Task<Guid> VariantOfMoveAsync(Guid moveId, CancellationToken cancel) =>
        db.StockMovements.Where(movement => movement.CauseId == moveId).Select(movement => movement.VariantId).FirstOrDefaultAsync(cancel);

    /// <summary>The last movement of a variant by hand, or nothing.</summary>
    public Task<Guid?> LastByHandAsync(Guid variantId, CancellationToken cancel) => db.StockMovements
        .Where(movement => movement.VariantId == variantId && movement.CauseId == null)
        .OrderByDescending(movement => movement.At).ThenByDescending(movement => movement.Id).Select(movement => (Guid?)movement.Id).FirstOrDefaultAsync(cancel);
}
