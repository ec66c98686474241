using System.Buffers.Binary;

namespace ArtisansCorner.Importing.Facts;

/// <summary>
/// The id of what a row of an import makes: the same however often it is read, so that an import that was interrupted finds what it made,
/// though other rows may say the same of what they are called. Shaped as a UUID of version 7, in the order of the import and its rows.
/// </summary>
internal static class ImportedId
{
    private const int RowBits = 24;

    /// <summary>The id of what this row makes; rows are counted from 1 and fewer than 16 million.</summary>
    public static Guid Of(Guid importId, int row)
    {
        // Of the import's own id its time, and of its random bits as many as the row leaves room for.
        Span<byte> bytes = stackalloc byte[16];
        importId.TryWriteBytes(bytes, bigEndian: true, out _);
        var (high, low) = (BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        var number = (ulong)row & ((1UL << RowBits) - 1);
        high = (high & ~0xFFFUL) | (number >> 12);
        low = (low & ~(0xFFFUL << 50)) | ((number & 0xFFF) << 50);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Whether this is the id of what some row of the import makes.</summary>
    public static bool IsOf(Guid importId, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var (high, low) = (BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        return id == Of(importId, (int)(((high & 0xFFF) << 12) | ((low >> 50) & 0xFFF)));
    }
}
