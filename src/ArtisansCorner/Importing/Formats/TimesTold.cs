using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Formats;

/// <summary>
/// How often the tables of an upload say the same. Two rows that say the same in one table are two; but tables overlap, as a sheet of each month and one of the
/// year do, or the exports of two months: what several say is there as often as the one that says it most.
/// </summary>
internal sealed class TimesTold
{
    private HashNumbers? here;
    private HashNumbers? before;

    /// <summary>Hears that a table begins.</summary>
    public TimesTold Begin()
    {
        if (before is null) before = here;
        else before.Raise(here!);
        here = new HashNumbers();
        return this;
    }

    /// <summary>Hears a row that says this: how often its table has said it by now, and whether a table before it said it as often.</summary>
    public (int Times, bool IsTold) Count(ulong content)
    {
        var times = ++here![content];
        return (times, before?.Has(content) == true && before[content] >= times);
    }
}
