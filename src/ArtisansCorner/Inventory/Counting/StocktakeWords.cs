using System.Globalization;
using ArtisansCorner.Catalog;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Inventory.Counting;

/// <summary>Says what is counted, and how far that is.</summary>
public static class StocktakeWords
{
    /// <summary>What can be counted, with what it is called.</summary>
    public static IReadOnlyList<(CountedKind Kind, string Words)> Kinds { get; } = [(CountedKind.Everything, "Everything"), (CountedKind.Products, "Products"), (CountedKind.Materials, "Materials")];

    /// <summary>“Studio, 24 Nov 2026”.</summary>
    public static string Title(StocktakeItem stocktake, ShopZone zone) => $"{stocktake.Location}, {zone.DayOf(stocktake.StartedAt).ToString("d MMM yyyy", CultureInfo.InvariantCulture)}";

    /// <summary>“Products”.</summary>
    public static string Of(CountedKind kind) => Kinds.First(one => one.Kind == kind).Words;

    /// <summary>“Going on”, “Finished”.</summary>
    public static string Of(StocktakeState state) => state switch
    {
        StocktakeState.Open => "Going on",
        StocktakeState.Finished => "Finished",
        _ => "Taken back",
    };

    /// <summary>“12 of 40 counted, 3 differ”, or without how many there are to count “12 counted, 3 differ”.</summary>
    public static string Progress(StocktakeItem stocktake, int? of = null)
    {
        var counted = string.Create(CultureInfo.InvariantCulture, $"{stocktake.Counted:N0}{(of is null ? "" : $" of {of:N0}")} counted");
        return stocktake.Differing switch { 0 => counted, 1 => counted + ", 1 differs", var many => string.Create(CultureInfo.InvariantCulture, $"{counted}, {many:N0} differ") };
    }

    /// <summary>“+2”, “−350 g”.</summary>
    public static string Difference(StocktakeLineItem line) => (line.Difference > 0 ? "+" : "") + Unit.Words(line.Difference, line.Unit);
}
