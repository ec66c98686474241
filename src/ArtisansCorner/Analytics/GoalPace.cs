using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Analytics;

/// <summary>How a month stands against its goal. Amounts are minor units.</summary>
/// <param name="Goal">What it is to bring.</param>
/// <param name="SoFar">What it has brought.</param>
/// <param name="Due">What it should have brought by the end of today, every day bringing the same.</param>
/// <param name="Expected">What it will probably have brought by its end; nothing while there is too little to learn from.</param>
public sealed record GoalPace(long Goal, long SoFar, long Due, long? Expected)
{
    /// <summary>By how much it is ahead; less than nothing: behind.</summary>
    public long Ahead => SoFar - Due;

    /// <summary>The share of the goal that is reached.</summary>
    public decimal Reached => Shares.Of(SoFar, Goal) ?? 0;

    /// <summary>The pace of a month on one of its days: goal × days gone, today included, ÷ days of the month, to the nearest minor unit.</summary>
    public static GoalPace Of(long goal, Period month, DateOnly today, long soFar, long? expected)
    {
        var gone = Math.Clamp(today.DayNumber - month.From.DayNumber + 1, 0, month.Days);
        return new GoalPace(goal, soFar, (long)decimal.Round((decimal)goal * gone / month.Days, 0, MidpointRounding.AwayFromZero), expected);
    }
}
