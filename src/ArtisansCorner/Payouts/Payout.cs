using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;

namespace ArtisansCorner.Payouts;

/// <summary>Money that arrived from a channel, as the channel tells of it.</summary>
public sealed class Payout : IBelongsToShop, IFromChannel
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Who sent it.</summary>
    public required Guid ChannelId { get; init; }

    /// <summary>What the channel calls it, or what it is told apart by; unique in the channel.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The business day it was sent on.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How much, in minor units; negative when the channel took money back.</summary>
    public required long Amount { get; init; }

    /// <summary>The last digits of the account it went to, where they are known.</summary>
    public string? Account { get; init; }

    /// <summary>The import that brought it, or nothing.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid? RecordedBy { get; init; }

    /// <summary>Through what.</summary>
    public required Through RecordedThrough { get; init; }
}
