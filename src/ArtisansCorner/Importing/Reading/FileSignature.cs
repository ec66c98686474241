using ArtisansCorner.Platform.Problems;

namespace ArtisansCorner.Importing.Reading;

/// <summary>Tells files that are no text by their first bytes, so that the refusal can say what to do instead.</summary>
public static class FileSignature
{
    /// <summary>Why this cannot be a CSV file, or nothing when it may be one.</summary>
    public static Problem? Refuse(ReadOnlySpan<byte> start) => start switch
    {
        [] => new Problem("empty_file", "This file is empty."),
        [(byte)'P', (byte)'K', 3, 4, ..] => new Problem("not_csv", "This is an Excel workbook or a ZIP. Open it, save the sheet as CSV, and bring that file."),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => new Problem("not_csv", "This is an old Excel workbook. Open it, save the sheet as CSV, and bring that file."),
        [0x1F, 0x8B, ..] => new Problem("not_csv", "This file is compressed. Unpack it and bring the CSV file in it."),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => new Problem("not_csv", "This is a PDF. Ask the shop system for the same figures as CSV, and bring that file."),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] =>
            new Problem("not_csv", "This is a picture. Bring a file of sales saved as CSV."),
        _ => null,
    };
}
