using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Customers;

/// <summary>How a shop stood when its customers were scored: while neither has changed, the scores are right.</summary>
public sealed class CustomerScoring : IBelongsToShop
{
    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The shop's revision that this scoring left behind.</summary>
    public long Revision { get; set; }

    /// <summary>The business day, sales up to which were counted.</summary>
    public DateOnly Day { get; set; }
}
