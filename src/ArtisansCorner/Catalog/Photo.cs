using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Catalog;

/// <summary>A photo of a product, kept in two sizes in the file store; the one with the lowest place is shown in lists.</summary>
public sealed class Photo : IBelongsToShop
{
    /// <summary>How many a product may have.</summary>
    public const int MostOfProduct = 12;

    /// <summary>How many bytes a file that is brought may have.</summary>
    public const long Largest = 20 * 1024 * 1024;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The product that it shows.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>Its place among the product's photos.</summary>
    public required int Place { get; set; }

    /// <summary>The file of the large size.</summary>
    public required Guid LargeFile { get; init; }

    /// <summary>The file of the small square.</summary>
    public required Guid SmallFile { get; init; }

    /// <summary>The width of the large size, in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>The height of the large size, in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>When it was brought.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Who brought it.</summary>
    public Guid? AddedBy { get; init; }

    /// <summary>When it was taken off; it can be put back for some days.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}

/// <summary>The sizes of a photo.</summary>
public enum PhotoSize
{
    /// <summary>A square for lists.</summary>
    Small,

    /// <summary>For looking at it.</summary>
    Large,
}
