namespace ArtisansCorner.Importing.Reading;

/// <summary>How a whole file writes its dates and amounts.</summary>
/// <param name="Rows">How many rows it has below the heading.</param>
/// <param name="Dates">Which of day and month comes first.</param>
/// <param name="DatesAreSure">Whether some date says so; else the shop's country decided.</param>
/// <param name="DatesMatter">Whether some date could be read in two ways.</param>
/// <param name="DecimalMark">“.” or “,”.</param>
public sealed record FileHabits(int Rows, DateOrder Dates, bool DatesAreSure, bool DatesMatter, char DecimalMark);
