using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing;

/// <summary>One table of an import, and how it is read.</summary>
/// <param name="Part">Its number, from 0.</param>
/// <param name="Name">What it is called in the upload.</param>
/// <param name="Format">What it is.</param>
/// <param name="FormatName">That, for people.</param>
/// <param name="Confidence">How sure that is, in percent.</param>
/// <param name="Why">Why, in a sentence.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Headings">Its headings.</param>
/// <param name="Mapping">For our headings, which of its stand for them, where a person said so.</param>
/// <param name="Dates">Which of day and month comes first in its dates.</param>
/// <param name="DecimalMark">“.” or “,”.</param>
/// <param name="Currency">The currency its amounts without a sign are in; nothing for the shop's.</param>
/// <param name="SignsAreWrong">Whether all amounts are in that currency, whatever signs they bear, as a person said.</param>
/// <param name="TimeZone">The time zone of its times; nothing for the shop's.</param>
/// <param name="Chosen">Whether a person said how it is to be read.</param>
/// <param name="Candidates">What it may be, where a person must say which.</param>
/// <param name="Problem">Why nothing of it goes in.</param>
/// <param name="Otherwise">The format that it may be read as too, where that is for a person to say: payments as sales, or their money alone.</param>
public sealed record PartDetails(
    int Part, string Name, string? Format, string? FormatName, int Confidence, string? Why, int Rows, IReadOnlyList<string> Headings, IReadOnlyDictionary<string, string>? Mapping,
    DateOrder? Dates, string? DecimalMark, string? Currency, bool SignsAreWrong, string? TimeZone, bool Chosen, IReadOnlyList<FormatCandidate> Candidates, string? Problem, string? Otherwise)
{
    internal static PartDetails Of(ImportPart part, PartChoice choice) => new(
        part.Index, part.Name, part.Format, RecognizeFormat.Find(part.Format)?.Name, part.Confidence, part.Why, part.Rows, part.Headings, part.Mapping,
        part.Habits?.Dates, part.Habits?.DecimalMark.ToString(), part.Habits?.Currency, part.Habits?.SignsAreWrong ?? false, part.Habits?.Clock,
        choice is { Dates: not null } or { DecimalMark: not null } or { Currency: not null } or { SignsAreWrong: not null } or { TimeZone: not null } or { Format: not null, Part: not null }, part.Candidates, part.Problem, RecognizeFormat.Find(part.Format)?.Otherwise);
}
