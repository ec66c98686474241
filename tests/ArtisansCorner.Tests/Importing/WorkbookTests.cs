using System.Text;

namespace ArtisansCorner.Tests.Importing;

public sealed class WorkbookTests
{
    private static readonly string[] Headings = [Packed.Text("order"), Packed.Text("date"), Packed.Text("sku"), Packed.Text("title"), Packed.Text("quantity"), Packed.Text("unit price")];

    [Fact]
    public async Task Dates_numbers_formulas_and_codes_are_what_the_sheet_shows()
    {
        using var pipeline = new Pipeline();
        var file = Packed.Workbook(("Sales",
            [
                [], [Packed.Text("My sales of 2026")], [],
                Headings,
                // 46023 is the 1st of January 2026; 0.1 + 0.2 as a computer writes it.
                [Packed.Number("1001"), Packed.Date("46023"), Packed.Code("42"), Packed.Text("Mug & saucer, “blue”"), Packed.Number("2"), Packed.Number("0.30000000000000004")],
                [Packed.Number("1002"), Packed.Moment("46023.4375"), Packed.Code("43"), Packed.Text("=HYPERLINK(1)"), Packed.Formula("1+1", "2"), Packed.Formula("E6*10", "20.5")],
            ], []));
        var (read, problem) = await pipeline.ReadAsync(file);
        Assert.Null(problem);
        var orders = read!.Draft.Orders;
        Assert.Equal(["1001", "1002"], orders.Select(order => order.Number));
        Assert.Equal([new DateTime(2026, 1, 1), new DateTime(2026, 1, 1, 10, 30, 0)], orders.Select(order => order.Moment.At));
        Assert.Equal([true, false], orders.Select(order => order.Moment.DayOnly));
        Assert.Equal(["00042", "00043"], Enumerable.Range(0, read.Draft.Products.Count).Select(read.Draft.Products.SkuOf));
        var lines = orders.SelectMany(read.Draft.LinesOf).ToList();
        Assert.Equal([("Mug & saucer, “blue”", 2, 30, 60), ("=HYPERLINK(1)", 2, 2050, 4100)], lines.Select(line => (line.Title, (int)line.Quantity, (int)line.UnitPrice, (int)line.Gross)));
        // Rows bear the numbers that Excel shows.
        Assert.Equal([5, 6], lines.Select(line => line.Row));
    }

    [Fact]
    public async Task Merged_cells_say_the_same_in_each_row_that_they_span()
    {
        using var pipeline = new Pipeline();
        var file = Packed.Workbook(("Sales",
            [
                [Packed.Text("order"), Packed.Text("date"), Packed.Text("What"), "", Packed.Text("How much")],
                ["", "", Packed.Text("title"), Packed.Text("quantity"), Packed.Text("unit price")],
                [Packed.Text("7"), Packed.Date("46023"), Packed.Text("Mug"), Packed.Number("1"), Packed.Number("10")],
                ["", "", Packed.Text("Bowl"), Packed.Number("2"), Packed.Number("5")],
            ], ["A1:A2", "B1:B2", "C1:D1", "A3:A4", "B3:B4"]));
        var (read, problem) = await pipeline.ReadAsync(file);
        Assert.Null(problem);
        var order = Assert.Single(read!.Draft.Orders);
        Assert.Equal(("7", 2), (order.Number, order.Lines));
        Assert.Empty(read.Draft.Rejections);
    }

    [Fact]
    public async Task Every_sheet_with_rows_is_read_and_empty_ones_are_passed_over()
    {
        using var pipeline = new Pipeline();
        string[] row = [Packed.Text("1"), Packed.Date("46023"), Packed.Text("A"), Packed.Text("Mug"), Packed.Number("1"), Packed.Number("10")];
        string[] wrong = [Packed.Text("2"), Packed.Text("soon"), Packed.Text("A"), Packed.Text("Mug"), Packed.Number("1"), Packed.Number("10")];
        string[] more = [Packed.Text("1"), Packed.Date("46023"), Packed.Text("B"), Packed.Text("Bowl"), Packed.Number("1"), Packed.Number("20")];
        var (read, _) = await pipeline.ReadAsync(Packed.Workbook(("January", [Headings, row], []), ("Empty", [], []), ("Notes", [[Packed.Text("call Ada")]], []), ("February", [Headings, wrong, more], [])));
        Assert.Equal(["January", "Notes", "February"], read!.Parts.Select(part => part.Name));
        Assert.Equal(["sales", null, "sales"], read.Parts.Select(part => part.Format));
        Assert.Equal(3, read.Rows);
        // The order of both sheets is one order; the wrong row knows its sheet.
        Assert.Equal(2, Assert.Single(read.Draft.Orders).Lines);
        Assert.Equal(2, Assert.Single(read.Draft.Rejections).Row - read.Parts[2].FirstRow);
    }

    [Fact]
    public async Task A_workbook_is_known_by_what_is_in_it_and_a_damaged_or_protected_one_is_refused()
    {
        using var pipeline = new Pipeline();
        var file = Packed.Workbook([["date", "title", "unit price"], ["2026-01-05", "Mug", "10.00"]]);
        Assert.Single((await pipeline.ReadAsync(file)).Read!.Draft.Orders);
        Assert.Contains("looks damaged", (await pipeline.ReadAsync(file[..^40])).Problem!.Message, StringComparison.Ordinal);
        Assert.Contains("looks damaged", (await pipeline.ReadAsync([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]])).Problem!.Message, StringComparison.Ordinal);
        var document = Packed.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>"));
        Assert.Contains("office program", (await pipeline.ReadAsync(document)).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_that_inflates_beyond_the_limit_is_refused()
    {
        using var pipeline = new Pipeline();
        var bomb = Packed.Zip(("xl/workbook.xml", "<workbook/>"u8.ToArray()), ("xl/worksheets/sheet1.xml", new byte[120 * 1024 * 1024]));
        Assert.Contains("500 MB", (await pipeline.ReadAsync(bomb)).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_in_column_501_is_refused()
    {
        using var pipeline = new Pipeline();
        var sheet = $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"SG1\"><v>1</v></c></row></sheetData></worksheet>";
        var file = Packed.Workbook([["date"]]);
        Assert.Contains("up to 500", (await pipeline.ReadAsync(Replaced(file, "xl/worksheets/sheet1.xml", sheet))).Problem!.Message, StringComparison.Ordinal);
    }

    private static byte[] Replaced(byte[] zip, string name, string content)
    {
        using var packed = new MemoryStream();
        packed.Write(zip);
        using (var archive = new System.IO.Compression.ZipArchive(packed, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(name)!.Delete();
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }

        return packed.ToArray();
    }
}
