namespace ArtisansCorner.Ui.Charts;

/// <summary>Where the cells of a heat map lie, and how hot each is.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Columns">How many columns.</param>
/// <param name="Max">The largest value.</param>
/// <param name="Width">The width of the drawing.</param>
public sealed record HeatPlot(int Rows, int Columns, long Max, int Width)
{
    private const double Left = 32;
    private const double Top = 4;
    private const double Gap = 2;

    /// <summary>The side of a cell: as wide as fits, at least 16 high.</summary>
    public double CellWidth => (Width - Left) / Columns - Gap;

    /// <summary>The height of a cell.</summary>
    public double CellHeight => Math.Clamp(CellWidth, 18, 28);

    /// <summary>The height of the drawing, with the labels under it.</summary>
    public double Height => Top + Rows * (CellHeight + Gap) + 20;

    /// <summary>The left edge of a column.</summary>
    public double X(int column) => Math.Round(Left + column * (CellWidth + Gap), 1);

    /// <summary>The upper edge of a row.</summary>
    public double Y(int row) => Math.Round(Top + row * (CellHeight + Gap), 1);

    /// <summary>Whether a count is readable inside a cell.</summary>
    public bool ShowsCounts => CellWidth >= 15;

    /// <summary>How many columns share one label, so that labels do not touch.</summary>
    public int LabelEvery => CellWidth + Gap >= 30 ? 1 : CellWidth + Gap >= 15 ? 2 : 3;

    /// <summary>How hot a value is: 0 for nothing, then four steps up to the largest.</summary>
    public int Heat(long value) => value <= 0 || Max <= 0 ? 0 : (int)Math.Clamp(Math.Ceiling(4.0 * value / Max), 1, 4);

    /// <summary>The values of each step that occurs, in words: “0”, “1”, “3 to 4”.</summary>
    public IEnumerable<(int Heat, string Words)> Legend() =>
        Enumerable.Range(0, 5)
            .Select(heat => (heat, low: heat == 0 ? 0 : Max * (heat - 1) / 4 + 1, high: Max * heat / 4))
            .Where(step => step.heat == 0 || step.high >= step.low)
            .Select(step => (step.heat, step.low == step.high || step.heat == 0 ? $"{step.low:N0}" : $"{step.low:N0} to {step.high:N0}"));
}
