using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Reading;

/// <summary>How a whole file writes its dates and amounts.</summary>
/// <param name="Rows">How many rows it has below the heading.</param>
/// <param name="Dates">Which of day and month comes first.</param>
/// <param name="DatesAreSure">Whether some date says so; else the shop's country decided.</param>
/// <param name="DatesMatter">Whether some date could be read in two ways.</param>
/// <param name="DecimalMark">“.” or “,”, as most amounts say; where they say nothing, as in the shop's country.</param>
/// <param name="Currency">What its amounts without a sign are in: as a heading says, as the signs of most say, or as a person said; nothing where it is the shop's.</param>
/// <param name="Clock">The IANA name of the time zone of its times; nothing where they are the shop's.</param>
/// <param name="SignsAreWrong">Whether, as a person said, all amounts are in that currency, whatever signs they bear.</param>
/// <param name="Latest">After this moment on the shop's clock, a day after the file came, nothing of it can have happened.</param>
public sealed record FileHabits(int Rows, DateOrder Dates, bool DatesAreSure, bool DatesMatter, char DecimalMark, string? Currency = null, string? Clock = null, bool SignsAreWrong = false, DateTime? Latest = null)
{
    /// <summary>The same of a file that came now.</summary>
    public FileHabits HeardAt(ShopZone zone, TimeProvider time) => this with { Latest = zone.LocalOf(time.GetUtcNow()).AddDays(1) };
}
