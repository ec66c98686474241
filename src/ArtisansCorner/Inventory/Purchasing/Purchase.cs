using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>What was ordered from a supplier, and what has to be paid for it. Amounts are minor units.</summary>
public sealed class Purchase : IBelongsToShop
{
    /// <summary>No note is longer.</summary>
    public const int LongestNote = 1000;

    /// <summary>No number of a supplier is longer.</summary>
    public const int LongestReference = 100;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The shop's own number, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Who it is bought from, where that was said.</summary>
    public Guid? SupplierId { get; set; }

    /// <summary>The day it was ordered.</summary>
    public required DateOnly OrderedOn { get; set; }

    /// <summary>The day it should arrive.</summary>
    public DateOnly? ExpectedOn { get; set; }

    /// <summary>The supplier's number.</summary>
    public string? Reference { get; set; }

    /// <summary>What carrying it costs.</summary>
    public long Freight { get; set; }

    /// <summary>Tax that does not come back.</summary>
    public long Tax { get; set; }

    /// <summary>What is taken off.</summary>
    public long Discount { get; set; }

    /// <summary>What the maker wants to remember.</summary>
    public string? Note { get; set; }

    /// <summary>The import that brought it, or nothing.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>When what had not come yet was called off; nothing while it may still come.</summary>
    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>Counts its changes.</summary>
    public int Version { get; set; } = 1;

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>Through what.</summary>
    public required Through RecordedThrough { get; init; }
}

/// <summary>One thing that is bought. Amounts are minor units.</summary>
public sealed class PurchaseLine : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Its purchase.</summary>
    public required Guid PurchaseId { get; init; }

    /// <summary>Its place in it, from 0.</summary>
    public required int Place { get; init; }

    /// <summary>What is bought.</summary>
    public required Guid VariantId { get; init; }

    /// <summary>How many pieces, or grains of a material.</summary>
    public required long Quantity { get; init; }

    /// <summary>The unit it was written in.</summary>
    public string? Unit { get; init; }

    /// <summary>What all of it costs, before freight, tax and discount.</summary>
    public required long Cost { get; init; }

    /// <summary>How much of it came.</summary>
    public long Received { get; set; }

    /// <summary>How much of it is still to come.</summary>
    public long Incoming { get; set; }
}
