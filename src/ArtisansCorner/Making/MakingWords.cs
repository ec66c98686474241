using System.Globalization;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Making;

/// <summary>Says how much, how long and what it costs.</summary>
public static class MakingWords
{
    /// <summary>“45 min”, “1 h 30 min”.</summary>
    public static string Time(int minutes) => minutes < 60 ? $"{minutes} min" : minutes % 60 == 0 ? $"{minutes / 60} h" : $"{minutes / 60} h {minutes % 60} min";

    /// <summary>An amount with parts of a minor unit, such as 240.3 of one, rounded half up.</summary>
    public static Money Rounded(decimal minor, ShopFacts shop) => new((long)decimal.Round(minor, MidpointRounding.AwayFromZero), shop.Currency);

    /// <summary>“63 %”.</summary>
    public static string Share(decimal share) => share.ToString("0 %", CultureInfo.InvariantCulture).Replace('-', '−').Replace(' ', '\u00A0');

    /// <summary>Where a cost comes from; nothing where it is what lies on the shelf.</summary>
    public static string? Of(CostSource source) => source switch
    {
        CostSource.Recipe => "by its recipe",
        CostSource.LastPaid => "as last paid",
        CostSource.Unknown => "cost not known yet",
        _ => null,
    };

    /// <summary>Why a material moved.</summary>
    public static string Of(StockReason reason) => reason switch
    {
        StockReason.Received => "bought",
        StockReason.Made => "made",
        StockReason.Used => "used",
        StockReason.Counted => "counted",
        StockReason.Damaged => "spoiled",
        StockReason.Gift => "given away",
        _ => "moved",
    };
}
