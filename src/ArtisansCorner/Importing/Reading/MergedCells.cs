using ExcelDataReader;

namespace ArtisansCorner.Importing.Reading;

/// <summary>What cells that span several rows say in each of them.</summary>
internal sealed class MergedCells
{
    private const int Most = 100_000;
    private readonly Dictionary<(int Row, int Column), int> starts = [];
    private readonly Dictionary<int, (int Until, string Text)> open = [];

    /// <summary>Takes those ranges that span rows.</summary>
    public MergedCells(IEnumerable<CellRange>? ranges)
    {
        foreach (var range in (ranges ?? []).Where(range => range.ToRow > range.FromRow).Take(Most)) starts[(range.FromRow, range.FromColumn)] = range.ToRow;
    }

    /// <summary>Whether nothing spans rows.</summary>
    public bool IsEmpty => starts.Count == 0;

    /// <summary>What a cell says, asked for row by row: its own text, or that of the cell that spans it and may be repeated.</summary>
    public string? Fill(int row, int column, string? text, bool mayRepeat)
    {
        if (IsEmpty) return text;
        if (text is not null && mayRepeat && starts.TryGetValue((row, column), out var until)) open[column] = (until, text);
        return text is null && open.TryGetValue(column, out var above) && row <= above.Until ? above.Text : text;
    }
}
