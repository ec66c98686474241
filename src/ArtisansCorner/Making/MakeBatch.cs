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
public sealed class MakeBatch(AppDb db, CurrentShop shop, WriteBatch batches, MeasuredItems items, RecipeParts parts, Places places, ClosedPeriods periods, Repeats repeats, TimeProvider time)
{
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

        var minutes = input.LaborMinutes ?? WriteBatch.MinutesOf(version, (Int128)good.Value + wasted.Value);
        var note = string.IsNullOrWhiteSpace(input.Note) ? null : input.Note.Trim();
        var batch = await batches.RunAsync(new Run(version, makes.VariantId, good.Value, wasted.Value, used.Value, minutes, input.At ?? time.GetUtcNow(), place?.Value?.Id, note), cancel);
        repeats.Remember(batch);
        await write.CommitAsync(cancel);
        return batch;
    }

    private async Task<Outcome<List<(Guid VariantId, long Quantity)>>> UsedAsync(NewBatch input, RecipeVersion version, Int128 made, CancellationToken cancel)
    {
        if (input.Used is { } lines)
        {
            var found = await parts.FindAsync(lines, cancel);
            return found.Succeeded ? found.Value.Select(part => (part.Item.VariantId, part.Quantity)).ToList() : found.Problems.ToList();
        }

        var needed = await batches.NeedsAsync(version, made, cancel);
        if (needed.Any(part => part.Quantity > MeasuredItem.MostGrains)) return new Problem("quantity_out_of_range", "That needs more than can be counted.", nameof(input.Quantity));
        return needed.Where(part => part.Quantity > 0).Select(part => (part.VariantId, (long)part.Quantity)).ToList();
    }

    private List<Problem> Check(NewBatch input)
    {
        List<Problem> problems = [];
        if (input.Quantity < 0 || input.Wasted < 0) problems.Add(new("quantity_invalid", "How many were made? Nothing less than none.", nameof(input.Quantity)));
        else if (input.Quantity + (input.Wasted ?? 0) == 0) problems.Add(new("quantity_missing", "How many were made?", nameof(input.Quantity)));
        if (input.LaborMinutes is < 0 or > WriteBatch.MostMinutes) problems.Add(new("minutes_out_of_range", $"Minutes of work are from 0 to {WriteBatch.MostMinutes}.", nameof(input.LaborMinutes)));
        if (input.At > time.GetUtcNow().AddDays(1) || input.At?.Year < 1990) problems.Add(new("time_out_of_range", "That is in the future, or too long ago.", nameof(input.At)));
        if (input.Note?.Length > Batch.LongestNote) problems.Add(new("note_too_long", $"A note has at most {Batch.LongestNote} characters.", nameof(input.Note)));
        if (input.Used is { } used) problems.AddRange(RecipeRules.Check(used));
        return problems;
    }
}
