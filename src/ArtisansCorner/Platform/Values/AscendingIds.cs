using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ArtisansCorner.Platform.Values;

/// <summary>
/// Ids of this moment for many rows, each larger than the one before: rows written in their order go to the end of every index that begins with them.
/// Those that <see cref="Guid.CreateVersion7()"/> makes within one millisecond come in any order, and each asks the system for chance.
/// </summary>
internal sealed class AscendingIds
{
    private const int Counted = 1 << 12;
    private const ulong Version = 0x7000;
    private const ulong Variant = 1UL << 63;

    // What of an id is chance, for a hundred of them.
    private readonly byte[] chance = new byte[100 * sizeof(ulong)];
    private int used;
    private ulong number;

    /// <summary>Begins with this moment.</summary>
    public AscendingIds()
    {
        Span<byte> now = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(now, bigEndian: true, out _);
        number = (BinaryPrimitives.ReadUInt64BigEndian(now) >> 16) * Counted;
        used = chance.Length;
    }

    /// <summary>The next of them: the milliseconds, a number that counts on within them and then borrows from the next (RFC 9562, 6.2), and chance.</summary>
    public Guid Next()
    {
        if (used == chance.Length)
        {
            RandomNumberGenerator.Fill(chance);
            used = 0;
        }

        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(id, (number / Counted << 16) | Version | (number % Counted));
        BinaryPrimitives.WriteUInt64BigEndian(id[sizeof(ulong)..], (BinaryPrimitives.ReadUInt64BigEndian(chance.AsSpan(used)) >> 2) | Variant);
        (number, used) = (number + 1, used + sizeof(ulong));
        return new Guid(id, bigEndian: true);
    }
}
