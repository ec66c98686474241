using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Tables of one upload overlap, as a sheet of each month and one of the year do: what several say goes in once.</summary>
public abstract class OverlappingTablesTests(App app)
{
    private const string Heading = "date,title,unit price";

    public sealed class OnSqlite(AppOnSqlite app) : OverlappingTablesTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : OverlappingTablesTests(app);

    [Fact]
    public async Task Rows_without_a_number_go_in_as_often_as_the_table_that_says_them_most()
    {
        var shop = await app.OpenShopAsync();
        string[] headings = [Packed.Text("date"), Packed.Text("title"), Packed.Text("unit price")];
        string[] mug = [Packed.Text("2026-01-05"), Packed.Text("Mug"), Packed.Number("10")], bowl = [Packed.Text("2026-02-05"), Packed.Text("Bowl"), Packed.Number("20")];
        var read = await shop.ReadAsync(Packed.Workbook(("Jan", [headings, mug, mug], []), ("Feb", [headings, bowl], []), ("All 2026", [headings, mug, bowl, bowl, mug], [])));
        Assert.Equal((4, 3, 6000), ((int)read["adds"]["sales"], (int)read["rejected"], (long)read["gross"]));
        Assert.Equal(["this row is in the file twice"], read.Reasons().Distinct());
        var done = await shop.DoAsync(read, "apply", "done");
        Assert.Equal(4, (int)done["adds"]["sales"]);
        Assert.Equal(6000, (long)(await shop.FiguresAsync("2026-01-01", "2026-12-31"))["grossSales"]);
        Assert.Equal((0, 2), await AgainAsync(shop, Files.Csv(Heading, "2026-01-05,Mug,10", "2026-02-05,Bowl,20")));
    }

    [Fact]
    public async Task Tables_in_a_ZIP_are_no_different()
    {
        var shop = await app.OpenShopAsync();
        var (january, all) = (Files.Csv(Heading, "2026-01-05,Mug,10", "2026-01-06,Mug,-1"), Files.Csv(Heading, "2026-01-05,Mug,10", "2026-01-06,Mug,-1", "2026-01-07,Mug,10"));
        var import = await shop.ImportAsync(Packed.Zip(("jan.csv", january), ("all.csv", all), ("jan again.csv", january)));
        Assert.Equal((2, 5), ((int)import["adds"]["sales"], (int)import["rejected"]));
    }

    [Fact]
    public async Task What_one_table_numbers_as_another_is_known_is_one_sale()
    {
        var first = await app.OpenShopAsync();
        var unnumbered = Files.Csv(Heading, "2026-01-05,Mug,10");
        await first.ImportAsync(unnumbered);
        var number = (string?)Assert.Single((await first.GetAsync("sales")).Is(200)["items"])["externalId"];
        var shop = await app.OpenShopAsync();
        var import = await shop.ImportAsync(Packed.Zip(("a.csv", unnumbered), ("b.csv", Files.Csv($"order,{Heading}", $"{number},2026-01-05,Mug,10"))));
        Assert.Equal((1, 1), ((int)import["adds"]["sales"], (int)import["alreadyHere"]));
    }

    [Fact]
    public async Task WooCommerces_exports_of_two_times_are_each_order_once()
    {
        var shop = await app.OpenShopAsync();
        const string heading = "Date,Order #,Status,Customer,Product(s),Items sold,Net Sales";
        const string sale = "2026-03-16 10:00:00,1203,refunded,Ada,2× Bowl,2,60.00", back = "2026-04-02 10:00:00,1203,refunded,Ada,1× Bowl,-1,-30.00", more = "2026-04-03 10:00:00,1203,refunded,Ada,1× Bowl,-1,-30.00";
        var import = await shop.ImportAsync(Packed.Zip(("march.csv", Files.Csv(heading, sale, back)), ("april.csv", Files.Csv(heading, sale, back, more))));
        Assert.Equal((1, 2, 2), ((int)import["adds"]["sales"], (int)import["adds"]["refunds"], (int)import["rejected"]));
        var figures = await shop.FiguresAsync("2026-01-01", "2026-12-31");
        Assert.Equal((6000, 6000), ((long)figures["grossSales"], (long)figures["returns"]));
    }

    [Fact]
    public async Task An_order_of_ones_own_table_that_Etsys_tells_of_too_is_one_sale()
    {
        var shop = await app.OpenShopAsync();
        const string etsy = "Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Ship Country,Currency,Order Value,Shipping,Order Total,Buyer";
        var upload = Packed.Zip(
            ("mine.csv", Files.Csv("order,date,channel,title,unit price", "9001,2026-03-01,Etsy,Mug,30", "9002,2026-03-02,Etsy,Bowl,20")),
            ("EtsySoldOrders.csv", Files.Csv(etsy, "03/01/26,9001,ada,Ada Lovelace,1,United Kingdom,GBP,30.00,5.00,35.00,Ada Lovelace (ada)", "03/13/26,9003,ada,Ada Lovelace,1,United Kingdom,GBP,30.00,5.00,35.00,Ada Lovelace (ada)")));
        var read = await shop.ReadAsync(upload);
        Assert.Equal((3, 8000), ((int)read["adds"]["sales"], (long)read["gross"]));
        var import = await shop.DoAsync(read, "apply", "done");
        Assert.Equal(8000, (long)(await shop.FiguresAsync("2026-01-01", "2026-12-31"))["grossSales"]);
        Assert.Equal(["9001", "9002", "9003"], (await shop.GetAsync("sales")).Is(200)["items"].Select(sale => (string?)sale["externalId"]).Order());
        await shop.DoAsync(import, "undo", "undone");
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
    }

    public static TheoryData<string, string[], string[]> Overlapping => new()
    {
        // An order of two pieces alike, and one that goes on in the second table.
        {
            "order,date,sku,quantity,unit price,shipping", ["1001,2026-01-05,MUG,1,10.00,4.00", "1001,2026-01-05,MUG,1,10.00,", "1002,2026-01-06,BOWL,1,20.00,"],
            ["1001,2026-01-05,MUG,1,10.00,4.00", "1001,2026-01-05,MUG,1,10.00,", "1002,2026-01-06,BOWL,1,20.00,", "1002,2026-01-06,MUG,1,10.00,", "1003,2026-02-01,MUG,1,10.00,"]
        },
        {
            "Date,Time,Time Zone,Item,Qty,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Event Type", ["2026-01-05,12:00:00,London,Mug,1,10.00,0,10.00,0,T1,Payment", "2026-01-05,12:00:00,London,Mug,1,10.00,0,10.00,0,T1,Payment", "2026-01-06,12:00:00,London,Bowl,1,20.00,0,20.00,0,T2,Payment"],
            ["2026-01-05,12:00:00,London,Mug,1,10.00,0,10.00,0,T1,Payment", "2026-01-05,12:00:00,London,Mug,1,10.00,0,10.00,0,T1,Payment", "2026-01-06,12:00:00,London,Bowl,1,20.00,0,20.00,0,T2,Payment", "2026-01-06,12:00:00,London,Mug,1,10.00,0,10.00,0,T2,Payment", "2026-02-01,12:00:00,London,Mug,1,10.00,0,10.00,0,T3,Payment"]
        },
        {
            "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country", ["536365,MUG,Mug,1,2026-01-05 08:26:00,10.00,17850,United Kingdom", "536365,MUG,Mug,1,2026-01-05 08:26:00,10.00,17850,United Kingdom", "536366,BOWL,Bowl,1,2026-01-06 08:26:00,20.00,17850,United Kingdom"],
            ["536365,MUG,Mug,1,2026-01-05 08:26:00,10.00,17850,United Kingdom", "536365,MUG,Mug,1,2026-01-05 08:26:00,10.00,17850,United Kingdom", "536366,BOWL,Bowl,1,2026-01-06 08:26:00,20.00,17850,United Kingdom", "536366,MUG,Mug,1,2026-01-06 08:26:00,10.00,17850,United Kingdom", "536367,MUG,Mug,1,2026-02-01 08:26:00,10.00,17850,United Kingdom"]
        },
    };

    [Theory]
    [MemberData(nameof(Overlapping))]
    public async Task Numbered_orders_that_two_tables_tell_of_have_each_of_their_rows_once(string heading, string[] january, string[] all)
    {
        var shop = await app.OpenShopAsync(timeZone: "Europe/London");
        var import = await shop.ImportAsync(Packed.Zip(("january.csv", Files.Csv(heading, january)), ("all.csv", Files.Csv(heading, all))));
        Assert.Equal((3, 3), ((int)import["adds"]["sales"], (int)import["rejected"]));
        Assert.Equal(["this row is in the file twice"], import.Reasons());
        var figures = await shop.FiguresAsync("2026-01-01", "2026-12-31");
        Assert.Equal((6000, 3, 5), ((long)figures["grossSales"], (long)figures["orders"], (long)figures["units"]));
    }

    private static async Task<(int Sales, int Here)> AgainAsync(TestShop shop, string file)
    {
        var read = await shop.ReadAsync(file);
        return ((int)read["adds"]["sales"], (int)read["alreadyHere"]);
    }
}
