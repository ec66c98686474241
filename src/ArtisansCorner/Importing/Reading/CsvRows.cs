using System.Text;
using ArtisansCorner.Platform.Problems;
using CsvHelper;

namespace ArtisansCorner.Importing.Reading;

/// <summary>
/// A CSV file row by row, numbered as a spreadsheet numbers them (the heading is row 1).
/// Stops with a sentence at what cannot be read; looks at one row at a time.
/// </summary>
public sealed class CsvRows : IDisposable
{
    /// <summary>How many rows a file may have.</summary>
    public const int MostRows = 2_000_000;

    /// <summary>How many columns a file may have.</summary>
    public const int MostColumns = 500;

    /// <summary>How many bytes a cell may have.</summary>
    public const int LongestCell = 1 << 20;

    /// <summary>How many bytes a row may have.</summary>
    public const int LongestRow = 4 << 20;

    private readonly CsvReader reader;
    private bool unfinished;
    private char[] text = new char[512];
    private int used;
    private (int Row, int From, int Length)[] cells = [];

    private readonly int firstRow;
    private int row;

    private CsvRows(Stream file, Encoding encoding, char separator, int firstRow)
    {
        this.firstRow = firstRow;
        EndsWithLineBreak = LastBytes(file) is [.., (byte)'\n' or (byte)'\r'] or [(byte)'\n' or (byte)'\r', 0];
        reader = CsvReader.Create(file, Options(encoding, separator) with
        {
            OnMalformedRecord = bad => unfinished |= bad.Reason == CsvMalformedReason.UnterminatedQuote,
        });
    }

    /// <summary>The headings.</summary>
    public Headings Headings { get; private set; } = new([]);

    /// <summary>Whether the last row is ended as the others are; one that is not may be half a row.</summary>
    public bool EndsWithLineBreak { get; }

    /// <summary>The number of the present row, counted on from the rows of the tables before it in the same upload.</summary>
    public int Number => firstRow + row;

    /// <summary>The number of the present row in its own table, as a spreadsheet shows it.</summary>
    public int OwnNumber => row;

    /// <summary>Why reading stopped before the end, or nothing.</summary>
    public Problem? Problem { get; private set; }

    /// <summary>How many cells the present row has.</summary>
    public int Count => reader.FieldCount;

    /// <summary>Whether a cell of the present row stands under no heading: a comma without quotation marks moved the rest.</summary>
    public bool HasMoreCellsThanHeadings
    {
        get
        {
            for (var i = Headings.Names.Count; i < reader.FieldCount; i++)
            {
                if (!reader.IsEmpty(i)) return true;
            }

            return false;
        }
    }

    /// <summary>Opens a table and reads its headings.</summary>
    /// <param name="file">The table.</param>
    /// <param name="encoding">How its text is written.</param>
    /// <param name="shape">Where its headings stand and what separates its cells.</param>
    /// <param name="mapping">For our names, which of the headings stand for them.</param>
    /// <param name="firstRow">How many rows the tables before it in the same upload have.</param>
    public static Outcome<CsvRows> Open(Stream file, Encoding encoding, TableShape shape, IReadOnlyDictionary<string, string>? mapping = null, int firstRow = 0)
    {
        var rows = new CsvRows(file, encoding, shape.Separator, firstRow);
        if (rows.ReadHeadings(shape.HeadingRow, mapping) is not { } problem) return rows;
        rows.Dispose();
        return problem;
    }

    /// <summary>Goes to the next row that has something in it; false at the end, or when <see cref="Problem"/> says why not.</summary>
    public bool Read()
    {
        try
        {
            while (reader.Read())
            {
                row++;
                used = 0;
                if (IsBlank()) continue;
                return !IsTooMuch();
            }

            return false;
        }
        catch (CsvFormatException)
        {
            Problem = TooLong(row + 1);
            return false;
        }
    }

    /// <summary>The text of a cell without outer spaces; empty for a cell that is not there. Good until the next row.</summary>
    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            if (column < 0 || column >= reader.FieldCount) return [];
            // Formats look at a cell several times.
            if (column >= cells.Length) Array.Resize(ref cells, reader.FieldCount);
            if (cells[column].Row != row) cells[column] = Decode(column);
            return text.AsSpan(cells[column].From, cells[column].Length);
        }
    }

    /// <summary>The cells of the present row as they are.</summary>
    public string[] Cells() => reader.Current.ToArray();

    /// <inheritdoc />
    public void Dispose() => reader.Dispose();

    /// <summary>How any table is read.</summary>
    internal static CsvReaderOptions Options(Encoding encoding, char separator) => new()
    {
        Encoding = encoding,
        Separator = separator,
        HasHeader = false,
        MaxRecordSize = LongestRow,
        SkipEmptyLines = false,
    };

    private Problem? ReadHeadings(int headingRow, IReadOnlyDictionary<string, string>? mapping)
    {
        try
        {
            do
            {
                if (!reader.Read()) return new Problem("empty_file", "There is nothing in this file.");
                row++;
            }
            while (row < headingRow || IsBlank());
        }
        catch (CsvFormatException)
        {
            return TooLong(row + 1);
        }

        if (reader.FieldCount > MostColumns) return new Problem("too_many_columns", $"This file has {reader.FieldCount:N0} columns; up to {MostColumns} can be read.");
        Headings = new Headings(Cells(), mapping);
        return null;
    }

    private (int Row, int From, int Length) Decode(int column)
    {
        var most = reader.GetRawSpan(column).Length;
        if (text.Length - used < most) Array.Resize(ref text, Math.Max(text.Length * 2, used + most));
        var cell = text.AsSpan(used, reader.GetChars(column, text.AsSpan(used)));
        var (from, length) = (cell.Length - cell.TrimStart().Length, cell.Trim().Length);
        // Spreadsheets write 'text before what they must not read as a number.
        if (length > 0 && cell[from] == '\'') (from, length) = (from + 1, length - 1);
        from += used;
        used += cell.Length;
        return (row, from, length);
    }

    /// <summary>Whether no cell of the present row has anything in it, as in lines that spreadsheets write below a table.</summary>
    private bool IsBlank()
    {
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (!reader.IsEmpty(i) && !reader.GetRawSpan(i).TrimStart((byte)' ').IsEmpty) return false;
        }

        return true;
    }

    private bool IsTooMuch()
    {
        Problem = true switch
        {
            _ when unfinished => new Problem("cut_off", $"This file ends inside a quoted cell that begins in row {row:N0}: it looks cut off. Download it again and bring the whole file."),
            _ when row > MostRows + 1 => new Problem("too_many_rows", $"This file has more than {MostRows:N0} rows. Split it and bring the parts one after the other."),
            _ when reader.FieldCount > MostColumns => new Problem("too_many_columns", $"Row {row:N0} has {reader.FieldCount:N0} cells; up to {MostColumns} can be read."),
            _ when HasLongCell() => new Problem("cell_too_long", $"A cell in row {row:N0} is longer than 1 MB. Is a quotation mark left open there?"),
            _ => null,
        };
        return Problem is not null;
    }

    private bool HasLongCell()
    {
        if (reader.RawRecord.Length <= LongestCell) return false;
        for (var i = 0; i < reader.FieldCount; i++)
        {
            if (reader.GetRawSpan(i).Length > LongestCell) return true;
        }

        return false;
    }

    private static byte[] LastBytes(Stream file)
    {
        var last = new byte[2];
        file.Seek(-Math.Min(2, file.Length), SeekOrigin.End);
        file.ReadAtLeast(last, 2, throwOnEndOfStream: false);
        file.Position = 0;
        return last;
    }

    private static Problem TooLong(int row) =>
        new("row_too_long", $"Row {row:N0} is longer than 4 MB. Is a quotation mark left open there?");
}
