namespace ArtisansCorner.Platform.Files;

/// <summary>A column of a table.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Share">How wide it is, compared with the others.</param>
/// <param name="IsNumber">Whether it is set from the right.</param>
public sealed record PdfColumn(string Heading, double Share, bool IsNumber = false);

/// <summary>A report or letter on paper: a title, lines, tables that go on over pages with their headings, a number on every page.</summary>
public sealed class PdfSheet : IDisposable
{
    private const double Margin = 20;
    private const double RowHeight = 7;
    private readonly PdfPaper paper;
    private readonly string footer;
    private double y = Margin + 6;

    /// <summary>Begins with a title, and what it is of on the line below.</summary>
    public PdfSheet(string title, string of, string country)
    {
        (paper, footer) = (new PdfPaper(title, country), of);
        paper.Text(Margin, y, title, 18, PdfWeight.Bold);
        y += 7;
        paper.Text(Margin, y, of, 10, gray: 110);
        y += 10;
    }

    /// <summary>Writes lines of text.</summary>
    public void Lines(IEnumerable<string> lines, PdfWeight weight = PdfWeight.Regular)
    {
        foreach (var line in lines)
        {
            Room(5.5);
            paper.Text(Margin, y, paper.Fit(line, paper.Width - (2 * Margin), 10, weight), 10, weight);
            y += 5.5;
        }

        y += 3;
    }

    /// <summary>Sets a table; the last rows may be sums, in bold.</summary>
    public void Table(IReadOnlyList<PdfColumn> columns, IEnumerable<IReadOnlyList<string>> rows, IReadOnlyList<IReadOnlyList<string>>? sums = null)
    {
        var unit = (paper.Width - (2 * Margin)) / columns.Sum(column => column.Share);
        Headings(columns, unit);
        foreach (var row in rows)
        {
            if (Room(RowHeight)) Headings(columns, unit);
            Row(columns, unit, row, PdfWeight.Regular);
        }

        foreach (var row in sums ?? [])
        {
            if (Room(RowHeight)) Headings(columns, unit);
            Row(columns, unit, row, PdfWeight.Bold);
        }

        y += 5;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes()
    {
        Footer();
        return paper.ToBytes();
    }

    /// <inheritdoc />
    public void Dispose() => paper.Dispose();

    private void Headings(IReadOnlyList<PdfColumn> columns, double unit)
    {
        Cells(columns, unit, [.. columns.Select(column => column.Heading)], 8.5, PdfWeight.Regular, 110);
        y += 2.5;
        paper.Line(Margin, y, paper.Width - Margin, y);
        y += 4.5;
    }

    private void Row(IReadOnlyList<PdfColumn> columns, double unit, IReadOnlyList<string> cells, PdfWeight weight)
    {
        Cells(columns, unit, cells, 10, weight, 25);
        y += RowHeight;
    }

    private void Cells(IReadOnlyList<PdfColumn> columns, double unit, IReadOnlyList<string> cells, double points, PdfWeight weight, byte gray)
    {
        var x = Margin;
        foreach (var (column, cell) in columns.Zip(cells))
        {
            var width = column.Share * unit;
            paper.Text(column.IsNumber ? x + width : x, y, paper.Fit(cell, width - 2, points, weight), points, weight, column.IsNumber, gray);
            x += width;
        }
    }

    // Whether a new page began.
    private bool Room(double height)
    {
        if (y + height < paper.Height - Margin) return false;
        Footer();
        paper.Turn();
        y = Margin + 6;
        return true;
    }

    private void Footer()
    {
        paper.Text(Margin, paper.Height - 12, paper.Fit(footer, paper.Width - (2 * Margin) - 20, 8.5), 8.5, gray: 110);
        paper.Text(paper.Width - Margin, paper.Height - 12, $"{paper.Pages}", 8.5, fromRight: true, gray: 110);
    }
}
