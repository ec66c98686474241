using System.Globalization;
using System.Net;
using System.Text;

namespace ArtisansCorner.Ui.Charts;

/// <summary>A bar chart as one SVG file that needs nothing else: title, legend, colors and fonts stand in it, as on paper.</summary>
public static class ChartPicture
{
    private const int Width = 960;
    private const int PlotHeight = 420;
    private const int Head = 84;
    private const int Margin = 32;
    private const string Font = "font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif\"";
    private const string Paper = "#fcfaf5";
    private const string Ink = "#29241e";
    private const string Faint = "#696052";
    private const string Edge = "#877b6b";
    private const string Rule = "#e4dccf";
    private const string Bar = "#bb6440";

    /// <summary>The file's text.</summary>
    /// <param name="title">What is shown by what.</param>
    /// <param name="about">Of whom and of which days, under the title.</param>
    /// <param name="points">The bars, in order.</param>
    /// <param name="tickText">The words of a tick; told whether it is the highest, which carries the unit.</param>
    /// <param name="before">What the dashed line is, or nothing.</param>
    public static string Of(string title, string about, IReadOnlyList<BarChartPoint> points, Func<double, bool, string> tickText, string? before)
    {
        var plot = new BarPlot(points, tickText, Width - 2 * Margin, PlotHeight);
        var height = Head + PlotHeight + Margin;
        var svg = new StringBuilder();
        Add(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{height}\" viewBox=\"0 0 {Width} {height}\" role=\"img\" {Font} font-size=\"11\">");
        Add(svg, $"<title>{Safe(title)}. {Safe(about)}</title><rect width=\"{Width}\" height=\"{height}\" fill=\"{Paper}\"/>");
        Add(svg, $"<text x=\"{Margin}\" y=\"40\" font-size=\"20\" font-weight=\"600\" fill=\"{Ink}\">{Safe(title)}</text><text x=\"{Margin}\" y=\"62\" font-size=\"13\" fill=\"{Faint}\">{Safe(about)}</text>");
        Legend(svg, before);
        Add(svg, $"<g transform=\"translate({Margin} {Head})\">");
        foreach (var tick in plot.Ticks)
            Add(svg, $"<path d=\"M{plot.Left} {tick.Y}H{plot.Right}\" stroke=\"{(tick.IsBase ? Edge : Rule)}\"/><text x=\"{plot.Left - 8}\" y=\"{tick.Y + 4}\" text-anchor=\"end\" fill=\"{Faint}\">{Safe(tick.Text)}</text>");
        for (var i = 0; i < points.Count; i++)
            Add(svg, $"<path d=\"{plot.Bar(i)}\" {(points[i].Partial ? $"fill=\"{Bar}\" fill-opacity=\"0.35\" stroke=\"{Bar}\"" : $"fill=\"{Bar}\"")}/>");
        if (before is not null) Add(svg, $"<path d=\"{plot.ComparedLine()}\" fill=\"none\" stroke=\"{Faint}\" stroke-width=\"1.75\" stroke-dasharray=\"4 3\" stroke-linejoin=\"round\"/>");
        Add(svg, $"<path d=\"{plot.Ruler()}\" stroke=\"{Edge}\"/>");
        foreach (var label in plot.Labels)
            Add(svg, $"<text x=\"{label.X}\" y=\"{plot.Bottom + 23}\" text-anchor=\"middle\" fill=\"{(label.Strong ? Ink : Faint)}\">{Safe(label.Text)}</text>");
        foreach (var note in plot.Notes)
        {
            Add(svg, $"<path d=\"M{note.X} {note.Foot}V20\" stroke=\"{Faint}\"/><circle cx=\"{note.X}\" cy=\"16\" r=\"3.5\" fill=\"{Paper}\" stroke=\"{Faint}\" stroke-width=\"1.5\"/>");
            if (note.Text is { } text) Add(svg, $"<text x=\"{note.X + (note.Left ? -10 : 10)}\" y=\"20\" text-anchor=\"{(note.Left ? "end" : "start")}\" font-size=\"12\" fill=\"{Ink}\">{Safe(text)}</text>");
        }

        return svg.Append("</g></svg>").ToString();
    }

    private static void Legend(StringBuilder svg, string? before)
    {
        var right = Width - Margin;
        if (before is not null)
        {
            Add(svg, $"<text x=\"{right}\" y=\"62\" text-anchor=\"end\" font-size=\"13\" fill=\"{Faint}\">dashed: {Safe(before)}</text>");
        }

        Add(svg, $"<rect x=\"{right - 94}\" y=\"29\" width=\"12\" height=\"12\" rx=\"2\" fill=\"{Bar}\"/><text x=\"{right}\" y=\"40\" text-anchor=\"end\" font-size=\"13\" fill=\"{Faint}\">This period</text>");
    }

    private static void Add(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));

    // What XML cannot hold is left out; all else is escaped.
    private static string Safe(string text) => WebUtility.HtmlEncode(string.Concat(text.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter) && letter is not ('\uFFFE' or '\uFFFF'))));
}
