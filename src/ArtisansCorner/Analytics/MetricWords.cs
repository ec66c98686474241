using System.Globalization;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>Numbers of metrics in words, in a shop's currency.</summary>
public sealed class MetricWords(Currency currency)
{
    /// <summary>A metric's number, such as “£4,281.50”, “129” or “33 %”; “n/a” where there is none.</summary>
    public string Say(Metric metric, decimal? value) => (value, metric.Unit) switch
    {
        (null, _) => "n/a",
        ({ } amount, MetricUnit.Money) => Money((long)amount),
        ({ } share, MetricUnit.Percent) => Percent(share) + " %",
        ({ } count, _) => count.ToString("N0", CultureInfo.InvariantCulture),
    };

    /// <summary>The margin of pieces: “33 %”, “not known” while none of them had a cost, “n/a” where nothing was sold.</summary>
    public static string MarginOf(Figures figures) => figures.Margin is not { } margin ? "n/a" : figures.IsCostKnown ? Percent(margin) + " %" : "not known";

    /// <summary>An amount of minor units, such as “£4,281.50”.</summary>
    public string Money(long minor) => new Money(minor, currency).ToString();

    /// <summary>A share in percent without its sign: whole, or with one decimal under ten.</summary>
    public static string Percent(decimal share) =>
        decimal.Round(share * 100, Math.Abs(share) < 0.1m ? 1 : 0, MidpointRounding.AwayFromZero).ToString("#,0.#", CultureInfo.InvariantCulture).Replace('-', '−');
}
