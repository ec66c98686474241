using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Catalog;

/// <summary>One change of a product: what it was and what it became, who changed it and through what.</summary>
public sealed class ProductChange : IBelongsToShop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The product.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>The same for all that were changed by one press of a button; nothing for a change alone.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>What it was, see <see cref="ProductState"/>.</summary>
    public required string Before { get; init; }

    /// <summary>What it became.</summary>
    public required string After { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public Guid? By { get; init; }

    /// <summary>Through what.</summary>
    public required Through Through { get; init; }
}
