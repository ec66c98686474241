using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Shopify's exports overlap, come in any order, and know more each time.</summary>
public abstract class ShopifyExportsTests(App app)
{
    private const string Heading = "Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Shipping Country,Notes,Cancelled at,Refunded Amount,Lineitem discount";
    private const string Early = "#1003,cy@example.org,partially_refunded,USD,20.00,4.00,0.00,24.00,,0.00,2026-03-17 10:00:00 -0400,1,Bowl,20.00,BOWL,Cy,US,,,7.50,0.00";
    private const string Later = "#1003,cy@example.org,partially_refunded,USD,20.00,4.00,0.00,24.00,,0.00,2026-03-17 10:00:00 -0400,1,Bowl,20.00,BOWL,Cy,US,,,12.00,0.00";
    private const string Between = "#1004,di@example.org,paid,USD,20.00,0.00,0.00,20.00,,0.00,2026-04-02 10:00:00 -0400,1,Bowl,20.00,BOWL,Di,US,,,0.00,0.00";

    public sealed class OnSqlite(AppOnSqlite app) : ShopifyExportsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ShopifyExportsTests(app);

    [Fact]
    public async Task Exports_that_overlap_bring_each_order_once_and_what_a_later_one_gave_back_more()
    {
        var shop = await OpenAsync();
        await shop.ImportAsync(Files.Csv(Heading, Early));
        Assert.Equal((750, 0), await ReturnsAsync(shop));
        var later = await shop.ImportAsync(Files.Csv(Heading, Later, Between));
        Assert.Equal((1, 1), ((long)later["adds"]["sales"], (long)later["adds"]["refunds"]));
        // As of the last day that the later file knows.
        Assert.Equal((750, 450), await ReturnsAsync(shop));
        // Again, and an older one after it, change nothing.
        foreach (var file in (string[])[Files.Csv(Heading, Later, Between), Files.Csv(Heading, Early)])
        {
            var again = await shop.ImportAsync(file);
            Assert.Equal((0, 0), ((long)again["adds"]["sales"], (long)again["adds"]["refunds"]));
        }

        Assert.Equal((750, 450), await ReturnsAsync(shop));
        Assert.Equal(2, (await shop.GetAsync("sales")).Is(200)["items"].Count);
        // Taking the later one back leaves what the first told.
        await shop.DoAsync(later, "undo", "undone");
        Assert.Equal((750, 0), await ReturnsAsync(shop));
    }

    [Fact]
    public async Task The_later_export_first_comes_to_the_same_sum()
    {
        var shop = await OpenAsync();
        await shop.ImportAsync(Files.Csv(Heading, Later, Between));
        await shop.ImportAsync(Files.Csv(Heading, Early));
        Assert.Equal((1200, 0), await ReturnsAsync(shop));
    }

    [Fact]
    public async Task What_was_given_back_here_is_not_given_back_again_by_a_file()
    {
        var shop = await OpenAsync();
        await shop.ImportAsync(Files.Csv(Heading, Early.Replace(",7.50,", ",0.00,", StringComparison.Ordinal)));
        var sale = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"]);
        var line = (await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["lines"][0];
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", new { day = "2026-03-20", lines = new[] { new { lineId = (Guid)line["id"], quantity = 0, amount = 750 } } })).Is(201);
        Assert.Equal(0, (long)(await shop.ImportAsync(Files.Csv(Heading, Early)))["adds"]["refunds"]);
        Assert.Equal((750, 0), await ReturnsAsync(shop));
    }

    [Fact]
    public async Task Taxes_inside_the_prices_are_taken_out_to_the_cent()
    {
        var shop = await OpenAsync();
        // 2 × 11.90 + 9.99 − 3.39 = 30.40; with 4.90 of shipping 35.30, of which 5.64 are taxes.
        await shop.ImportAsync(Files.Csv(
            Heading,
            "#2001,ada@example.org,paid,USD,30.40,4.90,5.64,35.30,TEN,3.39,2026-03-15 10:00:00 -0400,2,Mug,11.90,MUG,Ada,US,,,0.00,0.00",
            "#2001,ada@example.org,,,,,,,,,2026-03-15 10:00:00 -0400,1,Bowl,9.99,BOWL,,,,,,0.00"));
        var sale = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"]);
        var whole = (await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200);
        Assert.Equal((564, 3530), ((long)whole["tax"], (long)whole["total"]));
        Assert.Equal(3530 - 564, (long)whole["grossSales"] - (long)whole["discounts"] + (long)whole["shipping"]);
        // 4.90 of 35.30 are 0.78 of the taxes.
        Assert.Equal(412, (long)whole["shipping"]);
    }

    private Task<TestShop> OpenAsync() => app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");

    private static async Task<(long March, long April)> ReturnsAsync(TestShop shop) => (await MonthAsync(shop, "2026-03-01", "2026-03-31"), await MonthAsync(shop, "2026-04-01", "2026-04-30"));

    private static async Task<long> MonthAsync(TestShop shop, string from, string to) => (long)(await shop.GetAsync($"analytics/summary?from={from}&to={to}")).Is(200)["current"]["returns"];
}
