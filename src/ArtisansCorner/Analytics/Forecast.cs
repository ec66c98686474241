namespace ArtisansCorner.Analytics;

/// <summary>
/// Exponential smoothing of daily amounts with a weekly season: ETS(A,N,A) of Hyndman, Koehler, Ord and Snyder, “Forecasting with
/// Exponential Smoothing” (2008), chapter 6. Level and season are smoothed by α and γ, chosen from a grid
/// by the least squared errors of two weeks together, seen from each week of the past: what is asked for are sums, not single days.
/// The variance of the sum of h days is σ² Σₖ₌₁ʰ (1 + Σⱼ₌₁ʰ⁻ᵏ cⱼ)² with cⱼ = α + γ·[j is a multiple of 7];
/// σ² is that of single days, or what the misses of two weeks imply where that is more: levels wander more than a day shows.
/// The interval reaches as far as four misses in five did, in standard deviations, and no less than the normal's 1.28 (split conformal
/// prediction, Lei et al. 2018): shops sell in heavier tails than the normal.
/// With two years of days or more, amounts are first divided by the mean share of their month in its year.
/// docs/forecast.md says how well it did.
/// </summary>
public static class Forecast
{
    private const int Week = 7;
    private const int Judged = 2 * Week;
    private const int FewestDays = 56;
    private const int YearDays = 365;
    private const double Normal80 = 1.2816;
    private const double Covered = 0.8;

    private static readonly double[] Alphas = [0.02, 0.05, 0.1, 0.2, 0.3, 0.5];
    private static readonly double[] Gammas = [0, 0.02, 0.05, 0.1, 0.2];

    /// <summary>What the days after the last of these will bring together; nothing while there are fewer than eight weeks to learn from.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="days">The amount of each day from then on, none left out.</param>
    /// <param name="ahead">How many days to look ahead.</param>
    public static Outlook? Of(DateOnly first, IReadOnlyList<long> days, int ahead)
    {
        if (days.Count < FewestDays || ahead < 1) return null;
        var months = MonthShares(first, days);
        double[] even = [.. days.Select((amount, i) => amount / months[first.AddDays(i).Month - 1])];
        var best = Alphas.SelectMany(alpha => Gammas.Select(gamma => Smoothed.Of(even, alpha, gamma))).MinBy(smoothed => smoothed.SquaredMisses)!;
        var (expected, variance) = (0.0, 0.0);
        for (var k = 1; k <= ahead; k++)
        {
            var month = months[first.AddDays(days.Count + k - 1).Month - 1];
            expected += month * best.At(days.Count + k - 1);
            variance += month * month * Weight(ahead - k, best.Alpha, best.Gamma) * best.Variance;
        }

        var spread = best.Reach * Math.Sqrt(variance);
        return new Outlook(expected, expected - spread, expected + spread);
    }

    // How much of a day's squared error is in a sum that goes on for so many days after it.
    private static double Weight(int after, double alpha, double gamma)
    {
        var weight = 1 + Enumerable.Range(1, after).Sum(j => alpha + (j % Week == 0 ? gamma : 0));
        return weight * weight;
    }

    // The mean of a month's days over the mean of the twelve months around it, averaged over whole years; 1 where there are not two of them.
    private static double[] MonthShares(DateOnly first, IReadOnlyList<long> days)
    {
        var shares = Enumerable.Repeat(1.0, 12).ToArray();
        var years = days.Count / YearDays;
        if (years < 2) return shares;
        for (var month = 1; month <= 12; month++)
        {
            var ratios = new List<double>();
            for (var year = 0; year < years; year++)
            {
                var end = days.Count - year * YearDays;
                var window = Enumerable.Range(end - YearDays, YearDays).ToList();
                var (mean, mine) = (window.Average(i => days[i]), window.Where(i => first.AddDays(i).Month == month).Average(i => days[i]));
                if (mean > 0) ratios.Add(mine / mean);
            }

            if (ratios.Count > 0) shares[month - 1] = Math.Clamp(ratios.Average(), 0.25, 4);
        }

        return shares;
    }

    private sealed record Smoothed(double Alpha, double Gamma, double Level, double[] Season, double SquaredMisses, double Variance, double Reach)
    {
        public static Smoothed Of(double[] days, double alpha, double gamma)
        {
            // Two weeks say where it starts; the next two are learned from without being judged.
            var level = days.Take(2 * Week).Average();
            double[] season = [.. Enumerable.Range(0, Week).Select(i => (days[i] + days[i + Week]) / 2 - level)];
            var (errors, counted, missed) = (0.0, 0, new List<double>());
            for (var i = 2 * Week; i < days.Length; i++)
            {
                var learned = i >= 4 * Week;
                if (learned && i % Week == 0 && i + Judged <= days.Length)
                {
                    var miss = Enumerable.Range(i, Judged).Sum(day => days[day] - level - season[day % Week]);
                    missed.Add(miss);
                }

                var error = days[i] - level - season[i % Week];
                level += alpha * error;
                season[i % Week] += gamma * error;
                if (!learned) continue;
                errors += error * error;
                counted++;
            }

            var (misses, weights) = (missed.Sum(miss => miss * miss), Enumerable.Range(0, Judged).Sum(after => Weight(after, alpha, gamma)));
            var variance = Math.Max(misses / Math.Max(1, missed.Count) / weights, errors / Math.Max(1, counted - 2));
            return new Smoothed(alpha, gamma, level, season, misses, variance, ReachOf(missed, Math.Sqrt(variance * weights)));
        }

        // How many standard deviations four misses in five are within, of as many as there will be with the next.
        private static double ReachOf(List<double> misses, double deviation)
        {
            var rank = (int)Math.Ceiling((misses.Count + 1) * Covered);
            return rank > misses.Count || deviation == 0 ? Normal80 : Math.Max(Normal80, misses.Select(Math.Abs).Order().ElementAt(rank - 1) / deviation);
        }

        public double At(int day) => Level + Season[day % Week];
    }
}
