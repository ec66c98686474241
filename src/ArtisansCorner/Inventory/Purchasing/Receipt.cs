using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>One arrival of a purchase, or of a part of it. What came lies in the stock ledger, caused by it.</summary>
public sealed class Receipt : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Its purchase.</summary>
    public required Guid PurchaseId { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Where it was put.</summary>
    public required Guid LocationId { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>When it was taken back; nothing while it stands.</summary>
    public DateTimeOffset? TakenBackAt { get; set; }
}
