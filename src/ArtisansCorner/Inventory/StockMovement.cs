using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory;

/// <summary>Why stock moved; stored by number.</summary>
public enum StockReason
{
    /// <summary>Bought or brought in.</summary>
    Received = 1,

    /// <summary>Made here.</summary>
    Made = 2,

    /// <summary>Used to make something else.</summary>
    Used = 3,

    /// <summary>Sold.</summary>
    Sold = 4,

    /// <summary>Given back by a customer and put on the shelf again.</summary>
    Returned = 5,

    /// <summary>Carried from one location to another.</summary>
    Moved = 6,

    /// <summary>Set right by a count.</summary>
    Counted = 7,

    /// <summary>Broken or spoiled.</summary>
    Damaged = 8,

    /// <summary>Given away.</summary>
    Gift = 9,
}

/// <summary>One immutable row of the stock ledger: what, where, how many, why. A level is the sum of these, always.</summary>
public sealed class StockMovement : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>What moved.</summary>
    public required Guid VariantId { get; init; }

    /// <summary>Where.</summary>
    public required Guid LocationId { get; init; }

    /// <summary>How many pieces came (positive) or went (negative).</summary>
    public required long Quantity { get; init; }

    /// <summary>What all of it cost, in minor units, where who booked it in said so; of what a batch made, the work and the studio alone.</summary>
    public long? Cost { get; init; }

    /// <summary>By how much the movement changed the value of the stock, in minor units; worked out again when something earlier turns up.</summary>
    public required long Value { get; set; }

    /// <summary>What pieces that had left before it came cost more, or less, than was thought, in minor units.</summary>
    public long TrueUp { get; set; }

    /// <summary>How many of those that left had not come yet, while nothing was known of their cost.</summary>
    public long Missing { get; set; }

    /// <summary>Why.</summary>
    public required StockReason Reason { get; init; }

    /// <summary>The fact that caused it: a sale, a refund, a batch, the movement that it takes back; nothing when a person moved it.</summary>
    public Guid? CauseId { get; init; }

    /// <summary>Of pieces that a customer gave back: the movement they had left with.</summary>
    public Guid? ReturnsId { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The business day it happened on.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>Through what.</summary>
    public required Through RecordedThrough { get; init; }
}
