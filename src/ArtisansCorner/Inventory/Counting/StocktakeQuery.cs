using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Counting;

/// <summary>How far a count is.</summary>
public enum StocktakeState
{
    /// <summary>More can be counted.</summary>
    Open,

    /// <summary>Levels were set right by it.</summary>
    Finished,

    /// <summary>It was given up, or taken back.</summary>
    TakenBack,
}

/// <summary>A count as lists and the API show it. Amounts are minor units.</summary>
/// <param name="Id">The count.</param>
/// <param name="LocationId">The place.</param>
/// <param name="Location">Its name.</param>
/// <param name="Kind">What is counted there.</param>
/// <param name="State">How far it is.</param>
/// <param name="StartedAt">When it was begun.</param>
/// <param name="FinishedAt">When it was finished.</param>
/// <param name="Counted">How many things were counted.</param>
/// <param name="Differing">How many of those are not what they should be.</param>
/// <param name="Variance">What those are worth at cost: below zero when things are missing; a list tells it once the count is finished.</param>
public sealed record StocktakeItem(Guid Id, Guid LocationId, string Location, CountedKind Kind, StocktakeState State, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, int Counted, int Differing, long? Variance);

/// <summary>One thing of a count, in pieces or in the unit it is used in. Amounts are minor units.</summary>
/// <param name="VariantId">The thing.</param>
/// <param name="IsMaterial">Whether it is a material.</param>
/// <param name="Sku">Its code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Unit">Its unit; nothing: pieces.</param>
/// <param name="Expected">How much there should be: when it was counted, else now.</param>
/// <param name="Counted">How much there is; nothing while it was not counted.</param>
/// <param name="Variance">What the difference is worth at cost.</param>
public sealed record StocktakeLineItem(Guid VariantId, bool IsMaterial, string Sku, string Name, string? Unit, decimal Expected, decimal? Counted, long Variance)
{
    /// <summary>How much more, or less, there is than should be.</summary>
    public decimal Difference => (Counted ?? Expected) - Expected;
}

/// <summary>Finds counts, and what is to be counted in them.</summary>
public sealed class StocktakeQuery(AppDb db, MeasuredItems items)
{
    private const int MostListed = 100;

    /// <summary>The counts, the latest first.</summary>
    public async Task<IReadOnlyList<StocktakeItem>> ListAsync(CancellationToken cancel)
    {
        var stocktakes = await db.Stocktakes.AsNoTracking().OrderByDescending(one => one.StartedAt).ThenByDescending(one => one.Id).Take(MostListed).ToListAsync(cancel);
        var ids = stocktakes.ConvertAll(one => one.Id);
        var lines = await db.StocktakeLines.Where(line => ids.Contains(line.StocktakeId)).GroupBy(line => line.StocktakeId)
            .Select(of => new { of.Key, Counted = of.Count(), Differing = of.Count(line => line.Counted != line.Expected) }).ToDictionaryAsync(of => of.Key, of => (of.Counted, of.Differing), cancel);
        var causes = ids.ConvertAll(id => (Guid?)id);
        var values = await db.StockMovements.Where(row => causes.Contains(row.CauseId)).GroupBy(row => row.CauseId).Select(of => new { of.Key, Value = of.Sum(row => row.Value) }).ToDictionaryAsync(of => of.Key!.Value, of => of.Value, cancel);
        var places = await db.Locations.ToDictionaryAsync(place => place.Id, place => place.Name, cancel);
        return [.. stocktakes.Select(one =>
        {
            var (counted, differing) = lines.GetValueOrDefault(one.Id);
            return ItemOf(one, places[one.LocationId], counted, differing, one.FinishedAt is null ? null : values.GetValueOrDefault(one.Id));
        })];
    }

    /// <summary>What was counted in each of the counts, the latest first.</summary>
    public async Task<IReadOnlyList<(StocktakeItem Count, StocktakeLineItem Line)>> EveryLineAsync(CancellationToken cancel)
    {
        List<(StocktakeItem, StocktakeLineItem)> rows = [];
        foreach (var one in await ListAsync(cancel))
        {
            if (await FindAsync(one.Id, cancel) is { } found) rows.AddRange(found.Lines.Where(line => line.Counted is not null).Select(line => (found.Stocktake, line)));
        }

        return rows;
    }

    /// <summary>One count with everything in it, by name; or nothing.</summary>
    public async Task<(StocktakeItem Stocktake, IReadOnlyList<StocktakeLineItem> Lines)?> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.Stocktakes.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancel) is not { } stocktake) return null;
        var lines = await LinesAsync(stocktake, cancel);
        var place = await db.Locations.Where(one => one.Id == stocktake.LocationId).Select(one => one.Name).FirstAsync(cancel);
        return (ItemOf(stocktake, place, lines.Count(line => line.Counted is not null), lines.Count(line => line.Difference != 0), lines.Sum(line => line.Variance)), lines);
    }

    /// <summary>What is offered, and what lies there or was counted though it is not.</summary>
    private async Task<List<StocktakeLineItem>> LinesAsync(Stocktake stocktake, CancellationToken cancel)
    {
        var counted = await db.StocktakeLines.AsNoTracking().Where(line => line.StocktakeId == stocktake.Id).ToDictionaryAsync(line => line.VariantId, cancel);
        var here = await db.PlaceLevels.Where(level => level.LocationId == stocktake.LocationId && level.OnHand != 0).ToDictionaryAsync(level => level.VariantId, level => level.OnHand, cancel);
        var usual = await db.Locations.AnyAsync(place => place.Id == stocktake.LocationId && place.IsDefault, cancel);
        // In the usual place anything may lie; elsewhere what was brought there.
        var all = usual && stocktake.IsOpen ? (await items.AllAsync(cancel)).ToDictionary(item => item.VariantId) : [];
        foreach (var (id, item) in await items.OfAsync([.. counted.Keys.Concat(stocktake.IsOpen ? here.Keys : []).Where(id => !all.ContainsKey(id)).Distinct()], cancel)) all[id] = item;
        var ids = counted.Where(line => line.Value.Counted != line.Value.Expected).Select(line => line.Key).ToList();
        var levels = await db.StockLevels.Where(level => ids.Contains(level.VariantId)).ToDictionaryAsync(level => level.VariantId, cancel);
        var moved = await db.StockMovements.Where(row => row.CauseId == stocktake.Id).ToDictionaryAsync(row => row.VariantId, row => row.Value, cancel);
        return [.. all.Values.Where(item => counted.ContainsKey(item.VariantId) || stocktake.Kind == CountedKind.Everything || stocktake.Kind == CountedKind.Materials == item.Unit is not null)
            .OrderBy(item => item.Unit is not null).ThenBy(item => item.Name, StringComparer.OrdinalIgnoreCase).ThenBy(item => item.VariantId)
            .Select(item => LineOf(item, counted.GetValueOrDefault(item.VariantId), here.GetValueOrDefault(item.VariantId), levels.GetValueOrDefault(item.VariantId), moved.TryGetValue(item.VariantId, out var value) ? value : null))];
    }

    private static StocktakeItem ItemOf(Stocktake stocktake, string place, int counted, int differing, long? variance) => new(
        stocktake.Id, stocktake.LocationId, place, stocktake.Kind,
        stocktake.TakenBackAt is not null ? StocktakeState.TakenBack : stocktake.FinishedAt is not null ? StocktakeState.Finished : StocktakeState.Open,
        stocktake.StartedAt, stocktake.FinishedAt, counted, differing, variance);

    private static StocktakeLineItem LineOf(MeasuredItem item, StocktakeLine? line, long here, StockLevel? level, long? booked)
    {
        var difference = line is null ? 0 : line.Counted - line.Expected;
        // What it would be worth now, until the ledger says what it is.
        var variance = booked ?? (level is { OnHand: > 0 } && difference != 0 ? (long)decimal.Round((decimal)level.Value * difference / level.OnHand, MidpointRounding.AwayFromZero) : 0);
        return new StocktakeLineItem(item.VariantId, item.Unit is not null, item.Sku, item.Name, item.Unit?.Code, item.Quantity(line?.Expected ?? here), line is null ? null : item.Quantity(line.Counted), variance);
    }
}
