using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Valuation;

/// <summary>Tells what stock was worth at the end of any day.</summary>
public sealed class ValuationQuery(AppDb db, MeasuredItems items)
{
    /// <summary>What stock was worth at the end of this day.</summary>
    public async Task<StockValue> RunAsync(DateOnly on, CostMethod method, CancellationToken cancel)
    {
        var amounts = (method == CostMethod.Average ? await AverageAsync(on, cancel) : await FifoAsync(on, cancel)).Where(amount => amount.Value is not { OnHand: 0, Value: 0 }).ToDictionary();
        var named = await items.EveryAsync(cancel);
        var found = amounts.Select(amount => ItemOf(named[amount.Key], amount.Value.OnHand, amount.Value.Value)).ToList();
        return new StockValue(
            on, method, found.Where(item => !item.IsMaterial).Sum(item => item.Value), found.Where(item => item.IsMaterial).Sum(item => item.Value),
            [.. found.OrderBy(item => item.IsMaterial).ThenBy(item => item.Name, StringComparer.OrdinalIgnoreCase).ThenBy(item => item.Sku, StringComparer.Ordinal)]);
    }

    /// <summary>How that changed from the beginning of one day to the end of another.</summary>
    public async Task<StockValueChanges> ChangesAsync(DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var opening = await ValueAsync(from.AddDays(-1), cancel);
        var changes = await db.StockMovements.Where(row => row.Day >= from && row.Day <= to).GroupBy(row => row.Reason)
            .Select(reason => new { reason.Key, Value = reason.Sum(row => row.Value), TrueUp = reason.Sum(row => row.TrueUp) }).ToListAsync(cancel);
        var trueUp = changes.Sum(change => change.TrueUp);
        return new StockValueChanges(
            from, to, opening, [.. changes.Where(change => change.Value + change.TrueUp != 0).OrderBy(change => change.Key).Select(change => new StockValueChange(change.Key, change.Value + change.TrueUp))],
            trueUp, opening + changes.Sum(change => change.Value));
    }

    /// <summary>What all stock was worth at the average at the end of this day, in minor units.</summary>
    public Task<long> ValueAsync(DateOnly on, CancellationToken cancel) => db.StockMovements.Where(row => row.Day <= on).SumAsync(row => row.Value, cancel);

    private static ItemValue ItemOf(MeasuredItem item, long onHand, long value)
    {
        var unit = item.PurchaseUnit?.Code;
        var quantity = item.QuantityIn(onHand, unit);
        return new ItemValue(
            item.VariantId, item.ProductId, item.Unit is not null, item.Sku, item.Name, quantity, unit, quantity > 0 ? decimal.Round(value / quantity, 4, MidpointRounding.AwayFromZero) : null, value);
    }

    private Task<Dictionary<Guid, (long OnHand, long Value)>> AverageAsync(DateOnly on, CancellationToken cancel) => db.StockMovements.Where(row => row.Day <= on).GroupBy(row => row.VariantId)
        .Select(variant => new { variant.Key, OnHand = variant.Sum(row => row.Quantity), Value = variant.Sum(row => row.Value) })
        .ToDictionaryAsync(variant => variant.Key, variant => (variant.OnHand, variant.Value), cancel);

    /// <summary>Plays every movement of the shop again, in the order in which they happened; what a batch made costs what it used by this method.</summary>
    private async Task<Dictionary<Guid, (long OnHand, long Value)>> FifoAsync(DateOnly on, CancellationToken cancel)
    {
        var layers = await FirstAsync(on, cancel);
        var replay = new CostReplay(variant => layers.TryGetValue(variant, out var there) ? there : layers[variant] = new FifoLayers(), await LinksAsync(on, cancel));
        List<StockMovement> together = [];
        await foreach (var row in db.StockMovements.AsNoTracking().Where(row => row.Day <= on).OrderBy(row => row.At).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (together.Count > 0 && together[0].At != row.At) Play();
            together.Add(row);
        }

        Play();
        return layers.ToDictionary(variant => variant.Key, variant => (variant.Value.OnHand, variant.Value.Value));

        void Play()
        {
            together.Sort(CostOrder.Instance);
            foreach (var row in together) replay.Move(row);
            together.Clear();
        }
    }

    /// <summary>Those of which some left before any came, with what the first cost.</summary>
    private async Task<Dictionary<Guid, FifoLayers>> FirstAsync(DateOnly on, CancellationToken cancel)
    {
        Dictionary<Guid, FifoLayers> layers = [];
        var rows = db.StockMovements.AsNoTracking().Where(row => row.Day <= on && row.Reason != StockReason.Moved);
        var early = rows.GroupBy(row => row.VariantId).Select(variant => new { variant.Key, First = variant.Min(row => row.At), Came = variant.Min(row => row.Quantity > 0 ? row.At : (DateTimeOffset?)null) })
            .Where(variant => variant.Came > variant.First);
        foreach (var same in (await rows.Join(early, row => row.VariantId, variant => variant.Key, (row, variant) => new { row, variant.Came }).Where(pair => pair.row.Quantity > 0 && pair.row.At == pair.Came)
            .Select(pair => pair.row).ToListAsync(cancel)).GroupBy(row => row.VariantId))
        {
            var first = same.Min(CostOrder.Instance)!;
            layers[same.Key] = new FifoLayers();
            if (first.Cost is not null) layers[same.Key].Begin(first.Quantity, first.Value + first.TrueUp);
        }

        return layers;
    }

    private async Task<CostLinks> LinksAsync(DateOnly on, CancellationToken cancel)
    {
        var (links, rows) = (new CostLinks(), db.StockMovements.AsNoTracking().Where(row => row.Day <= on));
        foreach (var pair in await rows.Join(db.StockMovements, back => back.ReturnsId ?? back.CauseId, gone => gone.Id, (back, gone) => new { back, gone }).ToListAsync(cancel)) links.Add(pair.back, pair.gone);
        return links;
    }
}
