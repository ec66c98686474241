using System.Globalization;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory;

/// <summary>Says what a place is.</summary>
public static class PlaceWords
{
    /// <summary>“Fair, 27 November to 29 November 2026”, “Gallery”, “Studio, the usual place”.</summary>
    public static string Of(LocationItem place)
    {
        var words = Of(place.Kind);
        if (place is { FirstDay: { } first, LastDay: { } last }) words += ", " + WhenWords.Of(new Period(first, last));
        if (place.Share is { } share) words += $", keeps {share.ToString("0.##", CultureInfo.InvariantCulture)} %";
        return place.IsDefault ? words + ", the usual place" : words;
    }

    /// <summary>A kind in a word or two.</summary>
    public static string Of(LocationKind kind) => kind switch
    {
        LocationKind.Fair => "Fair",
        LocationKind.Gallery => "Gallery on consignment",
        _ => "Studio",
    };

    /// <summary>How many pieces: “12 pieces”, “1 piece”, “none”; more left than came is below zero.</summary>
    public static string Pieces(long count) =>
        count switch { 0 => "none", 1 => "1 piece", _ => (count < 0 ? "−" : "") + Math.Abs(count).ToString("N0", CultureInfo.InvariantCulture) + " pieces" };

    /// <summary>A day as date fields write it.</summary>
    public static string? Field(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
