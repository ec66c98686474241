using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Catalog;

/// <summary>What is sold; its variants carry code, price and threshold.</summary>
public sealed class Product : IBelongsToShop
{
    /// <summary>No search text is longer; cut, for some letters become many when they are normalized.</summary>
    public const int LongestSearch = 600;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Whose work it is.</summary>
    public Guid? MakerId { get; set; }

    /// <summary>Its name.</summary>
    public required string Name
    {
        get;
        set
        {
            field = value;
            NameSearch = SearchText.Of(value).UpTo(LongestSearch);
        }
    }

    /// <summary>Its name as searches compare it.</summary>
    public string NameSearch { get; private set; } = "";

    /// <summary>What kind of thing it is, such as “Mugs”; nothing where nobody said.</summary>
    public string? Category
    {
        get;
        set
        {
            field = value;
            CategoryKey = value is null ? null : KeyOf(value);
        }
    }

    /// <summary>Its category as it is compared.</summary>
    public string? CategoryKey { get; private set; }

    /// <summary>What is said of it to buyers, as plain text; nothing where nobody said.</summary>
    public string? Description { get; set; }

    /// <summary>How it is offered.</summary>
    public ProductStatus Status { get; set; }

    /// <summary>Whether it is a material: used up to make things, and not for sale. Its one variant says how it is measured.</summary>
    public bool IsMaterial { get; init; }

    /// <summary>Counts its changes, so that two people do not overwrite each other.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The import that brought it, or nothing.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who wrote it down.</summary>
    public Guid? CreatedBy { get; init; }

    /// <summary>Through what.</summary>
    public required Through CreatedThrough { get; init; }

    /// <summary>A category or a tag as it is compared: lower case, no outer spaces.</summary>
    public static string KeyOf(string label) => label.Trim().ToLowerInvariant();
}
