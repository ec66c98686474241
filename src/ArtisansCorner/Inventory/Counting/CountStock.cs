using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory.Counting;

/// <summary>What a new count takes.</summary>
/// <param name="Location">Where, by id or name; nothing: the usual place.</param>
/// <param name="Kind">What is counted; nothing: everything.</param>
public sealed record NewStocktake(string? Location = null, CountedKind? Kind = null);

/// <summary>How many of one thing there are.</summary>
/// <param name="VariantId">Which variant.</param>
/// <param name="Sku">Or a variant by its code.</param>
/// <param name="MaterialId">Or which material.</param>
/// <param name="Quantity">How many, or how much in the unit; nothing: it was not counted after all.</param>
/// <param name="Unit">The unit of a material; nothing: the one it is used in.</param>
public sealed record NewCount(Guid? VariantId = null, string? Sku = null, Guid? MaterialId = null, decimal? Quantity = null, string? Unit = null);

/// <summary>Begins a count, takes down what is counted, gives it up and goes on after all. Several people may count at once; who counted a thing last is believed.</summary>
public sealed class CountStock(AppDb db, CurrentShop shop, MeasuredItems items, Places places, DefaultPlace usual, Repeats repeats, TimeProvider time)
{
    private const int MostOpen = 50;

    /// <summary>There is no such count.</summary>
    public static Problem Unknown => new("unknown_stocktake", "There is no such count.", Kind: ProblemKind.NotFound);

    /// <summary>It is over.</summary>
    public static Problem Over => new("stocktake_over", "This count is over; begin another.", Kind: ProblemKind.Conflict);

    /// <summary>The new count's id, or what is wrong.</summary>
    public Task<Outcome<Guid>> StartAsync(NewStocktake input, CancellationToken cancel) => db.TryAgainAsync<Outcome<Guid>>(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;
        var place = string.IsNullOrWhiteSpace(input.Location) ? (Outcome<Location>?)null : await places.FindAsync(input.Location, nameof(input.Location), cancel);
        if (place is { Succeeded: false } unknown) return unknown.Problems.ToList();
        if (input.Kind is { } kind && !Enum.IsDefined(kind)) return new Problem("kind_invalid", "Everything, products or materials?", nameof(input.Kind));
        if (await db.Stocktakes.CountAsync(one => one.FinishedAt == null && one.TakenBackAt == null, cancel) >= MostOpen) return new Problem("too_many_stocktakes", $"{MostOpen} counts are open; finish some of them first.", Kind: ProblemKind.Conflict);
        var stocktake = new Stocktake
        {
            Id = Guid.CreateVersion7(), ShopId = shop.Id, LocationId = place?.Value?.Id ?? await usual.IdAsync(cancel), Kind = input.Kind ?? CountedKind.Everything, StartedAt = time.GetUtcNow(), StartedBy = shop.Actor.UserId,
        };
        db.Stocktakes.Add(stocktake);
        repeats.Remember(stocktake.Id);
        await write.CommitAsync(cancel);
        return stocktake.Id;
    });

    /// <summary>Takes down how many there are; all of it, or nothing and everything that is wrong.</summary>
    public Task<Outcome<Guid>> SaveAsync(Guid id, IReadOnlyList<NewCount> counts, CancellationToken cancel) => db.TryAgainAsync<Outcome<Guid>>(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Stocktakes.Where(one => one.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } stocktake) return Unknown;
        if (!stocktake.IsOpen) return Over;
        List<Problem> problems = [];
        foreach (var (index, count) in counts.Index()) problems.AddRange(await TakeAsync(stocktake, count, $"Lines[{index}].", cancel));
        if (problems.Count > 0) return problems;
        await write.CommitAsync(cancel);
        return id;
    });

    /// <summary>Gives a count up that goes on; nothing moved, and nothing does. Twice is once.</summary>
    public Task<Outcome<Guid>> GiveUpAsync(Guid id, CancellationToken cancel) => SwitchAsync(id, time.GetUtcNow(), cancel);

    /// <summary>Goes on with a count that was given up. Twice is once.</summary>
    public Task<Outcome<Guid>> GoOnAsync(Guid id, CancellationToken cancel) => SwitchAsync(id, null, cancel);

    private Task<Outcome<Guid>> SwitchAsync(Guid id, DateTimeOffset? givenUp, CancellationToken cancel) => db.TryAgainAsync<Outcome<Guid>>(async () =>
    {
        await using var write = await db.BeginWriteAsync(cancel);
        if (await db.Stocktakes.Where(one => one.Id == id).LockedForUpdate().FirstOrDefaultAsync(cancel) is not { } stocktake) return Unknown;
        if (stocktake.FinishedAt is not null) return Over;
        stocktake.TakenBackAt = givenUp is null ? null : stocktake.TakenBackAt ?? givenUp;
        db.Stocktakes.Update(stocktake);
        await write.CommitAsync(cancel);
        return id;
    });

    private async Task<IReadOnlyList<Problem>> TakeAsync(Stocktake stocktake, NewCount count, string prefix, CancellationToken cancel)
    {
        var item = await items.FindAsync(count.VariantId, count.Sku, count.MaterialId, cancel, prefix);
        if (!item.Succeeded) return item.Problems;
        var variantId = item.Value.VariantId;
        var line = await db.StocktakeLines.FirstOrDefaultAsync(one => one.StocktakeId == stocktake.Id && one.VariantId == variantId, cancel);
        if (count.Quantity is not { } quantity)
        {
            if (line is not null) db.StocktakeLines.Remove(line);
            return [];
        }

        var amount = item.Value.Measure(quantity, count.Unit, prefix + nameof(count.Quantity));
        if (!amount.Succeeded) return amount.Problems;
        var expected = await db.PlaceLevels.Where(level => level.VariantId == variantId && level.LocationId == stocktake.LocationId).Select(level => level.OnHand).FirstOrDefaultAsync(cancel);
        if (line is null)
        {
            line = new StocktakeLine { ShopId = shop.Id, StocktakeId = stocktake.Id, VariantId = variantId, Counted = 0, Expected = 0, CountedAt = default };
            db.StocktakeLines.Add(line);
        }

        (line.Counted, line.Expected, line.CountedAt, line.CountedBy) = (amount.Value, expected, time.GetUtcNow(), shop.Actor.UserId);
        return [];
    }
}
