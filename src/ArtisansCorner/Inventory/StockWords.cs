using System.Globalization;

namespace ArtisansCorner.Inventory;

/// <summary>Says which items a list shows.</summary>
public static class StockWords
{
    /// <summary>What can be shown besides everything, with what it is called.</summary>
    public static IReadOnlyList<(StockShow Show, string Words)> Shows { get; } =
    [
        (StockShow.Low, "Low or out"), (StockShow.Out, "Out"), (StockShow.Oversold, "Oversold"), (StockShow.NotMoving, "Not moving: none in 90 days"),
        (StockShow.TooMany, "Enough for half a year"), (StockShow.Retired, "Retired"),
    ];

    /// <summary>Days of stock as people read them: “4.5”, “31”.</summary>
    public static string Days(decimal days) => decimal.Round(days, days < 10 ? 1 : 0, MidpointRounding.AwayFromZero).ToString("#,0.#", CultureInfo.InvariantCulture);

    /// <summary>“Nothing is running low.”</summary>
    public static string Nothing(StockShow show) => show switch
    {
        StockShow.Low => "Nothing is running low.",
        StockShow.Out => "Nothing is out.",
        StockShow.Oversold => "Nothing is oversold.",
        StockShow.NotMoving => "Everything moves.",
        StockShow.TooMany => "Nothing lies here for half a year.",
        _ => "Nothing is retired.",
    };
}
