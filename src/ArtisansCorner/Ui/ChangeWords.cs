using System.Globalization;

namespace ArtisansCorner.Ui;

/// <summary>How a figure moved against what it is compared with, in words; the arrow says the direction without color.</summary>
/// <param name="Direction">Which way it moved.</param>
/// <param name="Words">By how much, such as “12.4 %” or “2 points”.</param>
public sealed record ChangeWords(Direction Direction, string Words)
{
    /// <summary>The change of an amount or count in percent; “new” where there was nothing before.</summary>
    public static ChangeWords Between(long now, long before)
    {
        if (now == before) return new(Direction.Same, "no change");
        if (before == 0) return new(Direction.New, "new");
        var percent = Math.Abs(100.0 * (now - before) / before);
        var words = percent.ToString(percent >= 1000 ? "N0" : "0.0", CultureInfo.InvariantCulture) + " %";
        return new(now > before ? Direction.Up : Direction.Down, words);
    }

    /// <summary>The change of a share in percentage points; nothing to compare with is “new”.</summary>
    public static ChangeWords Points(double now, double? before)
    {
        if (before is null) return new(Direction.New, "new");
        var points = Math.Round(100 * (now - before.Value), 1);
        if (points == 0) return new(Direction.Same, "no change");
        var words = Math.Abs(points).ToString("0.#", CultureInfo.InvariantCulture) + (Math.Abs(points) == 1 ? " point" : " points");
        return new(points > 0 ? Direction.Up : Direction.Down, words);
    }

    /// <summary>Arrow and words, such as “▲ 12.4 %”.</summary>
    public override string ToString() => Direction switch
    {
        Direction.Up => "▲ " + Words,
        Direction.Down => "▼ " + Words,
        _ => Words,
    };
}

/// <summary>Which way a figure moved.</summary>
public enum Direction
{
    /// <summary>It stayed.</summary>
    Same,

    /// <summary>It rose.</summary>
    Up,

    /// <summary>It fell.</summary>
    Down,

    /// <summary>There was nothing before.</summary>
    New,
}
