using System.Buffers;
using System.Text;
using System.Text.Unicode;
using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Importing.Reading;

/// <summary>Finds out, from the whole file, how its text is written: UTF-8, UTF-16 or Windows-1252.</summary>
public static class TextEncoding
{
    private const int Western = 1252;
    private const int Block = 1 << 16;

    // Zero and the control characters that no spreadsheet writes.
    private static readonly byte[] Control = [0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 27, 28, 29, 30, 31];
    private static readonly SearchValues<byte> Unwritten = SearchValues.Create(Control);
    private static readonly SearchValues<char> UnwrittenWide = SearchValues.Create([.. Control.Select(control => (char)control)]);
    private static readonly Problem NotText = new("not_text", "This file is not text. Bring a file of sales saved as CSV.");

    /// <summary>The encoding, or why the file is no text. Reads the stream to its end.</summary>
    public static Outcome<Encoding> Find(Stream file)
    {
        var buffer = new byte[Block];
        var read = file.ReadAtLeast(buffer, Block, throwOnEndOfStream: false);
        if (FileSignature.Refuse(buffer.AsSpan(0, read)) is { } refusal) return refusal;
        return buffer.AsSpan(0, read) switch
        {
            [0xFF, 0xFE, 0, 0, ..] => Wide(file, Encoding.UTF32),
            [0xFF, 0xFE, ..] => Wide(file, Encoding.Unicode),
            [0xFE, 0xFF, ..] => Wide(file, Encoding.BigEndianUnicode),
            [0xEF, 0xBB, 0xBF, ..] => IsUtf8(file, buffer, read) is null or true
                ? Encoding.UTF8
                : new Problem("wrong_encoding", "This file says it is written in UTF-8 but has other bytes in it. Save it again as “CSV UTF-8”."),
            _ => WithoutMark(file, buffer, read),
        };
    }

    private static Outcome<Encoding> WithoutMark(Stream file, byte[] buffer, int read)
    {
        if (WideOf(buffer.AsSpan(0, read)) is { } wide) return Wide(file, wide);
        return IsUtf8(file, buffer, read) switch
        {
            true => Encoding.UTF8,
            false => Of(Western),
            null => NotText,
        };
    }

    /// <summary>The encoding with this code page.</summary>
    public static Encoding Of(int codePage) =>
        codePage == Western ? CodePagesEncodingProvider.Instance.GetEncoding(Western)! : Encoding.GetEncoding(codePage);

    /// <summary>The encoding, unless there are characters in the file that no text has: databases refuse them.</summary>
    private static Outcome<Encoding> Wide(Stream file, Encoding encoding)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, Block, leaveOpen: true);
        var buffer = new char[Block];
        while (reader.Read(buffer) is > 0 and var read)
        {
            if (buffer.AsSpan(0, read).ContainsAny(UnwrittenWide)) return NotText;
        }

        return encoding;
    }

    /// <summary>UTF-16 without a mark: text of ours has a zero in every other byte.</summary>
    private static Encoding? WideOf(ReadOnlySpan<byte> start)
    {
        start = start[..Math.Min(start.Length, 1024)];
        int even = 0, odd = 0;
        for (var i = 0; i < start.Length; i++)
        {
            if (start[i] != 0) continue;
            if (i % 2 == 0) even++;
            else odd++;
        }

        var most = start.Length * 2 / 5;
        return most < 4 ? null : odd >= most && even == 0 ? Encoding.Unicode : even >= most && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    /// <summary>Whether all bytes are UTF-8; nothing when there are bytes that no text has.</summary>
    private static bool? IsUtf8(Stream file, byte[] buffer, int read)
    {
        var valid = true;
        var held = 0;
        while (read > 0)
        {
            var bytes = buffer.AsSpan(0, held + read);
            if (bytes.ContainsAny(Unwritten)) return null;
            var whole = bytes.Length == buffer.Length || held + read == buffer.Length ? WholeLength(bytes) : bytes.Length;
            valid = valid && Utf8.IsValid(bytes[..whole]);
            held = bytes.Length - whole;
            bytes[whole..].CopyTo(buffer);
            read = file.ReadAtLeast(buffer.AsSpan(held), buffer.Length - held, throwOnEndOfStream: false);
        }

        return valid && held == 0;
    }

    /// <summary>How many bytes up to the last character that is surely whole.</summary>
    private static int WholeLength(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(4, bytes.Length); back++)
        {
            if (bytes[^back] < 0x80) break;
            if (bytes[^back] >= 0xC0) return bytes.Length - back;
        }

        return bytes.Length;
    }
}
