using System.Text;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

public abstract class RefusedFileTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : RefusedFileTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RefusedFileTests(app);

    private const string Heading = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private const string Row = "536365,85123A,HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom\n";

    // Made when they are needed: a test's data would be written out as text when tests are looked for, tens of megabytes of it.
    private static readonly Dictionary<string, (Func<byte[]> Make, string Sentence)> Made = new()
    {
        ["empty file"] = (() => [], "is empty"),
        ["only spaces and line breaks"] = (() => "\n \r\n\n"u8.ToArray(), "nothing in this file"),
        ["only headings"] = (() => Text(Heading), "no rows"),
        ["a picture"] = (() => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0], "picture"),
        ["a PDF"] = (() => "%PDF-1.7 …"u8.ToArray(), "PDF"),
        ["a workbook"] = (() => "PK\u0003\u0004 …"u8.ToArray(), "save the sheet as CSV"),
        ["an old workbook"] = (() => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "save the sheet as CSV"),
        ["a packed file"] = (() => [0x1F, 0x8B, 8, 0, 0], "compressed"),
        ["binary"] = (() => [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7919 >> 3))], "not text"),
        ["a line of 10 MB"] = (() => [.. Text(Heading), .. Text(new string('x', 10_000_000)), .. Text("\n" + Row)], "longer than"),
        ["a quoted cell of 10 MB"] = (() => [.. Text(Heading + "1,\""), .. Text(new string('x', 10_000_000)), .. Text("\",\n" + Row)], "quotation mark"),
        ["a cell of 2 MB"] = (() => [.. Text(Heading + "1,"), .. Text(new string('x', 2_000_000)), .. Text(",\n" + Row)], "longer than 1 MB"),
        ["UTF-8 that is not"] = (() => [0xEF, 0xBB, 0xBF, .. Text(Heading), 0xFF, 0xC3, (byte)'\n'], "UTF-8"),
        ["cut in a quoted cell"] = (() => Text(Heading + Row + Row + "536366,85123A,\"WHITE HANG"), "cut off"),
        ["cut in a row"] = (() => Text(Heading + Row + Row + "536366,85123A,WHITE HANGING,6,2010-12"), "cut off"),
        ["wrong numbers in every row"] = (() => Text(Heading + Row.Replace("2.55", "two pounds", StringComparison.Ordinal)), "The only row cannot go in: not an amount"),
        ["wrong numbers in both rows"] = (() => Text(Heading + Row.Replace("2.55", "two pounds", StringComparison.Ordinal) + Row.Replace("2.55", "ten pounds", StringComparison.Ordinal)), "None of the 2 rows can go in; most often: not an amount"),
        ["wrong dates in every row"] = (() => Text(Heading + Row.Replace("2010-12-01", "soon", StringComparison.Ordinal)), "not a date"),
        ["only rows without a price"] = (() => Text(Heading + Row.Replace("2.55", "0.00", StringComparison.Ordinal)), "no price"),
        ["headings nobody knows"] = (() => "name,color,weight\nmug,blue,300\n"u8.ToArray(), "“name”, “color”, “weight”"),
        ["too many columns"] = (() => Text(string.Join(',', Enumerable.Range(1, 501)) + "\n1\n"), "up to 500"),
        ["no table at all"] = (() => "Dear shop,\nplease find attached our sales.\n"u8.ToArray(), "do not know a file"),
    };

    public static TheoryData<string> Files => [.. Made.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_file_that_cannot_go_in_is_answered_with_a_sentence_and_changes_nothing(string what)
    {
        var (make, sentence) = Made[what];
        var shop = await app.OpenShopAsync();
        var import = await shop.ReadAsync(make());
        Assert.Equal("failed", (string?)import["status"]);
        Assert.True(((string?)import["error"])!.Contains(sentence, StringComparison.Ordinal), $"{what}: {(string?)import["error"]}");

        (await shop.PostAsync($"imports/{(Guid)import["id"]}/apply")).Refuses(409);
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
        Assert.Empty((await shop.GetAsync("products")).Is(200)["items"]);
    }

    [Theory]
    [InlineData("sales.xlsx", "rows", "“sales.xlsx” is called an Excel workbook, but is none. If it is a CSV, let its name end with .csv and bring it again.")]
    [InlineData("Sales.XLSM", "rows", "“Sales.XLSM” is called an Excel workbook, but is none. If it is a CSV, let its name end with .csv and bring it again.")]
    [InlineData("sales.xlsx", "empty file", "This file is empty.")]
    [InlineData("sales.xlsx", "a picture", "This is a picture. Bring a file of sales saved as CSV.")]
    public async Task What_is_called_a_workbook_and_is_none_is_refused(string name, string what, string sentence)
    {
        var shop = await app.OpenShopAsync();
        var import = await shop.UntilAsync((Guid)(await shop.UploadAsync(what == "rows" ? Text(Heading + Row) : Made[what].Make(), name)).Is(202)["id"], "ready", "failed");
        Assert.Equal(("failed", sentence), ((string?)import["status"], (string?)import["error"]));
        Assert.Equal("ready", (string?)(await shop.ReadAsync(Text(Heading + Row)))["status"]);
    }

    [Fact]
    public async Task A_file_that_did_not_go_in_is_said_on_the_first_screen_until_another_does()
    {
        var shop = await app.OpenShopAsync();
        var first = new Uri($"/{shop.Slug}", UriKind.Relative);
        await shop.AddProductAsync("MUG");
        await shop.SellAsync("MUG");
        await shop.ReadAsync("%PDF-1.7 …"u8.ToArray());
        await Eventually.PassesAsync(async () =>
            Assert.Contains("A file did not go in", await shop.Http.GetStringAsync(first, TestContext.Current.CancellationToken), StringComparison.Ordinal));
        await shop.ImportAsync(Text(Heading + Row));
        Assert.DoesNotContain("A file did not go in", await shop.Http.GetStringAsync(first, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_without_a_file_or_of_too_large_a_file_is_refused()
    {
        var shop = await app.OpenShopAsync();
        using var nothing = new MultipartFormDataContent { { new StringContent("sales"), "format" } };
        (await shop.PostAsync("imports", nothing)).Refuses(422, "file");
        (await shop.PostAsync("imports", new { file = "sales.csv" })).Refuses(415);
        (await shop.UploadAsync(Text(Heading), fields: ("format", "etsy-of-tomorrow"))).Refuses(422, "format");
        (await shop.UploadAsync(Text(Heading), fields: ("mapping", "[1, 2"))).Refuses(422, "mapping");
        (await shop.UploadAsync(new byte[101 * 1024 * 1024])).Refuses(413, "file");
        Assert.Empty((await shop.GetAsync("imports")).Is(200)["items"]);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
