using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats;

/// <summary>
/// Numbers the rows of an upload that have no number of their own, by the hash of what they say and by how often their table said it: two that say the same in
/// one table are two. Tables overlap, as a sheet of each month and one of the year do: what several say is there as often as the one that says it most.
/// </summary>
internal sealed class UnnumberedRows
{
    private HashNumbers? here;
    private HashNumbers? before;
    private HashNumbers formerly = new();

    /// <summary>Hears that a table begins.</summary>
    public UnnumberedRows Begin()
    {
        if (before is null) before = here;
        else before.Raise(here!);
        (here, formerly) = (new HashNumbers(), new HashNumbers());
        return this;
    }

    /// <summary>The number of a row that says this, the one that it had before what it says was understood, and whether a table before has said it as often.</summary>
    public (string Number, string Former, bool IsTold) Count(CsvRows row, ulong content)
    {
        var (times, cells) = (++here![content], UnnumberedRow.FormerHashOf(row));
        return ($"row {content:x16}-{times}", $"row {cells:x16}-{++formerly[cells]}", before?.Has(content) == true && before[content] >= times);
    }
}
