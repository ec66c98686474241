using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Importing.Matching;

/// <summary>What a person said a title means: a product of the shop, or none of them. Files that bring the title again are not asked about it.</summary>
public sealed class ProductAlias : IBelongsToShop
{
    /// <summary>No title is longer.</summary>
    public const int LongestTitle = 300;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The channel that calls it so; nothing: any.</summary>
    public Guid? ChannelId { get; init; }

    /// <summary>The title as files write it.</summary>
    public required string Title { get; init; }

    /// <summary>The title as it is compared, see <see cref="TitleText.KeyOf"/>.</summary>
    public required string TitleKey { get; init; }

    /// <summary>What it is; nothing: none of the shop's products.</summary>
    public Guid? VariantId { get; init; }

    /// <summary>The import on whose preview it was said, or nothing.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who said it.</summary>
    public Guid? CreatedBy { get; init; }
}
