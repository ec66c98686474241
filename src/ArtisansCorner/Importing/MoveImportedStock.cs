using ArtisansCorner.Importing.Draft;
using ArtisansCorner.Inventory;
using ArtisansCorner.Making;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Importing;

/// <summary>
/// Takes imported pieces out of stock where stock was counted before they were sold. What was sold earlier is in the count already,
/// and a shop that counts nothing moves nothing.
/// </summary>
internal sealed class MoveImportedStock(AppDb db, CurrentShop shop, StockLedger stock, PutTogether kits)
{
    // A movement asks the database several times; others shall not wait longer for it.
    private const int Weight = 20;
    private ImportDraft draft = new();
    private Dictionary<Guid, DateOnly> countedSince = [];
    private bool hasKits;

    /// <summary>Learns what is counted, and since when.</summary>
    public async Task BeginAsync(ImportDraft of, CancellationToken cancel)
    {
        draft = of;
        countedSince = await db.StockLevels.Select(level => new { level.VariantId, level.Since }).ToDictionaryAsync(level => level.VariantId, level => level.Since, cancel);
        var parts = await kits.CountedSinceAsync(countedSince, cancel);
        hasKits = parts.Count > 0;
        // A kit is counted since its parts are.
        foreach (var (kit, since) in parts) countedSince.TryAdd(kit, since);
    }

    /// <summary>How much there is to write for an order: its lines, those that move stock many times.</summary>
    public int WeightOf(DraftOrder order) => countedSince.Count == 0 ? order.Lines : order.Lines + LinesThatMove(order).Count() * Weight;

    /// <summary>The movements of these orders, by the place of their line in the draft.</summary>
    public IReadOnlyList<(int Line, NewMovement Movement)> Moving(IEnumerable<DraftOrder> orders) => countedSince.Count == 0
        ? []
        : [.. orders.SelectMany(order => LinesThatMove(order).Select(at => (at, MovementOf(order, draft.Lines[at]))))];

    /// <summary>Moves the stock inside the transaction that is open; tells which movement each line has, and what it cost.</summary>
    public Task<IReadOnlyDictionary<int, (Guid MovementId, long Cost)>> MoveAsync(IReadOnlyList<(int Line, NewMovement Movement)> moving, CancellationToken cancel) => MoveAsync(moving, [], cancel);

    /// <summary>The same, after other pieces went back; at once, so that no alert comes in between.</summary>
    public async Task<IReadOnlyDictionary<int, (Guid MovementId, long Cost)>> MoveAsync(
        IReadOnlyList<(int Line, NewMovement Movement)> moving, IReadOnlyList<NewMovement> back, CancellationToken cancel)
    {
        if (hasKits && moving.Count > 0)
        {
            // The parts of a kit lie there again before another is put together.
            await stock.MoveAsync(back, cancel);
            back = [];
            await kits.RunAsync([.. moving.Select(one => one.Movement)], cancel);
        }

        var values = await stock.MoveAsync([.. back, .. moving.Select(one => one.Movement)], cancel);
        return moving.Index().ToDictionary(one => one.Item.Line, one => (one.Item.Movement.Id!.Value, -values[back.Count + one.Index].Value));
    }

    private IEnumerable<int> LinesThatMove(DraftOrder order)
    {
        // A file that tells of goods given back does not tell whether they can be sold again.
        if (order.IsRefund) yield break;
        for (var at = order.First; at >= 0; at = draft.Lines[at].Next)
        {
            if (draft.VariantOf(order, draft.Lines[at]).VariantId is { } variant &&
                countedSince.TryGetValue(variant, out var since) && since <= order.Day) yield return at;
        }
    }

    private NewMovement MovementOf(DraftOrder order, DraftLine line) => new(
        draft.VariantOf(order, line).VariantId!.Value, -line.Quantity, StockReason.Sold, shop.Facts.Zone.InstantOf(order.Moment.At), order.Day, order.Id, Id: Guid.CreateVersion7());
}
