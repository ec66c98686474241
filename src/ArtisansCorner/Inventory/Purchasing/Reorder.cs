namespace ArtisansCorner.Inventory.Purchasing;

/// <summary>
/// When to order and how much. Demand and its deviation are of the last 90 days, per day; lead time is in days.
/// Reorder point = demand × lead + z × deviation × √lead (safety stock for 95 of 100 arrivals in time: z = 1.645); see Silver, Pyke and
/// Thomas, <em>Inventory and Production Management in Supply Chains</em>, for normal demand over a fixed lead time.
/// </summary>
public static class Reorder
{
    /// <summary>Over how many days demand is looked at.</summary>
    public const int Days = 90;

    // What is ordered lasts this long beyond its arrival.
    private const int CoverDays = 30;
    private const double Z = 1.645;

    /// <summary>At or under how much to order: shape <c>demand·L + z·σ·√L</c>, rounded up.</summary>
    /// <param name="perDay">How much leaves a day, on average.</param>
    /// <param name="deviation">The standard deviation of that.</param>
    /// <param name="leadDays">How many days pass until it arrives.</param>
    public static long PointOf(double perDay, double deviation, int leadDays) => (long)Math.Min(Math.Ceiling((perDay * leadDays) + (Z * deviation * Math.Sqrt(leadDays)) - 1e-9), 1e17);

    /// <summary>How much to order so that, when it arrives, it lasts a month: up to the reorder point and 30 days of demand, less what is there and to come, in whole packs.</summary>
    public static long QuantityOf(long point, double perDay, long available, long pack)
    {
        var wanted = point + Math.Min(Math.Ceiling(perDay * CoverDays), 1e17) - available;
        return wanted <= 0 ? 0 : (long)Math.Ceiling(wanted / pack) * pack;
    }

    /// <summary>Mean and standard deviation of what left on each of so many days; days without any are zero.</summary>
    public static (double Mean, double Deviation) Of(IReadOnlyCollection<long> amounts, int days)
    {
        var mean = amounts.Sum(amount => (double)amount) / days;
        var squares = amounts.Sum(amount => (amount - mean) * (amount - mean)) + ((days - amounts.Count) * mean * mean);
        return (mean, Math.Sqrt(squares / days));
    }
}
