using System.IO.Compression;
using System.Xml;

namespace ArtisansCorner.Importing.Reading;

/// <summary>
/// The cells of a workbook (.xlsx) in which a formula failed, such as #N/A: the library that reads workbooks tells them as empty, and an empty cell may mean
/// “one” or “none”.
/// </summary>
/// <param name="archive">The workbook, as the ZIP that it is.</param>
internal sealed class WorkbookErrors(ZipArchive archive)
{
    private const string Folder = "xl/";
    private static readonly XmlReaderSettings Plain = new() { IgnoreComments = true, IgnoreWhitespace = true, IgnoreProcessingInstructions = true };

    /// <summary>Those of a sheet.</summary>
    public FailedCells Of(string sheet) => new(Read(sheet));

    private IEnumerable<(int Row, int Column, string Shown)> Read(string sheet)
    {
        if (PathOf(sheet) is not { } path || Find(path) is not { } entry) yield break;
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Plain);
        var (row, column, isError) = (-1, -1, false);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            switch (reader.LocalName)
            {
                case "row":
                    (row, column) = (int.TryParse(reader.GetAttribute("r"), out var number) ? number - 1 : row + 1, -1);
                    break;
                case "c":
                    (column, isError) = (ColumnOf(reader.GetAttribute("r")) ?? column + 1, reader.GetAttribute("t") == "e");
                    break;
                case "v" when isError:
                    isError = false;
                    yield return (row, column, reader.ReadElementContentAsString());
                    break;
            }
        }
    }

    private string? PathOf(string sheet)
    {
        string? id = null, path = null;
        Walk(Folder + "workbook.xml", "sheet", reader =>
        {
            if (reader.GetAttribute("name") == sheet) id ??= reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") ?? reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
        });
        Walk(Folder + "_rels/workbook.xml.rels", "Relationship", reader =>
        {
            if (id is not null && reader.GetAttribute("Id") == id) path = reader.GetAttribute("Target");
        });
        return path is null ? null : path.StartsWith('/') ? path[1..] : Folder + path;
    }

    private void Walk(string path, string name, Action<XmlReader> hear)
    {
        if (Find(path) is not { } entry) return;
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Plain);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == name) hear(reader);
        }
    }

    private ZipArchiveEntry? Find(string path) => archive.Entries.FirstOrDefault(entry => entry.FullName.Replace('\\', '/').Equals(path, StringComparison.OrdinalIgnoreCase));

    // “AB12” is in column 27, counted from 0.
    private static int? ColumnOf(string? cell)
    {
        var column = 0;
        foreach (var letter in (cell ?? "").TakeWhile(char.IsAsciiLetterUpper)) column = Math.Min(column, CsvRows.MostColumns * 100) * 26 + (letter - 'A' + 1);
        return column == 0 ? null : column - 1;
    }
}

/// <summary>The failed cells of a sheet, asked for from its first cell to its last, row by row, and read no further than that: none is held.</summary>
internal sealed class FailedCells(IEnumerable<(int Row, int Column, string Shown)> cells) : IDisposable
{
    private readonly IEnumerator<(int Row, int Column, string Shown)> next = cells.GetEnumerator();
    private bool isAny = true;

    /// <summary>What a cell shows whose formula failed, such as “#N/A”, counted from 0; nothing for any other.</summary>
    public string? At(int row, int column)
    {
        // Before the first it stands before all cells.
        while (isAny && (next.Current.Shown is null || (next.Current.Row, next.Current.Column).CompareTo((row, column)) < 0)) isAny = next.MoveNext();
        return isAny && (next.Current.Row, next.Current.Column) == (row, column) ? next.Current.Shown : null;
    }

    /// <inheritdoc />
    public void Dispose() => next.Dispose();
}
