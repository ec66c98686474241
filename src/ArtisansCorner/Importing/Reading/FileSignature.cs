using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Importing.Reading;

/// <summary>What a file is by its first bytes, whatever its name says.</summary>
internal enum FileKind
{
    /// <summary>Text, as far as can be told.</summary>
    Text,

    /// <summary>A ZIP, or an Excel workbook, which is one too.</summary>
    Zip,

    /// <summary>A workbook of Excel 97 to 2003, or one that is protected by a password.</summary>
    OldWorkbook,
}

/// <summary>Tells files by their first bytes, so that a refusal can say what to do instead.</summary>
internal static class FileSignature
{
    /// <summary>How many bytes tell it.</summary>
    public const int Length = 8;

    /// <summary>What the file is.</summary>
    public static FileKind KindOf(ReadOnlySpan<byte> start) => start switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => FileKind.Zip,
        [0xD0, 0xCF, 0x11, 0xE0, ..] => FileKind.OldWorkbook,
        _ => FileKind.Text,
    };

    /// <summary>Why this cannot be a table, or nothing when it may be one.</summary>
    public static Problem? Refuse(ReadOnlySpan<byte> start) => start switch
    {
        [] => new Problem("empty_file", "This file is empty."),
        [0x1F, 0x8B, ..] => new Problem("not_csv", "This file is compressed. Unpack it and bring the CSV file in it."),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => new Problem("not_csv", "This is a PDF. Ask the shop system for the same figures as CSV, and bring that file."),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] =>
            new Problem("not_csv", "This is a picture. Bring a file of sales saved as CSV."),
        [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [(byte)'R', (byte)'a', (byte)'r', (byte)'!', ..] =>
            new Problem("not_csv", "This archive is not a ZIP. Unpack it and bring the files in it, or pack them as a ZIP."),
        _ => null,
    };
}
