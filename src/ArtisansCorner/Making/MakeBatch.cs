using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Making;

/// <summary>
/// Makes a batch: uses up its parts at what they cost on the shelf, books in what was made at that cost with work and overhead,
/// and remembers the work and the studio as they cost then. Spoiled ones used their parts too; the good ones carry the cost.
/// </summary>
public sealed class MakeBatch(AppDb db, CurrentShop shop, StockLedger ledger, MeasuredItems items, RecipeParts parts, RecipeQuery recipes, Places places, DefaultPlace usual, ClosedPeriods periods, Repeats repeats, TimeProvider time)
{
    private const int MostMinutes = 1_000_000;

    /// <summary>The batch's id, or everything that is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(NewBatch input, CancellationToken cancel) =>
        Check(input) is { Count: > 0 } problems ? problems : await db.TryAgainAsync(() => TryAsync(input, cancel));

    private async Task<Outcome<Guid>> TryAsync(NewBatch input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;

        if (await db.Recipes.AsNoTracking().FirstOrDefaultAsync(one => one.Id == input.RecipeId, cancel) is not { } recipe) return new Problem("unknown_recipe", "There is no such recipe.", nameof(input.RecipeId));
        var version = await db.RecipeVersions.AsNoTracking().FirstAsync(one => one.RecipeId == recipe.Id && one.Number == recipe.Version, cancel);
        var makes = (await items.OfAsync([recipe.VariantId], cancel))[recipe.VariantId];
        var good = makes.Measure(input.Quantity, null, nameof(input.Quantity));
        var wasted = makes.Measure(input.Wasted ?? 0, null, nameof(input.Wasted));
        if (!good.Succeeded || !wasted.Succeeded) return good.Problems.Concat(wasted.Problems).ToList();
        var used = await UsedAsync(input, version, (Int128)good.Value + wasted.Value, cancel);
        var place = string.IsNullOrWhiteSpace(input.Location) ? (Outcome<Location>?)null : await places.FindAsync(input.Location, nameof(input.Location), cancel);
        if (!used.Succeeded || place is { Succeeded: false }) return used.Problems.Concat(place?.Problems ?? []).ToList();
        if (input.At is { } at && await periods.RefusesAsync(shop.Facts.Zone.DayOf(at), nameof(input.At), cancel) is { } closed) return closed;

        var minutes = input.LaborMinutes ?? (int)Int128.Min(Share(version.LaborMinutes, (Int128)good.Value + wasted.Value, version.Yield), MostMinutes);
        var batch = await WriteAsync(input, version, makes, (good.Value, wasted.Value), used.Value, minutes, place?.Value?.Id ?? await usual.IdAsync(cancel), cancel);
        repeats.Remember(batch);
        await write.CommitAsync(cancel);
        return batch;
    }

    private async Task<Guid> WriteAsync(
        NewBatch input, RecipeVersion version, MeasuredItem makes, (long Good, long Wasted) made, List<(Guid VariantId, long Quantity)> used, int minutes, Guid place, CancellationToken cancel)
    {
        var (id, at, rates) = (Guid.CreateVersion7(), input.At ?? time.GetUtcNow(), await recipes.RatesAsync(cancel));
        var day = shop.Facts.Zone.DayOf(at);
        // All at once and in one order, so that two who move the same pieces never wait for each other in a circle.
        await ledger.LeftAsync([.. used.Select(part => part.VariantId), makes.VariantId], day, cancel);
        var values = await ledger.MoveAsync([.. used.Select(part => new NewMovement(part.VariantId, -part.Quantity, StockReason.Used, at, day, id, LocationId: place))], cancel);
        var batch = new Batch
        {
            Id = id, ShopId = shop.Id, RecipeVersionId = version.Id, VariantId = makes.VariantId, Quantity = made.Good, Wasted = made.Wasted, LaborMinutes = minutes,
            LaborCost = MakingRates.Of(minutes, rates.LaborPerHour), OverheadCost = MakingRates.Of(minutes, rates.OverheadPerHour), LaborIsValued = rates.LaborIsValued,
            At = at, Note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim(), RecordedAt = time.GetUtcNow(), RecordedBy = shop.Actor.UserId, RecordedThrough = shop.Actor.Through,
        };
        db.Batches.Add(batch);
        if (made.Good > 0) await ledger.MoveAsync([new NewMovement(makes.VariantId, made.Good, StockReason.Made, at, day, id, Cost: batch.Added, Worth: batch.Added - values.Sum(worth => worth.Value), LocationId: place)], cancel);
        return id;
    }

    private async Task<Outcome<List<(Guid VariantId, long Quantity)>>> UsedAsync(NewBatch input, RecipeVersion version, Int128 made, CancellationToken cancel)
    {
        if (input.Used is { } lines)
        {
            var found = await parts.FindAsync(lines, cancel);
            return found.Succeeded ? found.Value.Select(part => (part.Item.VariantId, part.Quantity)).ToList() : found.Problems.ToList();
        }

        var written = await db.RecipeLines.AsNoTracking().Where(line => line.RecipeVersionId == version.Id).OrderBy(line => line.Place).ToListAsync(cancel);
        var measured = await items.OfAsync([.. written.Select(line => line.VariantId)], cancel);
        // Grains are rounded; of pieces none can be used by half.
        var shares = written.Select(line => (line.VariantId, Quantity: measured[line.VariantId].Unit is null ? ((Int128)line.Quantity * made + version.Yield - 1) / version.Yield : Share(line.Quantity, made, version.Yield))).ToList();
        if (shares.Any(share => share.Quantity > MeasuredItem.MostGrains)) return new Problem("quantity_out_of_range", "That needs more than can be counted.", nameof(input.Quantity));
        return shares.Where(share => share.Quantity > 0).Select(share => (share.VariantId, (long)share.Quantity)).ToList();
    }

    // quantity × made ÷ yield, rounded half up.
    private static Int128 Share(long quantity, Int128 made, long yield) => ((Int128)quantity * made * 2 + yield) / ((Int128)yield * 2);

    private List<Problem> Check(NewBatch input)
    {
        List<Problem> problems = [];
        if (input.Quantity < 0 || input.Wasted < 0) problems.Add(new("quantity_invalid", "How many were made? Nothing less than none.", nameof(input.Quantity)));
        else if (input.Quantity + (input.Wasted ?? 0) == 0) problems.Add(new("quantity_missing", "How many were made?", nameof(input.Quantity)));
        if (input.LaborMinutes is < 0 or > MostMinutes) problems.Add(new("minutes_out_of_range", $"Minutes of work are from 0 to {MostMinutes}.", nameof(input.LaborMinutes)));
        if (input.At > time.GetUtcNow().AddDays(1) || input.At?.Year < 1990) problems.Add(new("time_out_of_range", "That is in the future, or too long ago.", nameof(input.At)));
        if (input.Note?.Length > Batch.LongestNote) problems.Add(new("note_too_long", $"A note has at most {Batch.LongestNote} characters.", nameof(input.Note)));
        if (input.Used is { } used) problems.AddRange(RecipeRules.Check(used));
        return problems;
    }
}
