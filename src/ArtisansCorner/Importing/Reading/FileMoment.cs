namespace ArtisansCorner.Importing.Reading;

/// <summary>Which of day, month and year a file writes first, where it writes all as numbers.</summary>
public enum DateOrder
{
    /// <summary>31/12/2026.</summary>
    DayFirst,

    /// <summary>12/31/2026.</summary>
    MonthFirst,

    /// <summary>26-12-31, where the year has two digits.</summary>
    YearFirst,
}

/// <summary>A moment as a file gives it: on the shop's clock, or the day alone.</summary>
/// <param name="At">The wall clock in the shop.</param>
/// <param name="DayOnly">Whether the time of day is not known.</param>
public readonly record struct FileMoment(DateTime At, bool DayOnly);
