using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace ArtisansCorner.Bench;

/// <summary>A CSV as the workbook that Excel would save of it: one sheet, numbers as numbers, each text once for the whole workbook.</summary>
public static class ImportWorkbook
{
    private const string Spaces = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>The workbook of a file without quotation marks, made when it is not there.</summary>
    public static string Of(string csv)
    {
        var file = Path.ChangeExtension(csv, ".xlsx");
        if (File.Exists(file)) return file;
        Dictionary<string, int> texts = new(StringComparer.Ordinal);
        using (var archive = new ZipArchive(File.Create(file + ".new"), ZipArchiveMode.Create))
        {
            Write(archive, "[Content_Types].xml", [$"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"]);
            Write(archive, "_rels/.rels", [$"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"]);
            Write(archive, "xl/workbook.xml", [$"<workbook {Spaces}><sheets><sheet name=\"Sales\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"]);
            Write(archive, "xl/_rels/workbook.xml.rels", [$"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"]);
            Write(archive, "xl/worksheets/sheet1.xml", [$"<worksheet {Spaces}><sheetData>", .. File.ReadLines(csv).Select((row, at) => Row(row, at + 1, texts)), "</sheetData></worksheet>"]);
            Write(archive, "xl/sharedStrings.xml", [$"<sst {Spaces}>", .. texts.Keys.Select(text => $"<si><t>{SecurityElement.Escape(text)}</t></si>"), "</sst>"]);
        }

        File.Move(file + ".new", file);
        return file;
    }

    private static string Row(string row, int number, Dictionary<string, int> texts)
    {
        var cells = row.Split(',').Select((cell, column) =>
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{number}");
            if (cell.Length == 0) return "";
            if (decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) return $"<c r=\"{place}\"><v>{cell}</v></c>";
            if (!texts.TryGetValue(cell, out var at)) texts.Add(cell, at = texts.Count);
            return string.Create(CultureInfo.InvariantCulture, $"<c r=\"{place}\" t=\"s\"><v>{at}</v></c>");
        });
        return string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">{string.Concat(cells)}</row>");
    }

    private static void Write(ZipArchive archive, string name, IEnumerable<string> parts)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);
        foreach (var part in parts) writer.Write(part);
    }
}
