using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory.Valuation;

/// <summary>A period that was closed: what stock was worth at its end was told to others, and is never worked out again while it stays closed.</summary>
public sealed class ClosedPeriod : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly Through { get; init; }

    /// <summary>When that day ended by the clock the shop had when it was closed; nothing of one that was closed before this was kept, while the shop has that clock still.</summary>
    public DateTimeOffset? Until { get; set; }

    /// <summary>What stock was worth at the end of that day, in minor units.</summary>
    public required long Value { get; init; }

    /// <summary>When it was closed.</summary>
    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>Who closed it.</summary>
    public Guid? ClosedBy { get; init; }

    /// <summary>When it was opened again; nothing while it is closed.</summary>
    public DateTimeOffset? ReopenedAt { get; set; }
}
