using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Draft;

/// <summary>
/// One of several goes through a file whose rows must be held together and are too many for that: each round holds the rows of other keys, such as
/// orders, and of each key all rows (docs/decisions/0027).
/// </summary>
/// <param name="At">Which one it is, from 0.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Rows">How many rows it should hold.</param>
internal readonly record struct Round(int At, int Of, int Rows)
{
    /// <summary>The round of a file that can be held.</summary>
    public static readonly Round Only = new(0, 1, int.MaxValue);

    /// <summary>The rounds of so many rows, of which so many are held at once.</summary>
    public static IReadOnlyList<Round> Over(int rows, int held)
    {
        if (rows <= held) return [Only];
        var count = (rows + held - 1) / held;
        return [.. Enumerable.Range(0, count).Select(at => new Round(at, count, held))];
    }

    /// <summary>Whether the rows of this key are held in it.</summary>
    public bool Holds(ReadOnlySpan<char> key) => Of == 1 || OrderHash.Of(key) % (ulong)Of == (ulong)At;

    /// <summary>Whether any row from the one place to the other is held in it, where rows are taken in their order.</summary>
    public bool HoldsAny(int from, int to) => Math.Min(from / Rows, Of - 1) <= At && At <= to / Rows;
}
