using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory.Reserving;

/// <summary>
/// Pieces, or an amount of a material, that are promised and still here: a commission, a gallery, a fair, a gift for later. They stay on
/// hand until they are sold or moved; until the reservation is closed they are committed, and not available for anything else.
/// </summary>
public sealed class Reservation : IBelongsToShop
{
    /// <summary>No reason is longer.</summary>
    public const int LongestReason = 200;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>What is set aside.</summary>
    public required Guid VariantId { get; init; }

    /// <summary>How many pieces, or grains of a material.</summary>
    public required long Quantity { get; set; }

    /// <summary>The unit it was written in; nothing: pieces, or the unit the material is used in.</summary>
    public string? Unit { get; set; }

    /// <summary>What it is for.</summary>
    public required string Reason { get; set; }

    /// <summary>By which day it is wanted.</summary>
    public DateOnly? WantedOn { get; set; }

    /// <summary>When it was handed over or given up; nothing while it is set aside.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Counts its changes.</summary>
    public int Version { get; set; } = 1;

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>Through what.</summary>
    public required Through RecordedThrough { get; init; }
}
