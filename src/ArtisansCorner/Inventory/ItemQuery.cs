using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory.Reserving;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>A product with its stock, history and open alerts, as its page shows it.</summary>
/// <param name="Product">The product.</param>
/// <param name="Stock">How its variants stand, in the order of the product.</param>
/// <param name="Movements">What moved, newest first, some at a time.</param>
/// <param name="Alerts">What is low, out or oversold now, snoozed or not.</param>
/// <param name="Lies">Where its variants lie.</param>
/// <param name="Reserved">What of it is set aside.</param>
/// <param name="Course">How it sold and what it cost, over time.</param>
/// <param name="Changes">What was changed of the product last.</param>
/// <param name="Places">The places of the shop that are in use.</param>
/// <param name="Labels">The categories and tags that can be chosen.</param>
public sealed record ItemDetails(
    ProductItem Product,
    IReadOnlyList<StockItem> Stock,
    Paged<MovementItem> Movements,
    IReadOnlyList<AlertItem> Alerts,
    IReadOnlyList<PlaceStock> Lies,
    IReadOnlyList<ReservationItem> Reserved,
    StockCourse Course,
    IReadOnlyList<ProductChangeItem> Changes,
    IReadOnlyList<Location> Places,
    Labels Labels)
{
    /// <summary>What each variant is called.</summary>
    public IReadOnlyDictionary<Guid, string> Titles { get; } = Stock.ToDictionary(stock => stock.VariantId, stock => stock.Title);
}

/// <summary>Opens one product of the inventory.</summary>
public sealed class ItemQuery(
    AppDb db, ProductQueries products, StockQueries stock, AlertQuery alerts, LocationQuery locations, MovementQuery movements, ReservationQuery reservations, ItemCourseQuery course,
    ChangesQuery changes, LabelsQuery labels, Places places)
{
    private const int MostMovements = 20;
    private const int MostChanges = 10;

    /// <summary>The product, or nothing. What hangs on it and on its variants is asked together.</summary>
    public async Task<ItemDetails?> FindAsync(Guid productId, Cursor? moved, CancellationToken cancel)
    {
        var all = StockOf.Product(productId);
        var together = db.AskTogether();
        var product = together.Ask(() => products.FindAsync(productId, cancel));
        var stands = together.Ask(() => stock.OfProductAsync(productId, cancel));
        var latest = together.Ask(() => movements.ListAsync(all, moved, MostMovements, cancel));
        var open = together.Ask(() => alerts.OpenAsync(all, cancel));
        var lies = together.Ask(() => locations.OfAsync(all, cancel));
        var reserved = together.Ask(() => reservations.OpenAsync(all, cancel));
        var over = together.Ask(() => course.RunAsync(all, cancel));
        var changed = together.Ask(() => changes.OfAsync(productId, null, MostChanges, cancel));
        var inUse = together.Ask(() => places.InUseAsync(cancel));
        var chosen = together.Ask(() => labels.RunAsync(cancel));
        await together.RunAsync(cancel);
        return await product is { } found
            ? new ItemDetails(found, await stands, await latest, await open, await lies, await reserved, await over, (await changed).Items, await inUse, await chosen)
            : null;
    }

    /// <summary>What was carried by a move.</summary>
    public Task<Guid> VariantOfMoveAsync(Guid moveId, CancellationToken cancel) =>
        db.StockMovements.Where(movement => movement.CauseId == moveId).Select(movement => movement.VariantId).FirstOrDefaultAsync(cancel);

    /// <summary>The last movement of a variant by hand, or nothing.</summary>
    public Task<Guid?> LastByHandAsync(Guid variantId, CancellationToken cancel) => db.StockMovements
        .Where(movement => movement.VariantId == variantId && movement.CauseId == null)
        .OrderByDescending(movement => movement.At).ThenByDescending(movement => movement.Id).Select(movement => (Guid?)movement.Id).FirstOrDefaultAsync(cancel);
}
