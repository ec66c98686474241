namespace ArtisansCorner.Inventory.Counting;

/// <summary>How many of one thing, as it is being typed.</summary>
public sealed class CountFormLine
{
    /// <summary>The thing.</summary>
    public Guid Item { get; set; }

    /// <summary>How many; empty: not counted.</summary>
    public string? Quantity { get; set; }
}
