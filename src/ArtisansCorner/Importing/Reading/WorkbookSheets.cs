using System.Globalization;
using System.Text;
using ArtisansCorner.Platform.Files;
using ArtisansCorner.Platform.Problems;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace ArtisansCorner.Importing.Reading;

/// <summary>
/// Writes each sheet of an Excel workbook as a CSV, row by row, so that all behind it reads one kind of table: dates as 2026-12-31,
/// numbers with a point and the sign of the currency that they are shown in, formulas by the value they had when the workbook was saved or by what shows that they failed, merged cells
/// in each row that they span.
/// </summary>
internal sealed class WorkbookSheets(Func<string, Stream> create, Func<ValueTask> tick)
{
    private const int MostSheets = 100;
    private const int TickEvery = 1000;
    private const int SearchedForColumns = 1000;
    private static readonly Problem Damaged = new("damaged", "This Excel workbook cannot be opened: it looks damaged. Open it yourself, save the sheet as CSV, and bring that file.");

    private readonly NumberFormats formats = new();
    private bool writes;

    static WorkbookSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Why a sheet could not be written, or nothing. Sheets without rows, and hidden ones, are passed over.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="errors">Where formulas failed in it; nothing where none did, or where that cannot be told.</param>
    /// <param name="isOld">Whether it is of the kind before .xlsx.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<Problem?> RunAsync(Stream file, WorkbookErrors? errors, bool isOld, CancellationToken cancel)
    {
        try
        {
            file.Position = 0;
            var how = new ExcelReaderConfiguration { LeaveOpen = true };
            using var reader = isOld ? ExcelReaderFactory.CreateBinaryReader(file, how) : ExcelReaderFactory.CreateOpenXmlReader(file, how);
            if (reader.ResultsCount > MostSheets) return new Problem("too_many_sheets", $"This workbook has more than {MostSheets} sheets. Bring only those with your figures.");
            do
            {
                cancel.ThrowIfCancellationRequested();
                if (reader.VisibleState == "visible" && reader.Read() && await WriteAsync(reader, errors, cancel) is { } problem) return problem;
            }
            while (reader.NextResult());
            return null;
        }
        catch (InvalidPasswordException)
        {
            return new Problem("encrypted", "This workbook is protected by a password. Save it without one, or save the sheet as CSV, and bring that file.");
        }
        // A disk that is full is no fault of the file.
        catch (Exception problem) when (!writes && (problem is ExcelReaderException || ZipCheck.IsDamage(problem)))
        {
            return Damaged;
        }
    }

    private async Task<Problem?> WriteAsync(IExcelDataReader reader, WorkbookErrors? errors, CancellationToken cancel)
    {
        var name = reader.Name;
        await using var writer = new StreamWriter(create(name), new UTF8Encoding(false), 1 << 16);
        using var failed = errors?.Of(name);
        var merged = new MergedCells(reader.MergeCells);
        var cells = new List<string?>();
        var row = 0;
        do
        {
            cells.Clear();
            var width = row < SearchedForColumns ? reader.FieldCount : Math.Min(reader.FieldCount, CsvRows.MostColumns);
            for (var column = 0; column < width; column++)
            {
                var text = merged.Fill(row, column, failed?.At(row, column) ?? Text(reader, column), merged.IsEmpty || MayRepeat(reader, column));
                if (text is null) continue;
                if (column >= CsvRows.MostColumns) return new Problem("too_many_columns", $"The sheet “{name}” has something in column {column + 1:N0}; up to {CsvRows.MostColumns} can be read.");
                while (cells.Count < column) cells.Add(null);
                cells.Add(text);
            }

            writes = true;
            await writer.WriteAsync(CsvText.Line(cells).AsMemory(), cancel);
            writes = false;
            if (++row > CsvRows.MostRows + 1) return new Problem("too_many_rows", $"The sheet “{name}” has more than {CsvRows.MostRows:N0} rows. Split it and bring the parts one after the other.");
            if (row % TickEvery == 0) await tick();
        }
        while (reader.Read());
        return null;
    }

    // What is merged over rows names something in each, such as an order or a day; but an amount, counted in each, would be counted twice.
    // A whole number without decimals or a sign may be either, and is taken for the number of an order.
    private static bool MayRepeat(IExcelDataReader reader, int column) => reader.GetValue(column) is not double number || NumberFormats.MayBeName(number, reader.GetNumberFormatString(column));

    private string? Text(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => null,
        string text => text.Length == 0 ? null : text,
        DateTime at => Moment(at),
        TimeSpan time => time.ToString(time.Days == 0 ? @"hh\:mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture),
        bool yes => yes ? "TRUE" : "FALSE",
        double number => formats.Write(number, reader.GetNumberFormatString(column)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    private static string Moment(DateTime at)
    {
        // Serials are fractions of a day, a little beside the second they mean.
        at = new DateTime((at.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
        if (at.Year < 1900) return at.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return at.ToString(at.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
