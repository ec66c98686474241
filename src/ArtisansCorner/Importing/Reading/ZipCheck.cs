using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Importing.Reading;

/// <summary>Opens a ZIP only when it can be read without harm: few entries, no ways out of it, no more in it than there is room for.</summary>
internal static class ZipCheck
{
    /// <summary>How many entries a ZIP may have.</summary>
    public const int MostEntries = 1000;

    /// <summary>How many bytes all entries may have when they are unpacked.</summary>
    public const long MostInflated = 500L * 1024 * 1024;

    private const int LongestName = 80;
    private const int Absurd = 400;
    private const long AbsurdFrom = 20L * 1024 * 1024;
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int EntryLength = 46;
    private static readonly Problem Damaged = new("damaged", "This Excel workbook or ZIP cannot be opened: it looks damaged. Save it again, or save the sheet as CSV, and bring that file.");

    /// <summary>The archive, or why it is not opened.</summary>
    public static Outcome<ZipArchive> Open(Stream file)
    {
        if (Directory(file) is not { } directory) return Damaged;
        if (Count(file, directory) > MostEntries) return new Problem("too_many_entries", $"This ZIP has more than {MostEntries:N0} files in it. Bring only those with your figures.");
        try
        {
            file.Position = 0;
            var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            var refusal = archive.Entries.Select(Refuse).FirstOrDefault(problem => problem is not null) ?? Inflated(archive);
            if (refusal is null) return archive;
            archive.Dispose();
            return refusal;
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            return Damaged;
        }
    }

    /// <summary>Unpacks an entry, and not a byte more than it may have; why not, where it has more or cannot be read.</summary>
    public static async Task<Problem?> UnpackAsync(ZipArchiveEntry entry, Stream into, Func<ValueTask> tick, CancellationToken cancel)
    {
        var buffer = new byte[1 << 17];
        var written = 0L;
        var sum = new Crc32();
        var isOurs = false;
        try
        {
            await using var from = await entry.OpenAsync(cancel);
            while (await from.ReadAsync(buffer, cancel) is > 0 and var read)
            {
                if ((written += read) > entry.Length || written > MostInflated) return TooMuch();
                sum.Append(buffer.AsSpan(0, read));
                // A disk that is full is no fault of the file.
                isOurs = true;
                await into.WriteAsync(buffer.AsMemory(0, read), cancel);
                await tick();
                isOurs = false;
            }
        }
        catch (Exception problem) when (!isOurs && IsDamage(problem))
        {
            return Damaged;
        }

        return written == entry.Length && sum.GetCurrentHashAsUInt32() == entry.Crc32 ? null : Damaged;
    }

    /// <summary>Whether a surprise of a reader comes from the file, not from us.</summary>
    public static bool IsDamage(Exception problem) =>
        problem is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException or OverflowException or IndexOutOfRangeException or FormatException
            or NullReferenceException or InvalidOperationException or KeyNotFoundException or System.Xml.XmlException or InvalidCastException or OutOfMemoryException
        || (problem is IOException and not FileNotFoundException and not DirectoryNotFoundException);

    private static Problem? Refuse(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (name.StartsWith('/') || name.Contains(':') || name.Split('/').Contains("..")) return new Problem("bad_path", $"This ZIP has a file in it whose path leads out of it (“{name.Shown(LongestName)}”). Make the ZIP anew and bring that.");
        return entry.IsEncrypted ? new Problem("encrypted", $"“{name.Shown(LongestName)}” in this ZIP is protected by a password. Bring it without one.") : null;
    }

    private static Problem? Inflated(ZipArchive archive) =>
        archive.Entries.Sum(entry => (decimal)entry.Length) > MostInflated || archive.Entries.Any(entry => entry.Length > AbsurdFrom && entry.Length / Math.Max(1, entry.CompressedLength) > Absurd) ? TooMuch() : null;

    private static Problem TooMuch() => new("inflates", "Unpacked, this file would be larger than 500 MB. Split it and bring the parts one after the other.");

    /// <summary>Where the list of entries begins; nothing where there is none.</summary>
    private static long? Directory(Stream file)
    {
        var length = (int)Math.Min(file.Length, EndLength + LongestComment);
        if (length < EndLength) return null;
        var end = new byte[length];
        file.Seek(-length, SeekOrigin.End);
        file.ReadExactly(end);
        var at = end.AsSpan(0, length - EndLength + 4).LastIndexOf("PK\u0005\u0006"u8);
        // Where it says that the list is longer than 4 GB, it is a ZIP of a kind that no table of 100 MB needs.
        return at < 0 || BinaryPrimitives.ReadUInt32LittleEndian(end.AsSpan(at + 16)) is var start && start >= file.Length ? null : start;
    }

    /// <summary>Walks along the list, so that no list however long is ever held.</summary>
    private static int Count(Stream file, long directory)
    {
        var entry = new byte[EntryLength];
        var count = 0;
        for (var at = directory; count <= MostEntries; count++)
        {
            file.Position = at;
            if (file.ReadAtLeast(entry, EntryLength, throwOnEndOfStream: false) < EntryLength || !entry.AsSpan().StartsWith("PK\u0001\u0002"u8)) break;
            at += EntryLength + BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(28)) + BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(30)) + BinaryPrimitives.ReadUInt16LittleEndian(entry.AsSpan(32));
        }

        return count;
    }
}
