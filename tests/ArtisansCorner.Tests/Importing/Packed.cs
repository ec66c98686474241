using System.IO.Compression;
using System.Security;
using System.Text;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Makes ZIPs and Excel workbooks as programs write them.</summary>
internal static class Packed
{
    // How numbers of the workbooks here may be shown.
    private static readonly string[] Formats =
    [
        "00000", "[$€-407] #,##0.00", "#,##0.00 [$€-1]", "[$$-409]#,##0.00", "#,##0.00 \"USD\"", "\"€\"#,##0.00", "_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-",
        "[Red][$€-407]#,##0.00", "[$£-809]#,##0.00", "_-\"£\"* #,##0.00_-;\\-\"£\"* #,##0.00_-", "[$-409]#,##0.00", "[Red]#,##0.00", "0%", "0.0 \"%\"", "0", "#,##0 \"pcs.\"",
    ];

    /// <summary>A ZIP with these files in it.</summary>
    public static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return packed.ToArray();
    }

    /// <summary>A ZIP with these texts in it.</summary>
    public static byte[] Zip(params (string Name, string Content)[] files) => Zip([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Content)))]);

    /// <summary>A workbook; of each sheet the rows, each a list of cells in the XML of a workbook, see <see cref="Text"/>, <see cref="Number"/>, <see cref="Date"/>.</summary>
    public static byte[] Workbook(params (string Name, string[][] Rows, string[] Merged)[] sheets)
    {
        const string spaces = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        const string package = "http://schemas.openxmlformats.org/package/2006";
        const string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        List<(string, string)> files =
        [
            ("[Content_Types].xml", $"<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
            ("_rels/.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"rId1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
            ("xl/workbook.xml", $"<workbook {spaces}><sheets>{string.Concat(sheets.Select((sheet, at) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{at + 1}\" r:id=\"rId{at + 1}\"/>"))}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{package}/relationships\">{string.Concat(sheets.Select((_, at) => $"<Relationship Id=\"rId{at + 1}\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet{at + 1}.xml\"/>"))}<Relationship Id=\"rId99\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"),
            ("xl/styles.xml", $"<styleSheet {spaces}><numFmts>{string.Concat(Formats.Index().Select(format => $"<numFmt numFmtId=\"{164 + format.Index}\" formatCode=\"{SecurityElement.Escape(format.Item)}\"/>"))}</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/>{string.Concat(Formats.Index().Select(format => $"<xf numFmtId=\"{164 + format.Index}\"/>"))}</cellXfs></styleSheet>"),
        ];
        foreach (var (index, (_, rows, merged)) in sheets.Index())
        {
            var cells = rows.Select((row, at) => $"<row r=\"{at + 1}\">{string.Concat(row.Select((cell, column) => cell.Replace("<c", $"<c r=\"{Letters(column)}{at + 1}\"", StringComparison.Ordinal)))}</row>");
            var spans = merged.Length == 0 ? "" : $"<mergeCells count=\"{merged.Length}\">{string.Concat(merged.Select(span => $"<mergeCell ref=\"{span}\"/>"))}</mergeCells>";
            files.Add(($"xl/worksheets/sheet{index + 1}.xml", $"<worksheet {spaces}><sheetData>{string.Concat(cells)}</sheetData>{spans}</worksheet>"));
        }

        return Zip([.. files]);
    }

    private static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters(column / 26 - 1) + Letters(column % 26);

    /// <summary>A workbook of texts.</summary>
    public static byte[] Workbook(IEnumerable<IEnumerable<string>> rows) => Workbook(("Sheet1", [.. rows.Select(row => row.Select(Text).ToArray())], []));

    /// <summary>A cell with text, without any where it is empty.</summary>
    public static string Text(string text) => text.Length == 0 ? "" : $"<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    /// <summary>A cell with a number.</summary>
    public static string Number(string number) => $"<c><v>{number}</v></c>";

    /// <summary>A cell with a number and a formula that it came from.</summary>
    public static string Formula(string formula, string number) => $"<c><f>{formula}</f><v>{number}</v></c>";

    /// <summary>A cell whose formula failed.</summary>
    public static string Failed(string shown) => $"<c t=\"e\"><f>VLOOKUP(A2,Prices,2)</f><v>{shown}</v></c>";

    /// <summary>A cell with a day, as the number of days since 1900.</summary>
    public static string Date(string serial) => $"<c s=\"1\"><v>{serial}</v></c>";

    /// <summary>A cell with a day and a time.</summary>
    public static string Moment(string serial) => $"<c s=\"2\"><v>{serial}</v></c>";

    /// <summary>A cell with a number that is shown with five digits.</summary>
    public static string Code(string number) => Shown(number, "00000");

    /// <summary>A cell with a number that is shown so.</summary>
    public static string Shown(string number, string format) => $"<c s=\"{3 + Array.IndexOf(Formats, format)}\"><v>{number}</v></c>";
}
