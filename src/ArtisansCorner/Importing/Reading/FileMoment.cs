namespace ArtisansCorner.Importing.Reading;

/// <summary>Which of day and month a file writes first, where it writes both as numbers.</summary>
public enum DateOrder
{
    /// <summary>31/12/2026.</summary>
    DayFirst,

    /// <summary>12/31/2026.</summary>
    MonthFirst,
}

/// <summary>A moment as a file gives it: on the shop's clock, or the day alone.</summary>
/// <param name="At">The wall clock in the shop.</param>
/// <param name="DayOnly">Whether the time of day is not known.</param>
public readonly record struct FileMoment(DateTime At, bool DayOnly);
