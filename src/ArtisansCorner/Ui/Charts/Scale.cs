namespace ArtisansCorner.Ui.Charts;

/// <summary>An axis with round steps: it covers the values, always holds zero, and maps a value to a place.</summary>
/// <param name="Low">The lowest tick.</param>
/// <param name="High">The highest tick, above <paramref name="Low" />.</param>
/// <param name="Step">The distance between ticks: 1, 2 or 5 times a power of ten.</param>
public readonly record struct Scale(double Low, double High, double Step)
{
    /// <summary>The scale with about this many steps that covers zero and every value; whole steps of at least 1.</summary>
    public static Scale Over(IEnumerable<double> values, int about)
    {
        double low = 0, high = 0;
        foreach (var value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (low == high) high = about;
        var step = RoundStep((high - low) / about);
        return new Scale(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step);
    }

    /// <summary>Every tick from low to high.</summary>
    public IEnumerable<double> Ticks
    {
        get
        {
            var count = (int)Math.Round((High - Low) / Step);
            for (var i = 0; i <= count; i++) yield return Low + i * Step;
        }
    }

    /// <summary>Where the value lies when low is drawn at <paramref name="atLow" /> and high at <paramref name="atHigh" />.</summary>
    public double Map(double value, double atLow, double atHigh) => atLow + (value - Low) / (High - Low) * (atHigh - atLow);

    private static double RoundStep(double atLeast)
    {
        if (atLeast <= 1) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(atLeast)));
        var digit = atLeast / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }
}
