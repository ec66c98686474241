namespace ArtisansCorner.Webhooks;

/// <summary>When a delivery that failed is tried again: later each time, and not all at the same moment.</summary>
public static class RetryTimes
{
    /// <summary>After so long of nothing but failures a subscription is switched off.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    private const double Spread = 0.2;

    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    /// <summary>How long to wait after so many tries, give or take a tenth by a chance from 0 to 1; nothing when it is given up.</summary>
    public static TimeSpan? After(int attempts, double chance) =>
        attempts <= Pauses.Length ? Pauses[attempts - 1] * (1 - Spread / 2 + Spread * chance) : null;
}
