namespace ArtisansCorner.Analytics;

/// <summary>One day of an item, as far as it tells how fast the item sells.</summary>
/// <param name="Opened">How many there were when the day began; nothing where nobody had counted yet.</param>
/// <param name="CameIn">Whether pieces came in on this day.</param>
/// <param name="NetUnits">Pieces sold − pieces given back.</param>
public readonly record struct StockDay(long? Opened, bool CameIn, long NetUnits)
{
    /// <summary>Both items' day, taken together.</summary>
    public static StockDay operator +(StockDay one, StockDay other) => new(
        one.Opened is null && other.Opened is null ? null : (one.Opened ?? 0) + (other.Opened ?? 0), one.CameIn || other.CameIn, one.NetUnits + other.NetUnits);
}

/// <summary>How long what is there will last at the pace of the last days.</summary>
public static class DaysOfStock
{
    /// <summary>
    /// The days on which it could be bought. A day counts unless it began with none, nothing came in and nothing was sold or given back;
    /// a day before anybody counted counts from the first sale on.
    /// </summary>
    public static int DaysOnSale(IReadOnlyList<StockDay> days)
    {
        var (count, sold) = (0, false);
        foreach (var day in days)
        {
            sold |= day.NetUnits > 0;
            if (day.Opened > 0 || day.CameIn || day.NetUnits != 0 || (day.Opened is null && sold)) count++;
        }

        return count;
    }

    /// <summary>Available ÷ mean daily net units of the days it could be bought, to one decimal; 0 where none is left, nothing where none was sold.</summary>
    public static decimal? Of(long available, IReadOnlyList<StockDay> days)
    {
        if (available <= 0) return 0;
        var sold = days.Sum(day => day.NetUnits);
        return sold <= 0 ? null : decimal.Round((decimal)available * DaysOnSale(days) / sold, 1, MidpointRounding.AwayFromZero);
    }
}
