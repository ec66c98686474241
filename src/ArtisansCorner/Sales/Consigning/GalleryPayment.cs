using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Sales.Consigning;

/// <summary>Money that a gallery paid of what it owes.</summary>
public sealed class GalleryPayment : IBelongsToShop
{
    /// <summary>No note is longer.</summary>
    public const int LongestNote = 300;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The gallery.</summary>
    public required Guid LocationId { get; init; }

    /// <summary>The business day on which it arrived.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How much, in minor units; more than nothing.</summary>
    public required long Amount { get; init; }

    /// <summary>What the maker wants to remember of it, such as “bank transfer, October”.</summary>
    public string? Note { get; init; }

    /// <summary>When it was taken back as a mistake; nothing while it counts.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>Through what.</summary>
    public required Through RecordedThrough { get; init; }
}
