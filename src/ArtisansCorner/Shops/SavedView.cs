using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Shops;

/// <summary>A page with its filters and days under a name, so that members of the shop find it again and send each other there.</summary>
public sealed class SavedView : IBelongsToShop
{
    /// <summary>No name is longer.</summary>
    public const int LongestName = 80;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>Where it leads, inside the shop: a page and its query, such as <c>analytics?period=28d</c>.</summary>
    public required string Address { get; init; }

    /// <summary>When it was saved.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who saved it.</summary>
    public Guid? CreatedBy { get; init; }

    /// <summary>When it was taken away; it can be brought back.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
