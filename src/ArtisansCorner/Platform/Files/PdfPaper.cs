using ArtisansCorner.Platform.Values;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace ArtisansCorner.Platform.Files;

/// <summary>The weight of letters.</summary>
public enum PdfWeight
{
    /// <summary>Running text.</summary>
    Regular,

    /// <summary>Headings and sums.</summary>
    Bold,
}

/// <summary>Pages of a PDF, drawn from the upper left in millimeters; text in Inter, letters that it has not as “?”.</summary>
public sealed class PdfPaper : IDisposable
{
    private const double PointsPerMillimeter = 72 / 25.4;

    private readonly PdfDocumentBuilder document = new();
    private readonly PdfLetters letters;
    private readonly PageSize size;
    private PdfPageBuilder page;

    /// <summary>One empty page; of letter size where that is usual, else A4.</summary>
    public PdfPaper(string title, string country)
    {
        size = IsLetter(country) ? PageSize.Letter : PageSize.A4;
        (Width, Height) = size == PageSize.Letter ? (215.9, 279.4) : (210, 297);
        document.DocumentInformation.Title = title;
        document.DocumentInformation.Producer = "Artisan's Corner";
        letters = new PdfLetters(document);
        page = document.AddPage(size);
        Pages = 1;
    }

    /// <summary>The width of a page, in millimeters.</summary>
    public double Width { get; }

    /// <summary>The height of a page, in millimeters.</summary>
    public double Height { get; }

    /// <summary>How many pages there are.</summary>
    public int Pages { get; private set; }

    /// <summary>Whether letter is the usual paper of a country.</summary>
    public static bool IsLetter(string country) => country is "US" or "CA" or "MX" or "PH" or "CL" or "CO";

    /// <summary>Goes on on a new page.</summary>
    public void Turn()
    {
        page = document.AddPage(size);
        Pages++;
    }

    /// <summary>Writes a line of text with its baseline there, its size in points; from the right it ends there.</summary>
    public void Text(double x, double y, string text, double points, PdfWeight weight = PdfWeight.Regular, bool fromRight = false, byte gray = 25)
    {
        if (text.Length == 0) return;
        var (font, known) = letters.Of(page, weight, text);
        page.SetTextAndFillColor(gray, gray, gray);
        page.AddText(known, points, PointOf(fromRight ? x - WidthOf(known, points, font) : x, y), font);
    }

    /// <summary>How wide a text is, in millimeters.</summary>
    public double Measure(string text, double points, PdfWeight weight = PdfWeight.Regular)
    {
        var (font, known) = letters.Of(page, weight, text);
        return WidthOf(known, points, font);
    }

    /// <summary>The text, cut with an ellipsis where it is wider than so many millimeters.</summary>
    public string Fit(string text, double width, double points, PdfWeight weight = PdfWeight.Regular)
    {
        if (Measure(text, points, weight) <= width) return text;
        var length = text.Length;
        while (length > 1 && Measure(text.UpTo(length) + "…", points, weight) > width) length--;
        return text.UpTo(length).TrimEnd() + "…";
    }

    /// <summary>Draws a hairline.</summary>
    public void Line(double x, double y, double toX, double toY)
    {
        page.SetStrokeColor(190, 190, 190);
        page.DrawLine(PointOf(x, y), PointOf(toX, toY), 0.5);
    }

    /// <summary>Fills a rectangle with black.</summary>
    public void Fill(double x, double y, double width, double height)
    {
        page.SetTextAndFillColor(0, 0, 0);
        page.SetStrokeColor(0, 0, 0);
        page.DrawRectangle(PointOf(x, y + height), width * PointsPerMillimeter, height * PointsPerMillimeter, 0, fill: true);
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes() => document.Build();

    /// <inheritdoc />
    public void Dispose() => document.Dispose();

    private double WidthOf(string known, double points, PdfDocumentBuilder.AddedFont font) =>
        known.Length == 0 ? 0 : page.MeasureText(known, points, new PdfPoint(0, 0), font).Max(letter => letter.EndBaseLine.X) / PointsPerMillimeter;

    private PdfPoint PointOf(double x, double y) => new(x * PointsPerMillimeter, (Height - y) * PointsPerMillimeter);
}
