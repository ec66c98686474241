using System.Text;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

public abstract class OwnSalesFormatTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : OwnSalesFormatTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : OwnSalesFormatTests(app);

    [Fact]
    public async Task The_template_can_be_filled_in_and_brought_back()
    {
        var shop = await app.OpenShopAsync();
        var template = (await shop.GetAsync("imports/template.csv")).Text;
        var import = await shop.ImportAsync(template);
        Assert.Equal("sales", (string?)import["format"]);
        Assert.Equal((2, 1, 2, 1), ((int)import["adds"]["sales"], (int)import["adds"]["refunds"], (int)import["adds"]["products"], (int)import["adds"]["customers"]));

        var sums = (await shop.GetAsync("analytics/summary?from=2026-03-01&to=2026-03-31")).Is(200)["current"];
        // 2 mugs at 24.00, a bowl at 18.00 − 2.00, 5.00 off the order; a mug at 24.00; the bowl comes back for 16.00.
        Assert.Equal((9000, 700, 1600, 6700, 450, 185), ((long)sums["grossSales"], (long)sums["discounts"], (long)sums["returns"], (long)sums["netSales"], (long)sums["shipping"], (long)sums["fees"]));

        var refunded = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"], sale => (string?)sale["externalId"] == "1001");
        Assert.Equal(1600, (long)refunded["refunded"]);
    }

    public static TheoryData<string, byte[]> SameSale => new()
    {
        { "semicolons and decimal commas", Encoding.UTF8.GetBytes("Datum;date;title;quantity;unit price\nx;31.12.2025;Ärmel;1.000;1.234,56 £\n") },
        { "tabs", Encoding.UTF8.GetBytes("date\ttitle\tquantity\tunit price\n2025-12-31\tÄrmel\t1,000\t£1,234.56\n") },
        { "bars and a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Unit Price|QUANTITY|Title|Date\r\n1234.56|1000|Ärmel|31/12/2025\r\n")] },
        { "Windows-1252", [.. "date,title,quantity,unit price\n31/12/2025,"u8, 0xC4, .. "rmel,1000,1234.56\n"u8] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("date,title,quantity,unit price\n31/12/2025,Ärmel,1000,1234.56\n")] },
        { "UTF-16 without a mark", Encoding.Unicode.GetBytes("date,title,quantity,unit price\n31/12/2025,Ärmel,1000,1234.56\n") },
        { "lone carriage returns", Encoding.UTF8.GetBytes("date,title,quantity,unit price\r12/31/2025,\"Ärmel\",\"1,000\",\"£1,234.56\"\r") },
        { "no line break at the end", Encoding.UTF8.GetBytes("date,title,quantity,unit price\n31 Dec 2025,Ärmel,1000,1234.56") },
        { "empty lines and an apostrophe", Encoding.UTF8.GetBytes("\n\ndate,title,quantity,unit price\n\n2025-12-31,'Ärmel,1000,1234.56\n\n") },
    };

    [Theory]
    [MemberData(nameof(SameSale))]
    public async Task However_a_spreadsheet_writes_it_it_is_the_same_sale(string how, byte[] file)
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(file);
        var sale = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"]);
        Assert.Equal((how, "2025-12-31", "Ärmel × 1000", 123_456_000L), (how, (string)sale["day"]!, (string)sale["summary"]!, (long)sale["grossSales"]));
    }

    [Fact]
    public async Task Rows_in_any_order_and_repeated_amounts_of_the_order_count_once()
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(Files.Csv(
            "order,date,sku,quantity,unit price,shipping,order discount",
            "1,2026-01-05 10:00,A,1,10.00,4.00,1.00", "2,2026-01-06,A,1,10.00,,", "1,2026-01-05 09:00,B,2,1.005,4.00,"));
        var sale = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"], sale => (string?)sale["externalId"] == "1");
        Assert.Equal("2026-01-05T09:00:00+00:00", (string?)sale["soldAt"]);
        // 10.00 + 2.01 − 1.00 + 4.00: a price finer than a penny is rounded once, with its quantity.
        Assert.Equal(1501, (long)sale["total"]);
    }

    [Fact]
    public async Task A_wrong_row_keeps_its_whole_order_out_and_comes_back_with_its_reason()
    {
        var shop = await app.OpenShopAsync();
        var import = await shop.ImportAsync(Files.Csv(
            "order,date,sku,title,quantity,unit price",
            "1,2026-01-05,A,Mug,1,10.00", "1,2026-01-05,B,=HYPERLINK(1),1,ten", "2,2026-01-05,A,Mug,1,10.00", "2,2026-01-05,A,Mug,1,10.00"));
        Assert.Equal((4, 2, 2), ((int)import["rows"], (int)import["accepted"], (int)import["rejected"]));
        Assert.Equal("2", (string?)Assert.Single((await shop.GetAsync("sales")).Is(200)["items"])["externalId"]);

        var rejected = (await shop.GetAsync($"imports/{(Guid)import["id"]}/rejected.csv")).Text.Trim('\uFEFF').Split("\r\n");
        Assert.Equal("order,date,sku,title,quantity,unit price,Row,Reason", rejected[0]);
        Assert.Equal("1,2026-01-05,A,Mug,1,10.00,2,another row of its order is wrong", rejected[1]);
        Assert.Equal("1,2026-01-05,B,'=HYPERLINK(1),1,ten,3,not an amount: unit price “ten”", rejected[2]);

        // Mended, the file goes in again, and only what is new is added.
        var mended = await shop.ImportAsync(string.Join("\r\n", rejected).Replace("ten,3", "12.00,3", StringComparison.Ordinal));
        Assert.Equal((1, 0), ((int)mended["adds"]["sales"], (int)mended["alreadyHere"]));
    }

    [Fact]
    public async Task Of_thousands_of_wrong_rows_each_says_what_stands_in_its_cell()
    {
        const int wrong = 1_500;
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv("order,date,sku,quantity,unit price", ["0,2026-01-05,A,1,10.00", .. Enumerable.Range(1, wrong).Select(i => $"{i},2026-01-05,A,1,price {i}")]));
        Assert.Equal((wrong, "price 1"), ((int)read["rejected"], (string?)read["rejectedRows"][0]["value"]));
        var rejected = (await shop.GetAsync($"imports/{(Guid)read["id"]}/rejected.csv")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(wrong + 1, rejected.Length);
        Assert.All(Enumerable.Range(1, wrong), i => Assert.EndsWith($"unit price “price {i}”", rejected[i], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sales_without_a_number_are_known_again_by_what_their_row_says()
    {
        var shop = await app.OpenShopAsync();
        var file = Files.Csv("date,title,unit price", "2026-01-05,Mug,10.00", "2026-01-05,Mug,10.00", "2026-01-06,Mug,10.00");
        await shop.ImportAsync(file);
        var again = await shop.ImportAsync(file + "2026-01-07,Mug,10.00\n");
        Assert.Equal((1, 3), ((int)again["adds"]["sales"], (int)again["alreadyHere"]));
    }

    [Fact]
    public async Task Headings_in_another_language_are_understood_with_a_mapping()
    {
        var shop = await app.OpenShopAsync();
        const string file = "Datum;Artikel;Preis\n5.1.2026;Becher;10,00\n";
        Assert.Equal("failed", (string?)(await shop.ReadAsync(file))["status"]);
        var read = await shop.ReadAsync(file, ("format", "sales"), ("mapping", """{"date":"Datum","title":"Artikel","unit price":"Preis"}"""));
        await shop.DoAsync(read, "apply", "done");
        Assert.Equal("2026-01-05", (string?)Assert.Single((await shop.GetAsync("sales")).Is(200)["items"])["day"]);
    }
}
