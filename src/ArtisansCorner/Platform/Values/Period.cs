namespace ArtisansCorner.Platform.Values;

/// <summary>A range of business days, both ends included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, not before the first.</param>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    /// <summary>How many days it has.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Whether this day is in it.</summary>
    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>Whether all days of another period are in it.</summary>
    public bool Contains(Period other) => Contains(other.From) && Contains(other.To);

    /// <summary>Every day in it, in order.</summary>
    public IEnumerable<DateOnly> EachDay()
    {
        for (var day = From; day <= To; day = day.AddDays(1)) yield return day;
    }
}
