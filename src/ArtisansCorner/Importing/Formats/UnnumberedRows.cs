using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats;

/// <summary>
/// Counts the rows of an upload that have no number of their own, by the hash of what they say: two that say the same in one table are two. Tables overlap,
/// as a sheet of each month and one of the year do: what several say is there as often as the one that says it most.
/// </summary>
internal sealed class UnnumberedRows
{
    private HashNumbers? here;
    private HashNumbers? before;

    /// <summary>Hears that a table begins.</summary>
    public UnnumberedRows Begin()
    {
        if (before is null) before = here;
        else before.Raise(here!);
        here = new HashNumbers();
        return this;
    }

    /// <summary>Which one of its table this row is, from 1, and whether a table before has said it as often.</summary>
    public (int Times, bool IsTold) Count(ulong content)
    {
        var times = ++here![content];
        return (times, before?.Has(content) == true && before[content] >= times);
    }
}
