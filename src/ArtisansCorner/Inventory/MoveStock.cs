using ArtisansCorner.Catalog;
using ArtisansCorner.Inventory.Valuation;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>What a movement by hand takes.</summary>
/// <param name="VariantId">What moves, or say its <paramref name="Sku"/>, or which material.</param>
/// <param name="Sku">What moves, by its code.</param>
/// <param name="Quantity">How many come (positive) or go (negative); for a count how many there are. Of a material in its unit.</param>
/// <param name="Reason">Why.</param>
/// <param name="UnitCost">What one piece, or one unit of a material, cost, in minor units, when some come.</param>
/// <param name="At">When; nothing: now.</param>
/// <param name="Location">Where, by id or name; nothing: the usual place. A count counts what lies there.</param>
/// <param name="MaterialId">Which material moves.</param>
/// <param name="Unit">Of a material: the unit of the quantity and the cost; nothing: the one it is used in.</param>
/// <param name="Cost">What all that came cost, in minor units, in place of what one cost.</param>
public sealed record StockMove(
    Guid? VariantId, string? Sku, decimal Quantity, StockReason Reason, long? UnitCost = null, DateTimeOffset? At = null, string? Location = null,
    Guid? MaterialId = null, string? Unit = null, long? Cost = null);

/// <summary>Moves stock by hand: received, made, used, damaged, given away, or set right by a count.</summary>
public sealed class MoveStock(AppDb db, CurrentShop shop, StockLedger ledger, MeasuredItems items, Places places, DefaultPlace usual, ClosedPeriods periods, Repeats repeats, TimeProvider time)
{
    private const long Most = 1_000_000_000;

    /// <summary>The variant that moved, or what is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(StockMove input, CancellationToken cancel)
    {
        if (Check(input) is { } problem) return problem;
        return await db.TryAgainAsync(() => TryAsync(input, cancel));
    }

    private async Task<Outcome<Guid>> TryAsync(StockMove input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;

        var found = await items.FindAsync(input.VariantId, input.Sku, input.MaterialId, cancel);
        if (!found.Succeeded) return found.Problems.ToList();
        var measured = found.Value.Measure(Math.Abs(input.Quantity), input.Unit, nameof(input.Quantity));
        if (!measured.Succeeded) return measured.Problems.ToList();
        var (variantId, amount) = (found.Value.VariantId, Math.Sign(input.Quantity) * measured.Value);

        if (string.IsNullOrWhiteSpace(input.Location)) input = input with { Location = null };
        var named = input.Location is null ? (Outcome<Location>?)null : await places.FindAsync(input.Location, nameof(input.Location), cancel);
        if (named is { Succeeded: false } unknown) return unknown.Problems.ToList();
        var locationId = named?.Value?.Id ?? await usual.IdAsync(cancel);
        var quantity = input.Reason == StockReason.Counted ? amount - await LiesAsync(variantId, locationId, cancel) : amount;
        var at = input.At ?? time.GetUtcNow();
        if (input.At is not null && await periods.RefusesAsync(shop.Facts.Zone.DayOf(at), nameof(input.At), cancel) is { } closed) return closed;
        await ledger.MoveAsync([new NewMovement(variantId, quantity, input.Reason, at, shop.Facts.Zone.DayOf(at), Cost: quantity > 0 ? CostOf(input, found.Value, quantity) : null, LocationId: locationId)], cancel);
        repeats.Remember(variantId);
        await write.CommitAsync(cancel);
        return variantId;
    }

    private Problem? Check(StockMove input)
    {
        if (input.VariantId is null && input.MaterialId is null && string.IsNullOrWhiteSpace(input.Sku)) return new("variant_missing", "Say which variant moves.", "VariantId");
        if (!Enum.IsDefined(input.Reason) || input.Reason is StockReason.Sold) return new("reason_invalid", "Say why it moves; sales move stock by themselves.", "Reason");
        if (input.Quantity is > Most or < -Most) return new("quantity_out_of_range", "A movement has at most a billion pieces.", "Quantity");
        if (input.Reason == StockReason.Counted ? input.Quantity < 0 : input.Quantity == 0) return new("quantity_invalid", "How many?", "Quantity");
        if (input.Reason is StockReason.Used or StockReason.Damaged or StockReason.Gift && input.Quantity > 0) return new("quantity_sign", "These pieces go: write a negative number.", "Quantity");
        if (input.UnitCost is < 0 or > Amounts.Most) return new("cost_out_of_range", "A cost is zero or more.", "UnitCost");
        if (input.Cost is < 0 or > Amounts.MostTogether || (input.Cost is not null && input.UnitCost is not null)) return new("cost_out_of_range", "Say what all of it cost, zero or more, or what one cost.", "Cost");
        if (input.UnitCost is { } cost && cost * Math.Abs(input.Quantity) > Amounts.MostTogether) return new("cost_out_of_range", "That is more than can be counted.", "UnitCost");
        return input.At > time.GetUtcNow().AddDays(1) || input.At?.Year < 1990 ? new("time_out_of_range", "That is in the future, or too long ago.", "At") : null;
    }

    // What came cost what was paid for it: for all of it, or for each unit that was named. What a count finds cost what one was said to have cost.
    private static long? CostOf(StockMove input, MeasuredItem item, long came) =>
        input.Cost is { } all ? all
        : input.UnitCost is not { } one ? null
        : item.Unit is null ? one * came
        : (long)decimal.Round(one * (decimal)came / item.Measure(1, input.Unit, nameof(input.Unit)).Value, MidpointRounding.AwayFromZero);

    private async Task<long> LiesAsync(Guid variantId, Guid locationId, CancellationToken cancel)
    {
        // Takes the lock of the variant's row before it is read, so that nothing is sold between the count and its correction.
        await db.StockLevels.Where(level => level.VariantId == variantId).ExecuteUpdateAsync(level => level.SetProperty(one => one.OnHand, one => one.OnHand), cancel);
        return await db.PlaceLevels.Where(level => level.VariantId == variantId && level.LocationId == locationId).Select(level => level.OnHand).FirstOrDefaultAsync(cancel);
    }
}
