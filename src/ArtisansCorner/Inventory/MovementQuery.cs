using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace ArtisansCorner.Inventory;

/// <summary>A movement as a list shows it. Amounts are minor units.</summary>
/// <param name="Id">The movement.</param>
/// <param name="VariantId">What moved.</param>
/// <param name="Quantity">How many came or went; of a material in the unit it is used in.</param>
/// <param name="Unit">That unit; nothing: pieces.</param>
/// <param name="Value">By how much the value of the stock changed.</param>
/// <param name="TrueUp">What pieces that had left before it came cost more, or less, than was thought.</param>
/// <param name="Reason">Why.</param>
/// <param name="CauseId">The fact that caused it.</param>
/// <param name="At">When.</param>
/// <param name="Day">On which business day.</param>
/// <param name="IsTakenBack">Whether a later movement took it back.</param>
/// <param name="TakesBack">Whether it takes an earlier one back.</param>
/// <param name="Location">Where.</param>
public sealed record MovementItem(
    Guid Id, Guid VariantId, decimal Quantity, string? Unit, long Value, long TrueUp, StockReason Reason, Guid? CauseId, DateTimeOffset At, DateOnly Day, bool IsTakenBack, bool TakesBack, string Location)
{
    /// <summary>Where pieces were carried from one place to another and can be carried back: the id of that; told by the half that left.</summary>
    public Guid? MoveThatCanBeTakenBack => Reason == StockReason.Moved && Quantity < 0 && !IsTakenBack && !TakesBack ? CauseId : null;

    /// <summary>Whether it was booked by hand and can be taken back.</summary>
    public bool CanBeTakenBack => CauseId is null && !IsTakenBack;
}

/// <summary>Reads the stock ledger.</summary>
public sealed class MovementQuery(AppDb db)
{
    /// <summary>The movements, the latest first.</summary>
    public async Task<Paged<MovementItem>> ListAsync(StockOf of, Cursor? after, int limit, CancellationToken cancel)
    {
        var (all, locations, variants) = (db.StockMovements, db.Locations, db.VariantsAndMaterials);
        var movements = all.AsNoTracking();
        if (of.Variants(db) is { } moved) movements = movements.Where(movement => moved.Contains(movement.VariantId));
        if (after is { } place)
        {
            var (at, id) = (place.At, place.Id);
            movements = movements.Where(movement => movement.At < at || (movement.At == at && movement.Id < id));
        }

        var rows = await movements.OrderByDescending(movement => movement.At).ThenByDescending(movement => movement.Id).Take(limit + 1)
            .Select(movement => new
            {
                movement,
                IsTakenBack = all.Any(other => other.CauseId == movement.Id),
                TakesBack = all.Any(other => other.Id == movement.CauseId),
                Unit = variants.Where(variant => variant.Id == movement.VariantId).Select(variant => variant.Unit).First(),
                Location = locations.Where(location => location.Id == movement.LocationId).Select(location => location.Name).First(),
            })
            .ToListAsync(cancel);
        return Paging.Cut(
            rows.ConvertAll(row => ToItem(row.movement, Unit.Find(row.Unit), row.IsTakenBack, row.TakesBack, row.Location)), limit, item => new Cursor(item.At, item.Id));
    }

    private static MovementItem ToItem(StockMovement movement, Unit? unit, bool isTakenBack, bool takesBack, string location) => new(
        movement.Id, movement.VariantId, unit?.Quantity(movement.Quantity) ?? movement.Quantity, unit?.Code, movement.Value, movement.TrueUp, movement.Reason, movement.CauseId, movement.At, movement.Day,
        isTakenBack, takesBack, location);
}
