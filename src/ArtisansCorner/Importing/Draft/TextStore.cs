using System.Buffers.Binary;
using System.Text;

namespace ArtisansCorner.Importing.Draft;

/// <summary>Texts that are kept by the hundred thousand and seldom read: in UTF-8, and no object for each. A text is known by its place; no place is 0.</summary>
internal sealed class TextStore
{
    private const int BlockLength = 1 << 16;
    private const int PrefixLength = sizeof(ushort);

    // The first two bytes stay empty.
    private readonly List<byte[]> blocks = [new byte[BlockLength]];
    private int next = PrefixLength;

    /// <summary>The text at a place.</summary>
    public string this[int place]
    {
        get
        {
            var from = blocks[place / BlockLength].AsSpan(place % BlockLength);
            return Encoding.UTF8.GetString(from.Slice(PrefixLength, BinaryPrimitives.ReadUInt16LittleEndian(from)));
        }
    }

    /// <summary>Keeps a text of less than 64 KB and tells its place.</summary>
    public int Add(ReadOnlySpan<char> text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, BlockLength - PrefixLength);
        if (next % BlockLength + PrefixLength + length > BlockLength || next == blocks.Count * BlockLength)
        {
            next = blocks.Count * BlockLength;
            blocks.Add(new byte[BlockLength]);
        }

        var place = next;
        var into = blocks[^1].AsSpan(place % BlockLength);
        BinaryPrimitives.WriteUInt16LittleEndian(into, (ushort)length);
        Encoding.UTF8.GetBytes(text, into[PrefixLength..]);
        next += PrefixLength + length;
        return place;
    }
}
