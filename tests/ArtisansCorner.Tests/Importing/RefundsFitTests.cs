using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>No file gives back more than was sold, in pieces or in money.</summary>
public abstract class RefundsFitTests(App app)
{
    private const string Heading = "order,date,title,quantity,unit price,shipping,kind";
    private const string More = "more given back than was sold";

    public sealed class OnSqlite(AppOnSqlite app) : RefundsFitTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RefundsFitTests(app);

    [Theory]
    [InlineData("4,2026-01-08,Mug,3,10.00,,refund")]
    [InlineData("4,2026-01-08,Mug,2,5.00,,refund")]
    [InlineData("4,2026-01-08,Mug,1,10.01,,refund")]
    [InlineData("4,2026-01-08,Mug,1,10.00,3.01,refund")]
    public async Task A_refund_of_more_than_its_sale_has_stays_out_wherever_the_sale_is(string refund)
    {
        var (shop, sale) = (await app.OpenShopAsync(), "4,2026-01-05,Mug,1,10.00,3.00,sale");
        // Before its sale, after it, and in a file of its own.
        foreach (var file in (string[])[Files.Csv(Heading, refund, sale), Files.Csv(Heading, sale, refund), Files.Csv(Heading, refund, "5,2026-01-09,Bowl,1,20.00,,sale")])
        {
            var read = await shop.ReadAsync(file);
            Assert.Equal((0, 1), ((int)read["adds"]["refunds"], (int)read["rejected"]));
            Assert.Equal([More], read.Reasons());
            await shop.DoAsync(read, "apply", "done");
        }

        var month = await shop.FiguresAsync("2026-01-01", "2026-01-31");
        Assert.Equal((3000, 0, 3000), ((long)month["grossSales"], (long)month["returns"], (long)month["netSales"]));
    }

    [Fact]
    public async Task Refunds_of_one_sale_share_what_it_has()
    {
        var shop = await app.OpenShopAsync();
        var file = Files.Csv(Heading, "4,2026-01-05,Mug,3,10.00,3.00,sale", "4,2026-01-08,Mug,2,10.00,,refund", "4,2026-01-09,Mug,1,10.00,3.00,refund", "4,2026-01-10,Mug,1,10.00,,refund");
        var import = await shop.ImportAsync(file);
        Assert.Equal((1, 2, 1), ((int)import["adds"]["sales"], (int)import["adds"]["refunds"], (int)import["rejected"]));
        var month = await shop.FiguresAsync("2026-01-01", "2026-01-31");
        Assert.Equal((3000, 0, 0), ((long)month["returns"], (long)month["netSales"], (long)month["shipping"]));
        // What went in is here, not too much.
        var again = await shop.ReadAsync(file);
        Assert.Equal((0, 0, 3, 1), ((int)again["adds"]["sales"], (int)again["adds"]["refunds"], (int)again["alreadyHere"], (int)again["rejected"]));
    }

    [Fact]
    public async Task What_the_preview_lets_in_goes_in_however_far_a_refund_stands_from_its_sale()
    {
        var shop = await app.OpenShopAsync();
        // More lines between them than are held at once, so that the preview no longer knows the sale.
        var between = Enumerable.Range(0, 4_500).Select(i => $"B{i},2026-01-06,Bowl,1,1.00,,sale");
        var read = await shop.ReadAsync(Files.Csv(Heading, ["4,2026-01-05,Mug,1,10.00,,sale", .. between, "4,2026-01-08,Mug,3,10.00,,refund"]));
        var done = await shop.DoAsync(read, "apply", "done");
        Assert.Equal(((int)read["adds"]["refunds"], (int)read["rejected"]), ((int)done["adds"]["refunds"], (int)done["rejected"]));
        Assert.Equal(3000 * (int)read["adds"]["refunds"], (long)(await shop.FiguresAsync("2026-01-01", "2026-01-31"))["returns"]);
    }

    [Fact]
    public async Task What_was_given_back_here_leaves_less_for_a_file()
    {
        var shop = await app.OpenShopAsync();
        await shop.ImportAsync(Files.Csv(Heading, "4,2026-01-05,Mug,1,10.00,,sale"));
        var sale = (Guid)Assert.Single((await shop.GetAsync("sales")).Is(200)["items"])["id"];
        var line = (Guid)(await shop.GetAsync($"sales/{sale}")).Is(200)["lines"][0]["id"];
        (await shop.PostAsync($"sales/{sale}/refunds", new { day = "2026-01-06", lines = new[] { new { lineId = line, quantity = 1 } } })).Is(201);
        var read = await shop.ReadAsync(Files.Csv(Heading, "4,2026-01-08,Mug,1,10.00,,refund"));
        Assert.Equal(More, Assert.Single(read.Reasons()));
    }

    [Fact]
    public async Task A_refund_of_a_sale_that_nobody_knows_is_what_it_says()
    {
        var import = await (await app.OpenShopAsync()).ImportAsync(Files.Csv(Heading, "4,2026-01-08,Mug,3,10.00,,refund"));
        Assert.Equal(1, (int)import["adds"]["refunds"]);
    }

    [Fact]
    public async Task Of_amounts_alone_PayPals_are_of_goods_shipping_and_tax_as_the_payment_was()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        var headings = await Platforms.HeadingsAsync("paypal.activity");
        var import = await shop.ImportAsAsync("paypal-sales", Platforms.Of(headings, Payment("T1", "25.00", "5.00", "0.00"), Refund("T2", "-24.00", "T1"), Payment("T3", "27.00", "5.00", "2.00"), Refund("T4", "-24.00", "T3"), Refund("T5", "-3.01", "T3")));
        Assert.Equal((More, 2), (Assert.Single(import.Reasons()), (int)import["adds"]["refunds"]));
        var month = await shop.FiguresAsync("2026-03-01", "2026-03-31");
        // 24.00 of 20 + 5, and of 20 + 5 + 2 of tax.
        Assert.Equal((4000, 0, 1000 - 400 - 222, 200 - 178), ((long)month["returns"], (long)month["netSales"], (long)month["shipping"], (long)month["tax"]));
        // The rest comes in a file of another month.
        var rest = await shop.ImportAsAsync("paypal-sales", Platforms.Of(headings, Refund("T6", "-3.00", "T3")));
        Assert.Equal(1, (int)rest["adds"]["refunds"]);
        month = await shop.FiguresAsync("2026-03-01", "2026-03-31");
        Assert.Equal((4000, 100, 0), ((long)month["returns"], (long)month["shipping"], (long)month["tax"]));
    }

    private static (string, string)[] Payment(string number, string gross, string shipping, string tax) => [.. Row("03/13/2026", "Express Checkout Payment", gross, number), ("Shipping and Handling Amount", shipping), ("Sales Tax", tax)];

    private static (string, string)[] Refund(string number, string gross, string of) => [.. Row("03/16/2026", "Payment Refund", gross, number), ("Reference Txn ID", of)];

    private static (string, string)[] Row(string date, string type, string gross, string number) =>
    [
        ("Date", date), ("Time", "10:00:00"), ("TimeZone", "EDT"), ("Type", type), ("Status", "Completed"), ("Currency", "USD"), ("Gross", gross), ("Fee", "0.00"), ("Net", gross), ("Transaction ID", number),
    ];
}
