using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Shops;

/// <summary>How something was before a person changed it on a page, kept for as long as that page offers to undo it.</summary>
public sealed class UndoStep : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Whose change it was: nobody else undoes it.</summary>
    public required Guid UserId { get; init; }

    /// <summary>What kind of change it was, by the name of what is kept of it.</summary>
    public required string Kind { get; init; }

    /// <summary>How it was, as JSON.</summary>
    public required string Before { get; init; }

    /// <summary>The page of the shop that it was changed on.</summary>
    public required string Back { get; init; }

    /// <summary>When it was changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
