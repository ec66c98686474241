using ArtisansCorner.Importing.Reading;

namespace ArtisansCorner.Importing.Draft;

/// <summary>
/// One of several goes through a file whose rows must be held together and are too many for that: each round holds the rows of other keys, such as
/// orders, and of each key all rows (docs/decisions/0027).
/// </summary>
/// <param name="At">Which one it is, from 0.</param>
/// <param name="Of">How many there are.</param>
internal readonly record struct Round(int At, int Of)
{
    /// <summary>The round of a file that can be held.</summary>
    public static readonly Round Only = new(0, 1);

    /// <summary>Whether the rows of this key are held in it.</summary>
    public bool Holds(ReadOnlySpan<char> key) => Of == 1 || OrderHash.Of(key) % (ulong)Of == (ulong)At;
}
