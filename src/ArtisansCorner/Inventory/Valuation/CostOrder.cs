namespace ArtisansCorner.Inventory.Valuation;

/// <summary>
/// The one order in which movements are valued, whatever order they were written down in: by time; at the same time what came at a cost,
/// what came without one, what was used, what was made of it, and then all else that left. What is alike in all of that may change places.
/// </summary>
public sealed class CostOrder : IComparer<StockMovement>
{
    /// <summary>The order.</summary>
    public static CostOrder Instance { get; } = new();

    /// <inheritdoc />
    public int Compare(StockMovement? x, StockMovement? y) => KeyOf(x!).CompareTo(KeyOf(y!));

    private static (DateTimeOffset, int, long, long, Guid) KeyOf(StockMovement movement) =>
        (movement.At, RankOf(movement), movement.Quantity, movement.Cost ?? 0, movement.Id);

    private static int RankOf(StockMovement movement) => movement switch
    {
        { Quantity: > 0, Reason: StockReason.Made, CauseId: not null } => 3,
        { Quantity: > 0, Cost: null, ReturnsId: null, CauseId: null } => 1,
        { Quantity: > 0 } => 0,
        { Reason: StockReason.Used } => 2,
        _ => 4,
    };
}
