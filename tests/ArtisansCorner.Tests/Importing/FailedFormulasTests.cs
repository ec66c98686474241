using ArtisansCorner.Tests.Harness;
using static ArtisansCorner.Tests.Importing.Packed;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Cells whose formula failed: never “one”, never “none”, and never what something is called.</summary>
public abstract class FailedFormulasTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : FailedFormulasTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : FailedFormulasTests(app);

    [Fact]
    public async Task Each_row_of_a_workbook_that_has_one_waits_for_a_person()
    {
        string[] headings = [.. "date,title,quantity,unit price,discount,customer email".Split(',').Select(Text)];
        string[] good = [Text("2026-01-05"), Text("Mug"), Number("2"), Number("10"), Number("1"), Text("ada@example.com")];
        string[][] failed = [.. good.Select((_, at) => (string[])[.. good.Index().Select(cell => cell.Index == at ? Failed(at % 2 == 0 ? "#N/A" : "#DIV/0!") : cell.Item)])];
        // The sheet before it has one at a place where this one has none, and cells beyond the last column say nothing.
        var workbook = Workbook(("Notes", [[Text("Rates")], [Text("x"), Text("x"), Failed("#REF!")]], []), ("Sales", [headings, good, .. failed, [.. good, Failed("#NUM!")]], []));
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(workbook);
        Assert.Equal((1, 7, 2000), ((int)read["adds"]["sales"], (int)read["rejected"], (long)read["gross"]));
        Assert.Equal(["#N/A", "#DIV/0!", "#N/A", "#DIV/0!", "#N/A", "#DIV/0!"], read["rejectedRows"].Select(row => (string?)row["value"]).Take(6));
        Assert.Equal(["date", "title", "quantity", "unit price", "discount", "customer email"], read["rejectedRows"].Select(row => (string?)row["column"]).Take(6));
        Assert.Contains("a formula failed in this cell", read.Reasons());
    }

    [Theory]
    [InlineData("date,order,title,unit price", "2026-01-05,#N/A,Mug,10")]
    [InlineData("date,channel,title,unit price", "2026-01-05,#REF!,Mug,10")]
    [InlineData("Datum,date,title,unit price", "x,2026-01-05,#BEZUG!,10")]
    [InlineData("name,price,sku", "#N/A,10,MUG")]
    [InlineData("name,price,sku", "Mug,10,#¡VALOR!")]
    [InlineData("name,email", "#NV,ada@example.com")]
    [InlineData("date,amount,category,payee", "2026-01-05,10,#N/A,Post")]
    [InlineData("name,unit,code", "#NOME?,kg,C-1")]
    public async Task What_a_spreadsheet_shows_in_their_place_is_no_text_in_a_CSV_either(string headings, string row)
    {
        var read = await (await app.OpenShopAsync()).ReadAsync(Files.Csv(headings, row));
        Assert.Equal(1, (int)read["rejected"]);
        Assert.Equal(["a formula failed in this cell"], read.Reasons());
    }

    [Theory]
    [InlineData("#1 Mug")]
    [InlineData("#")]
    [InlineData("Mug #N/A")]
    [InlineData("#handmade!")]
    public async Task A_title_with_a_sharp_is_a_title(string title)
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(Files.Csv("date,title,unit price", $"2026-01-05,{title},10"));
        Assert.Equal(title, (string?)Assert.Single((await shop.GetAsync("sales")).Is(200)["items"])["summary"]);
    }
}
