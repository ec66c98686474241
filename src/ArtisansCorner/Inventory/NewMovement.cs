namespace ArtisansCorner.Inventory;

/// <summary>One movement to be written.</summary>
/// <param name="VariantId">What moves.</param>
/// <param name="Quantity">How many pieces come (positive) or go (negative).</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
/// <param name="Day">On which business day.</param>
/// <param name="CauseId">The fact that causes it.</param>
/// <param name="Cost">What all that comes cost, in minor units; of what a batch makes, the work and the studio alone.</param>
/// <param name="Worth">What all that comes is worth, where that is known to be something else than its cost: it had left before, or was made of other things.</param>
/// <param name="LocationId">Where; nothing: the shop's default location.</param>
/// <param name="ReturnsId">Of pieces that a customer gives back: the movement they left with.</param>
/// <param name="Id">The id it is to have; a line that moves stock gives its own.</param>
public sealed record NewMovement(
    Guid VariantId, long Quantity, StockReason Reason, DateTimeOffset At, DateOnly Day,
    Guid? CauseId = null, long? Cost = null, long? Worth = null, Guid? LocationId = null, Guid? ReturnsId = null, Guid? Id = null)
{
    /// <summary>Whether it takes the movement that is its cause back, as if that had never been.</summary>
    public bool TakesBack { get; private init; }

    /// <summary>What takes a movement back: the same the other way, at its own time.</summary>
    public static NewMovement Back(StockMovement movement) =>
        new(movement.VariantId, -movement.Quantity, movement.Reason, movement.At, movement.Day, CauseId: movement.Id, Worth: Math.Max(0, -movement.Value), LocationId: movement.LocationId) { TakesBack = true };
}
