using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Analytics;

/// <summary>What a month is to bring in net sales; it holds for the months after it until another says otherwise.</summary>
public sealed class Goal : IBelongsToShop
{
    /// <summary>No goal is higher, in minor units.</summary>
    public const long Most = 1_000_000_000_000;

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The first day of the first month it holds for.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Net sales of each month, in minor units; nothing: from this month on there is no goal.</summary>
    public long? NetSales { get; set; }

    /// <summary>When it was set.</summary>
    public required DateTimeOffset SetAt { get; set; }

    /// <summary>Who set it.</summary>
    public Guid? SetBy { get; set; }
}
