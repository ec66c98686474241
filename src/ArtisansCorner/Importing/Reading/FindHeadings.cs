using System.Text;
using CsvHelper;

namespace ArtisansCorner.Importing.Reading;

/// <summary>
/// Finds out what separates the cells of a table and which of its first rows holds the headings: the one that fits something we know,
/// else the first that looks like headings.
/// </summary>
internal static class FindHeadings
{
    private const int Looked = 25;
    private const int Known = 60;
    private const int Certain = 90;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>The shape of the table. Reads its beginning.</summary>
    /// <param name="file">The table, to be read from any place.</param>
    /// <param name="encoding">How its text is written.</param>
    /// <param name="fits">How well a row fits headings that we know, in percent.</param>
    public static TableShape Run(Stream file, Encoding encoding, Func<IReadOnlyList<string>, int> fits)
    {
        var samples = Separators.Select(separator => (Separator: separator, Rows: Sample(file, encoding, separator))).ToList();
        var (best, shape) = (Known - 1, default(TableShape));
        for (var row = 0; row < Looked && best < Certain; row++)
        {
            foreach (var (separator, rows) in samples)
            {
                if (row >= rows.Count || rows[row].Count(cell => !string.IsNullOrWhiteSpace(cell)) < 2 || fits(rows[row]) is var fit && fit <= best) continue;
                (best, shape) = (fit, new TableShape(separator, row + 1));
            }
        }

        return shape ?? Guess(samples);
    }

    /// <summary>The first rows of a table, up to this many.</summary>
    public static List<string[]> Sample(Stream file, Encoding encoding, char separator, int most = Looked)
    {
        file.Position = 0;
        List<string[]> rows = [];
        try
        {
            using var reader = CsvReader.Create(file, CsvRows.Options(encoding, separator), leaveOpen: true);
            while (rows.Count < most && reader.Read()) rows.Add(reader.Current.ToArray());
        }
        catch (CsvFormatException)
        {
            // What came before it tells enough; who reads on meets it again and says so.
        }

        return rows;
    }

    private static TableShape Guess(List<(char Separator, List<string[]> Rows)> samples)
    {
        var (separator, rows) = samples.MaxBy(sample => Weight(sample.Rows));
        var usual = Usual(rows).Cells;
        for (var row = 0; row < rows.Count; row++)
        {
            var filled = rows[row].Where(cell => !string.IsNullOrWhiteSpace(cell)).ToList();
            if (filled.Count >= Math.Max(2, usual * 0.7) && filled.Count(cell => char.IsAsciiDigit(cell.Trim()[0])) * 2 < filled.Count) return new TableShape(separator, row + 1);
        }

        return new TableShape(separator, 1);
    }

    /// <summary>How much a separator explains: many rows with the same many cells.</summary>
    private static int Weight(List<string[]> rows) => Usual(rows) is var usual ? usual.Rows * (usual.Cells - 1) : 0;

    private static (int Cells, int Rows) Usual(List<string[]> rows)
    {
        var most = rows.Where(row => row.Length > 1).CountBy(row => row.Length).OrderByDescending(length => length.Value * length.Key).FirstOrDefault();
        return most.Value == 0 ? (1, 0) : (most.Key, most.Value);
    }
}
