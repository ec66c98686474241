using System.Collections.Concurrent;
using System.Reflection;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace ArtisansCorner.Platform.Files;

/// <summary>The fonts of a PDF, and which letters they have.</summary>
internal sealed class PdfLetters(PdfDocumentBuilder document)
{
    // More letters of one font cannot be written; the same font is taken again.
    private const int MostLetters = 240;

    private static readonly ConcurrentDictionary<PdfWeight, byte[]> files = new();
    private readonly Dictionary<PdfWeight, Font> fonts = [];

    /// <summary>The font of this weight and the text as it can be written with it.</summary>
    public (PdfDocumentBuilder.AddedFont Font, string Known) Of(PdfPageBuilder page, PdfWeight weight, string text)
    {
        if (!fonts.TryGetValue(weight, out var font) || (font.Used.Count > MostLetters && text.Any(letter => !font.Used.Contains(letter))))
            fonts[weight] = font = new Font(document.AddTrueTypeFont(files.GetOrAdd(weight, FileOf)), font?.Missing ?? []);
        return (font.Added, string.Concat(text.Select(letter => Knows(page, font, letter) ? letter : '?')));
    }

    private static bool Knows(PdfPageBuilder page, Font font, char letter)
    {
        if (font.Used.Contains(letter)) return true;
        if (font.Missing.Contains(letter)) return false;
        try
        {
            page.MeasureText(letter.ToString(), 10, new PdfPoint(0, 0), font.Added);
            return font.Used.Add(letter);
        }
        catch (InvalidOperationException)
        {
            // The library says so of a letter that the font has not.
            font.Missing.Add(letter);
            return false;
        }
    }

    private static byte[] FileOf(PdfWeight weight)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(weight == PdfWeight.Bold ? "Inter-SemiBold.ttf" : "Inter-Regular.ttf")!;
        using var file = new MemoryStream();
        stream.CopyTo(file);
        return file.ToArray();
    }

    private sealed record Font(PdfDocumentBuilder.AddedFont Added, HashSet<char> Missing)
    {
        public HashSet<char> Used { get; } = [];
    }
}
