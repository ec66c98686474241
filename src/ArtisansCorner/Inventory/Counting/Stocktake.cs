using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory.Counting;

/// <summary>What is counted; stored by number.</summary>
public enum CountedKind
{
    /// <summary>Products and materials.</summary>
    Everything = 1,

    /// <summary>What is sold.</summary>
    Products = 2,

    /// <summary>What is used up.</summary>
    Materials = 3,
}

/// <summary>A count of what lies in one place. It may take days: nothing moves until it is finished.</summary>
public sealed class Stocktake : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The place.</summary>
    public required Guid LocationId { get; init; }

    /// <summary>What is counted there.</summary>
    public required CountedKind Kind { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Who began it.</summary>
    public Guid? StartedBy { get; init; }

    /// <summary>When it was finished, and levels were set right; nothing while it goes on.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>When it was given up, or taken back after it was finished.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }

    /// <summary>Whether more can be counted.</summary>
    public bool IsOpen => FinishedAt is null && TakenBackAt is null;
}

/// <summary>How many of one thing were counted.</summary>
public sealed class StocktakeLine : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The count.</summary>
    public required Guid StocktakeId { get; init; }

    /// <summary>The thing.</summary>
    public required Guid VariantId { get; init; }

    /// <summary>How many pieces or grains there were.</summary>
    public required long Counted { get; set; }

    /// <summary>How many there should have been at that moment, by the ledger.</summary>
    public required long Expected { get; set; }

    /// <summary>When they were counted.</summary>
    public required DateTimeOffset CountedAt { get; set; }

    /// <summary>Who counted them.</summary>
    public Guid? CountedBy { get; set; }
}
