using ArtisansCorner.Platform.Tenancy;

namespace ArtisansCorner.Inventory;

/// <summary>What a place is; stored by number.</summary>
public enum LocationKind
{
    /// <summary>Where things are made and kept.</summary>
    Studio = 1,

    /// <summary>A fair or a market, for some days.</summary>
    Fair = 2,

    /// <summary>A gallery or a shop that sells on consignment.</summary>
    Gallery = 3,
}

/// <summary>Where stock lies: the studio, a fair, a gallery on consignment.</summary>
public sealed class Location : IBelongsToShop
{
    /// <summary>No name is longer.</summary>
    public const int LongestName = 120;

    /// <summary>No contact is longer.</summary>
    public const int LongestContact = 300;

    /// <summary>The share of a gallery that keeps everything.</summary>
    public const int WholeShare = 10_000;

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc />
    public required Guid ShopId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>Its name as it is compared: lower case; unique in the shop.</summary>
    public required string NameKey { get; set; }

    /// <summary>What it is.</summary>
    public LocationKind Kind { get; set; } = LocationKind.Studio;

    /// <summary>Of a fair: its first day.</summary>
    public DateOnly? FirstDay { get; set; }

    /// <summary>Of a fair: its last day.</summary>
    public DateOnly? LastDay { get; set; }

    /// <summary>Of a gallery: what it keeps of each sale, in hundredths of a percent; nothing while that was not said.</summary>
    public int? Share { get; set; }

    /// <summary>Of a gallery: since when it has pieces on these terms.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>Of a gallery: who to write to there.</summary>
    public string? Contact { get; set; }

    /// <summary>Whether stock moves here when nothing else is said; one location of a shop is.</summary>
    public bool IsDefault { get; init; }

    /// <summary>When it was put away; nothing while it is in use.</summary>
    public DateTimeOffset? PutAwayAt { get; set; }

    /// <summary>Counts its changes, so that nobody's change is lost.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Whether it is a fair that runs on this day.</summary>
    public bool RunsOn(DateOnly day) => PutAwayAt is null && Kind == LocationKind.Fair && FirstDay <= day && day <= LastDay;

    /// <summary>A name as it is compared.</summary>
    public static string KeyOf(string name) => name.Trim().ToLowerInvariant();
}
