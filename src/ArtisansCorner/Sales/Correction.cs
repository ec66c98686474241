using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Sales;

/// <summary>A sale that was recorded wrongly got another in its place. The wrong one is kept and counts no more; the new one counts on its own day.</summary>
public sealed class Correction : IBelongsToShop
{
    /// <summary>No reason is longer.</summary>
    public const int LongestReason = 500;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The wrong sale; it is corrected once.</summary>
    public required Guid SaleId { get; init; }

    /// <summary>The sale in its place.</summary>
    public required Guid NewSaleId { get; init; }

    /// <summary>What was wrong, in the words of who corrected it.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>Through what.</summary>
    public required Through RecordedThrough { get; init; }
}
