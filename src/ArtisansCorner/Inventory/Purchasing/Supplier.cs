using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>Who materials and goods are bought from.</summary>
public sealed class Supplier : IBelongsToShop
{
    /// <summary>No name is longer.</summary>
    public const int LongestName = 200;

    /// <summary>How many days goods usually take where nobody said.</summary>
    public const int UsualLeadDays = 7;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>The name as it is compared.</summary>
    public required string NameKey { get; set; }

    /// <summary>Where orders are sent.</summary>
    public string? Email { get; set; }

    /// <summary>How many days pass from order to arrival.</summary>
    public int LeadDays { get; set; } = UsualLeadDays;

    /// <summary>Customer number, minimum order and the like.</summary>
    public string? Notes { get; set; }

    /// <summary>When it was put away; nothing while it is used.</summary>
    public DateTimeOffset? PutAwayAt { get; set; }

    /// <summary>Counts its changes.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The form in which names are compared.</summary>
    public static string KeyOf(string name) => name.Trim().ToUpperInvariant();
}
