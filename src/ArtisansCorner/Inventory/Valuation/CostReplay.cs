namespace ArtisansCorner.Inventory.Valuation;

/// <summary>
/// Values movements one after the other, as they come in <see cref="CostOrder"/>. What was taken back at its own time never happened;
/// what came back cost what it left with; what was made cost what it used up, the work and the studio.
/// </summary>
/// <param name="costing">How each variant is valued, with what it had before the first movement.</param>
/// <param name="links">What the movements have to do with others.</param>
public sealed class CostReplay(Func<Guid, ICosting> costing, CostLinks links)
{
    private readonly Dictionary<Guid, long> used = new(links.Used);
    private readonly Dictionary<Guid, Left> left = new(links.Left);
    private readonly Dictionary<Guid, long> back = new(links.Back);

    /// <summary>What a movement is worth; nothing when it never happened, or only carries pieces from place to place.</summary>
    public Worth? Move(StockMovement movement)
    {
        if (movement.Reason == StockReason.Moved || links.Undone.Contains(movement.Id)) return null;
        var of = costing(movement.VariantId);
        var worth = movement.Quantity > 0 ? of.Receive(movement.Quantity, CostOf(movement)) : of.Issue(-movement.Quantity);
        if (movement is { Quantity: < 0, Reason: StockReason.Used, CauseId: { } cause }) used[cause] = used.GetValueOrDefault(cause) - worth.Value;
        if (left.ContainsKey(movement.Id)) left[movement.Id] = new Left(-movement.Quantity, worth.Missing, -worth.Value);
        if (movement.ReturnsId is { } sold) back[sold] = back.GetValueOrDefault(sold) + movement.Quantity;
        return worth;
    }

    /// <summary>What pieces that come cost in all; nothing when nobody said.</summary>
    public long? CostOf(StockMovement movement) => movement switch
    {
        { ReturnsId: { } sold } when left.TryGetValue(sold, out var gone) => gone.CostOf(back.GetValueOrDefault(sold), movement.Quantity),
        { ReturnsId: null, CauseId: { } taken } when left.TryGetValue(taken, out var gone) => gone.Cost,
        { CauseId: { } cause, Reason: StockReason.Made } => (movement.Cost ?? 0) + used.GetValueOrDefault(cause),
        _ => movement.Cost,
    };
}

/// <summary>What movements have to do with others.</summary>
public sealed class CostLinks
{
    /// <summary>Movements that were taken back at their own time, and those that take them back.</summary>
    public HashSet<Guid> Undone { get; } = [];

    /// <summary>Movements out of which some came back later, as far as they are valued already.</summary>
    public Dictionary<Guid, Left> Left { get; } = [];

    /// <summary>How many of those came back already, before the first movement.</summary>
    public Dictionary<Guid, long> Back { get; } = [];

    /// <summary>What each cause used up of things that are valued already.</summary>
    public Dictionary<Guid, long> Used { get; } = [];

    /// <summary>Takes down that a movement brings back what another took: it never happened, when both are of one time.</summary>
    public void Add(StockMovement back, StockMovement gone)
    {
        if (back.ReturnsId is null && back.At == gone.At)
        {
            Undone.Add(back.Id);
            Undone.Add(gone.Id);
        }
        else if (gone.Quantity < 0)
        {
            Left[gone.Id] = Valuation.Left.Of(gone);
        }
    }
}
