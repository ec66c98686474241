using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Shops;

/// <summary>The tenant: everything belongs to exactly one shop.</summary>
public sealed class Shop
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its name in addresses: lower case, unique in the installation.</summary>
    public required string Slug { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }

    /// <summary>The one currency it is kept in.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The IANA name of its time zone.</summary>
    public required string TimeZone { get; set; }

    /// <summary>ISO 3166 code of its country.</summary>
    public required string Country { get; set; }

    /// <summary>The day its weeks start on.</summary>
    public DayOfWeek FirstDayOfWeek { get; set; } = DayOfWeek.Monday;

    /// <summary>The month its fiscal year starts in, 1 to 12.</summary>
    public int FiscalYearStartMonth { get; set; } = 1;

    /// <summary>At or under how many pieces an item without its own threshold is low.</summary>
    public long DefaultThreshold { get; set; } = 3;

    /// <summary>Counts its changes, so that two people do not overwrite each other.</summary>
    public int Version { get; set; } = 1;

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What every part of the product needs to know of it.</summary>
    public ShopFacts Facts => new(Id, Slug, Name, Currency, TimeZone, Country, FirstDayOfWeek, FiscalYearStartMonth, DefaultThreshold);
}
