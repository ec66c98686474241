using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Platform.Tenancy;

/// <summary>What every part of the product needs to know of a shop to count and show in its terms.</summary>
/// <param name="Id">The shop.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Currency">The one currency it is kept in.</param>
/// <param name="TimeZone">The IANA name of its time zone.</param>
/// <param name="Country">ISO 3166 code of its country.</param>
/// <param name="FirstDayOfWeek">The day its weeks start on.</param>
/// <param name="FiscalYearStartMonth">The month its fiscal year starts in, 1 to 12.</param>
/// <param name="DefaultThreshold">At or under how many pieces an item without its own threshold is low.</param>
public sealed record ShopFacts(
    Guid Id,
    string Slug,
    string Name,
    Currency Currency,
    string TimeZone,
    string Country,
    DayOfWeek FirstDayOfWeek,
    int FiscalYearStartMonth,
    long DefaultThreshold)
{
    /// <summary>The clock of the shop. Not kept in a field, which would count when two shops are compared: answers are remembered by these facts.</summary>
    public ShopZone Zone => ShopZone.Of(TimeZone);
}
