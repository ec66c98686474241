using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace ArtisansCorner.Importing.Reading;

/// <summary>A row of a table as a hash of its text; none is 0.</summary>
internal static class RowHash
{
    /// <summary>The hash of the text of all cells, in the order of the columns.</summary>
    public static ulong OfCells(CsvRows row)
    {
        var hash = new XxHash128();
        for (var i = 0; i < row.Count; i++) Append(hash, row[i]);
        return End(hash);
    }

    /// <summary>Adds a text, told apart from what comes after it.</summary>
    public static void Append(XxHash128 hash, ReadOnlySpan<char> text)
    {
        hash.Append(MemoryMarshal.AsBytes(text));
        hash.Append("\0"u8);
    }

    /// <summary>The hash of all that was added.</summary>
    public static ulong End(XxHash128 hash) => Math.Max((ulong)(hash.GetCurrentHashAsUInt128() >> 64), 1);
}
