using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Sales;

/// <summary>A buyer, known by e-mail or by a channel's identity.</summary>
public sealed class Customer : IBelongsToShop
{
    /// <summary>No search text is longer; cut, for some letters become many when they are normalized.</summary>
    public const int LongestSearch = 800;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>The buyer's name.</summary>
    public string? Name { get; set; }

    /// <summary>The e-mail as it was given.</summary>
    public string? Email { get; set; }

    /// <summary>The e-mail as it is compared: lower case; unique in the shop.</summary>
    public string? EmailKey { get; set; }

    /// <summary>The channel that knows the buyer by <see cref="ExternalId"/>.</summary>
    public Guid? ChannelId { get; init; }

    /// <summary>Who the buyer is to that channel; unique in it.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Country, as a code of ISO 3166 or as the file names it.</summary>
    public string? Country { get; set; }

    /// <summary>State, county or province.</summary>
    public string? Region { get; set; }

    /// <summary>Town.</summary>
    public string? City { get; set; }

    /// <summary>Postcode.</summary>
    public string? Postcode { get; set; }

    /// <summary>Name and e-mail as searches compare them.</summary>
    public string Search { get; set; } = "";

    /// <summary>The import that brought the buyer, or nothing.</summary>
    public Guid? ImportId { get; init; }

    /// <summary>When the buyer was written down.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>An e-mail as it is compared.</summary>
    public static string? EmailKeyOf(string? email) => string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToLowerInvariant();

    /// <summary>What searches compare.</summary>
    public static string SearchOf(string? name, string? email, string? externalId) => SearchText.Of(name, email, externalId).UpTo(LongestSearch);
}
