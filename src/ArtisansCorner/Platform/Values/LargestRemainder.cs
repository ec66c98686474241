namespace ArtisansCorner.Platform.Values;

/// <summary>Splits an amount so that the parts always sum to the whole (Hamilton's method of largest remainders).</summary>
public static class LargestRemainder
{
    /// <summary>
    /// Shares <paramref name="whole"/> (minor units, ≥ 0) in proportion to <paramref name="weights"/> (each ≥ 0):
    /// everyone gets the floor of the exact share, what is left goes by one unit to the largest remainders, ties to the first.
    /// With no weight at all it is shared evenly; with no one to share, nothing is returned.
    /// </summary>
    public static long[] Split(long whole, IReadOnlyList<long> weights)
    {
        if (weights.Count == 0) return [];
        var total = weights.Aggregate((Int128)0, (sum, weight) => sum + weight);
        if (total == 0) return Split(whole, [.. Enumerable.Repeat(1L, weights.Count)]);

        var parts = new long[weights.Count];
        var remainders = new (Int128 Remainder, int Index)[weights.Count];
        var left = whole;
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = (Int128)whole * weights[i];
            parts[i] = (long)(exact / total);
            remainders[i] = (exact % total, i);
            left -= parts[i];
        }

        Array.Sort(remainders, (a, b) => a.Remainder != b.Remainder ? b.Remainder.CompareTo(a.Remainder) : a.Index.CompareTo(b.Index));
        for (var i = 0; i < left; i++) parts[remainders[i].Index]++;
        return parts;
    }
}
