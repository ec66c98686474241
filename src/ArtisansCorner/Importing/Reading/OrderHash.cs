using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace ArtisansCorner.Importing.Reading;

/// <summary>
/// Stands for the number of an order where millions of them are to be told apart. Two numbers with one hash are only taken
/// for rows of one order while it is asked which rows belong together: their orders are whole a little later.
/// </summary>
internal static class OrderHash
{
    /// <summary>The hash of a row that is of no numbered order: it stands alone.</summary>
    public const ulong Alone = 1;

    /// <summary>The hash of what stands in the column of the number.</summary>
    public static ulong Of(ReadOnlySpan<char> number) => number.IsEmpty ? Alone : Of(number, 0);

    /// <summary>The hash of a text among those of one kind.</summary>
    public static ulong Of(ReadOnlySpan<char> text, long kind) => Math.Max(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text), kind), Alone + 1);
}
