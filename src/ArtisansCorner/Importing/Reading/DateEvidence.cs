using System.Numerics;

namespace ArtisansCorner.Importing.Reading;

/// <summary>What the dates of a whole file tell of the order in which it writes day, month and year.</summary>
internal sealed class DateEvidence
{
    private int dayFirst;
    private int monthFirst;
    private bool isTwoWays;
    private bool isEachYearFirst = true;
    private bool hasLongYears;
    private UInt128 firsts;
    private UInt128 lasts;

    /// <summary>Whether some date could be read in two ways.</summary>
    public bool IsTwoWays => isTwoWays || MayBeYearFirst;

    // “26-03-04”, “26-03-15”: what stands last changes more often than what stands first, as days do and years do not.
    private int MoreLast => BitOperations.PopCount((ulong)lasts) + BitOperations.PopCount((ulong)(lasts >> 64)) - BitOperations.PopCount((ulong)firsts) - BitOperations.PopCount((ulong)(firsts >> 64));

    private bool MayBeYearFirst => isEachYearFirst && firsts != 0;

    /// <summary>Hears of the next date.</summary>
    public void Hear(ReadOnlySpan<char> text)
    {
        var order = DateText.OrderIn(text);
        if (order == DateOrder.DayFirst) dayFirst++;
        else if (order == DateOrder.MonthFirst) monthFirst++;
        else isTwoWays = isTwoWays || DateText.IsTwoWays(text);
        if (!isEachYearFirst || !DateText.TryNumbers(text, out var first, out var second, out var last)) return;
        if (first < 100) HearShort(first, second, last);
        else hasLongYears = true;
    }

    /// <summary>In which order they are written, and whether they say so; else people of the country write them so.</summary>
    public (DateOrder Order, bool IsSure) In(string country)
    {
        if (MayBeYearFirst && MoreLast > 0) return (DateOrder.YearFirst, true);
        if (MayBeYearFirst && MoreLast == 0 && (hasLongYears || CountryHabits.WritesYearFirst(country))) return (DateOrder.YearFirst, false);
        return dayFirst == monthFirst ? (CountryHabits.Dates(country), false) : (dayFirst > monthFirst ? DateOrder.DayFirst : DateOrder.MonthFirst, !MayBeYearFirst);
    }

    // Years before 2013 look like months; whoever brings those with two digits says so.
    private void HearShort(int first, int second, int last)
    {
        if (first <= 12 || second is < 1 or > 12 || last is < 1 or > 31) isEachYearFirst = false;
        else (firsts, lasts) = (firsts | (UInt128.One << first), lasts | (UInt128.One << last));
    }
}
