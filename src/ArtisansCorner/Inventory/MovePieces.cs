using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>What carrying pieces, or material, from one place to another takes.</summary>
/// <param name="VariantId">What moves, or say its <paramref name="Sku"/>, or which material.</param>
/// <param name="Sku">What moves, by its code.</param>
/// <param name="Quantity">How many, or how much of a material.</param>
/// <param name="From">From which place, by id or name; nothing: the usual one.</param>
/// <param name="To">To which place, by id or name; nothing: the usual one.</param>
/// <param name="MaterialId">Which material moves.</param>
/// <param name="Unit">Of a material: the unit of the quantity; nothing: the one it is used in.</param>
public sealed record NewPieceMove(Guid? VariantId = null, string? Sku = null, decimal Quantity = 0, string? From = null, string? To = null, Guid? MaterialId = null, string? Unit = null);

/// <summary>Carries pieces from one place to another: two movements of one cause, of which the shop as a whole has neither more nor less, nor of another value.</summary>
public sealed class MovePieces(AppDb db, CurrentShop shop, StockLedger ledger, MeasuredItems items, Places places, DefaultPlace usual, Repeats repeats, TimeProvider time)
{
    /// <summary>The id that both movements have as their cause, or what is wrong.</summary>
    public async Task<Outcome<Guid>> RunAsync(NewPieceMove input, CancellationToken cancel)
    {
        if (input.VariantId is null && input.MaterialId is null && string.IsNullOrWhiteSpace(input.Sku)) return new Problem("variant_missing", "Say which variant moves.", nameof(input.VariantId));
        if (input.Quantity <= 0) return new Problem("quantity_invalid", "How many? From one to a billion.", nameof(input.Quantity));
        return await db.TryAgainAsync(() => TryAsync(input, cancel));
    }

    private async Task<Outcome<Guid>> TryAsync(NewPieceMove input, CancellationToken cancel)
    {
        await using var write = await db.BeginWriteAsync(cancel);
        var repeated = await repeats.FindAsync(cancel);
        if (!repeated.Succeeded) return repeated.Problems.ToList();
        if (repeated.Value is { } earlier) return earlier;

        var (from, to) = (await PlaceAsync(input.From, nameof(input.From), cancel), await PlaceAsync(input.To, nameof(input.To), cancel));
        if (!from.Succeeded || !to.Succeeded) return from.Problems.Concat(to.Problems).ToList();
        if (from.Value == to.Value) return new Problem("same_place", "Choose two different places.", nameof(input.To));
        var found = await items.FindAsync(input.VariantId, input.Sku, input.MaterialId, cancel);
        if (!found.Succeeded) return found.Problems.ToList();
        var (variantId, measured) = (found.Value.VariantId, found.Value.Measure(input.Quantity, input.Unit, nameof(input.Quantity)));
        if (!measured.Succeeded) return measured.Problems.ToList();
        if (!await db.StockLevels.AnyAsync(level => level.VariantId == variantId, cancel))
            return new Problem("never_counted", "It was never counted: book in what there is first.", nameof(input.Quantity), ProblemKind.Conflict);

        var (id, now) = (Guid.CreateVersion7(), time.GetUtcNow());
        var gone = new NewMovement(variantId, -measured.Value, StockReason.Moved, now, shop.Facts.Zone.DayOf(now), CauseId: id, LocationId: from.Value);
        await ledger.MoveAsync([gone, gone with { Quantity = measured.Value, LocationId = to.Value }], cancel);
        repeats.Remember(id);
        await write.CommitAsync(cancel);
        return id;
    }

    private async Task<Outcome<Guid>> PlaceAsync(string? text, string field, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(text)) return await usual.IdAsync(cancel);
        var found = await places.FindAsync(text, field, cancel);
        return found.Succeeded ? found.Value.Id : found.Problems.ToList();
    }
}
