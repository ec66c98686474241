using System.Globalization;
using System.Text;
using ArtisansCorner.Platform.Values;

namespace ArtisansCorner.Ui.Charts;

/// <summary>Where everything of a bar chart lies, for one width and height.</summary>
public sealed class BarPlot
{
    private const double CharacterWidth = 6.4;
    private const int LongestNote = 24;
    private const double Top = 28;
    private const double UnderAxis = 30;

    private readonly IReadOnlyList<BarChartPoint> points;
    private readonly double slot;

    /// <summary>Lays the points out.</summary>
    /// <param name="points">The bars, in order.</param>
    /// <param name="tickText">The words of a tick; the highest tick also carries the unit, so it is told whether it is the highest.</param>
    /// <param name="width">The width of the drawing.</param>
    /// <param name="height">The height of the drawing.</param>
    public BarPlot(IReadOnlyList<BarChartPoint> points, Func<double, bool, string> tickText, int width, int height)
    {
        this.points = points;
        (Width, Height) = (width, height);
        Scale = Scale.Over(points.SelectMany(point => new[] { point.Value, (double)(point.Compared ?? 0) }), about: 4);
        Bottom = height - UnderAxis;
        // Nothing at all has no size: only the base line says something.
        var isEmpty = points.All(point => point.Value == 0 && point.Compared is null or 0);
        Ticks = [.. Scale.Ticks.Where(value => !isEmpty || value == 0).Select(value => new AxisTick(Y(value), tickText(value, value == Scale.High), value == 0))];
        Left = Math.Ceiling(Ticks.Max(tick => tick.Text.Length) * CharacterWidth) + 10;
        Right = width - 4;
        slot = (Right - Left) / Math.Max(1, points.Count);
        Labels = [.. PlaceLabels()];
        Notes = [.. PlaceNotes()];
    }

    /// <summary>The width of the drawing.</summary>
    public int Width { get; }

    /// <summary>The height of the drawing.</summary>
    public int Height { get; }

    /// <summary>The axis of values.</summary>
    public Scale Scale { get; }

    /// <summary>Where the plot starts, right of the words of the axis.</summary>
    public double Left { get; }

    /// <summary>Where the plot ends.</summary>
    public double Right { get; }

    /// <summary>How wide the place of one bar is.</summary>
    public double SlotWidth => slot;

    /// <summary>The lowest line of the plot.</summary>
    public double Bottom { get; }

    /// <summary>The lines across, with their words.</summary>
    public IReadOnlyList<AxisTick> Ticks { get; }

    /// <summary>The labels under the axis that fit without touching.</summary>
    public IReadOnlyList<AxisLabel> Labels { get; }

    /// <summary>What happened, above the bars; a note that goes on over several bars is written over the first, and one without room is only a mark.</summary>
    public IReadOnlyList<BarNote> Notes { get; }

    /// <summary>Where this value lies from the top.</summary>
    public double Y(double value) => Math.Round(Scale.Map(value, Bottom, Top), 1);

    /// <summary>The middle of the bar at this place.</summary>
    public double X(int index) => Math.Round(Left + slot * (index + 0.5), 1);

    /// <summary>The outline of the bar at this place: rounded where it ends, square on the base line, downwards when negative.</summary>
    public string Bar(int index)
    {
        var wide = Math.Max(1, Math.Min(48, Math.Round(slot * 0.66)));
        var left = Math.Round(X(index) - wide / 2);
        var (zero, end) = (Y(0), Y(points[index].Value));
        var tall = Math.Abs(zero - end);
        var round = Math.Min(Math.Min(2, wide / 2), tall);
        var away = end <= zero ? -1 : 1;
        return string.Create(CultureInfo.InvariantCulture,
            $"M{left} {zero}v{away * (tall - round):0.#}q0 {away * round:0.#} {round:0.#} {away * round:0.#}h{wide - 2 * round:0.#}q{round:0.#} 0 {round:0.#} {-away * round:0.#}V{zero}z");
    }

    /// <summary>The line of the comparison; broken where there is none.</summary>
    public string ComparedLine()
    {
        var path = new StringBuilder();
        var drawing = false;
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Compared is { } compared)
                path.Append(CultureInfo.InvariantCulture, $"{(drawing ? 'L' : 'M')}{X(i)} {Y(compared)}");
            drawing = points[i].Compared is not null;
        }
        return path.ToString();
    }

    /// <summary>The marks of the ruler under the axis, longer where something larger starts.</summary>
    public string Ruler()
    {
        var path = new StringBuilder();
        for (var i = 0; i < points.Count; i++)
            path.Append(CultureInfo.InvariantCulture, $"M{X(i)} {Bottom}v{(points[i].Major ? 8 : 4)}");
        return path.ToString();
    }

    // The last one first when it is going on (“Today”), then those where something larger starts, then the others as far as they fit.
    private List<AxisLabel> PlaceLabels()
    {
        var placed = new List<AxisLabel>();
        foreach (var step in new[] { 1, 2, 3, 4, 6, 12 })
        {
            placed.Clear();
            if (points.Count > 0 && points[^1].Partial) TryPlace(placed, points.Count - 1);
            var majors = Enumerable.Range(0, points.Count).Where(i => points[i].Major).ToList();
            if (majors.Count < 2) majors = [.. Enumerable.Range(0, points.Count)];
            var wanted = majors.Where((_, order) => order % step == 0).ToList();
            if (wanted.Count(i => TryPlace(placed, i)) < wanted.Count - 1) continue;
            PlaceBetween(placed, wanted);
            // So that the axis says where it starts.
            if (points.Count > 0) TryPlace(placed, 0);
            break;
        }
        return placed;
    }

    private IEnumerable<BarNote> PlaceNotes()
    {
        var free = Left;
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].Note is not { } note) continue;
            var (x, foot) = (X(i), Y(Math.Max(0, points[i].Value)) - 6);
            var text = note.Length > LongestNote ? note.UpTo(LongestNote - 1).TrimEnd() + "…" : note;
            var wide = 10 + text.Length * CharacterWidth;
            var left = x + wide > Width;
            var fits = (i == 0 || points[i - 1].Note != note) && (left ? x - wide : x - 4) >= free;
            if (fits) free = left ? x + 8 : x + wide + 8;
            yield return new BarNote(x, foot, fits ? text : null, left);
        }
    }

    // Halfway labels, all of them or none: a ruler with some would look broken.
    private void PlaceBetween(List<AxisLabel> placed, List<int> wanted)
    {
        var more = new List<AxisLabel>(placed);
        var halves = wanted.Zip(wanted.Skip(1), (a, b) => (a + b) / 2).Where(i => !wanted.Contains(i)).ToList();
        if (halves.Count > 0 && halves.All(i => TryPlace(more, i))) placed.AddRange(more.Skip(placed.Count));
    }

    private bool TryPlace(List<AxisLabel> placed, int index)
    {
        var point = points[index];
        var half = point.Label.Length * CharacterWidth / 2;
        var x = Math.Min(X(index), Width - half);
        if (placed.Any(label => Math.Abs(label.X - x) < half + label.Text.Length * CharacterWidth / 2 + 10)) return false;
        placed.Add(new AxisLabel(Math.Round(x, 1), point.Label, point.Partial));
        return true;
    }
}

/// <summary>A line across the plot.</summary>
/// <param name="Y">Where it lies from the top.</param>
/// <param name="Text">Its words.</param>
/// <param name="IsBase">Whether it is the line of zero.</param>
public sealed record AxisTick(double Y, string Text, bool IsBase);

/// <summary>A label under the axis.</summary>
/// <param name="X">Its middle.</param>
/// <param name="Text">Its words.</param>
/// <param name="Strong">Whether it is about now.</param>
public sealed record AxisLabel(double X, string Text, bool Strong);

/// <summary>A note above a bar.</summary>
/// <param name="X">The middle of the bar.</param>
/// <param name="Foot">Where its line ends, just above the bar.</param>
/// <param name="Text">Its words; nothing where there is no room.</param>
/// <param name="Left">Whether they stand left of its line.</param>
public sealed record BarNote(double X, double Foot, string? Text, bool Left);
