using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>What an amount given back by Shopify is of: tax in proportion, then goods, then shipping, and never more than there was.</summary>
public abstract class ShopifyRefundsTests(App app)
{
    private const string Heading = "Name,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Refunded Amount";

    public sealed class OnSqlite(AppOnSqlite app) : ShopifyRefundsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ShopifyRefundsTests(app);

    [Theory]
    [InlineData("0.00", "25.00", "24.00", 2000, 400, 0)]
    [InlineData("0.00", "25.00", "18.00", 1800, 0, 0)]
    [InlineData("0.00", "25.00", "25.00", 2000, 500, 0)]
    // 1.78 of 24.00 are tax, as 2.00 of 27.00; the shop keeps 2.78 of shipping.
    [InlineData("2.00", "27.00", "24.00", 2000, 222, 178)]
    // The taxes are in the prices: 18.40, 4.60 and 2.00.
    [InlineData("2.00", "25.00", "24.00", 1840, 368, 192)]
    public async Task More_than_the_goods_is_of_the_shipping(string taxes, string total, string refunded, long goods, long shipping, long tax)
    {
        var shop = await OpenAsync();
        await shop.ImportAsync(Files.Csv(Heading, Order(taxes, total, refunded)));
        var month = await MonthAsync(shop);
        Assert.Equal((goods, shipping, tax), await GivenBackAsync(shop));
        Assert.Equal((goods, (long)month["grossSales"] - goods), ((long)month["returns"], (long)month["netSales"]));
    }

    [Fact]
    public async Task What_a_later_export_gives_back_more_is_of_what_is_left()
    {
        var shop = await OpenAsync();
        foreach (var (refunded, expected) in (((string, (long, long, long))[])[("15.00", (1389, 0, 111)), ("24.00", (2000, 222, 178)), ("27.00", (2000, 500, 200)), ("27.00", (2000, 500, 200))]))
        {
            await shop.ImportAsync(Files.Csv(Heading, Order("2.00", "27.00", refunded), Order("2.00", "27.00", "0.00").Replace("#1", "#2", StringComparison.Ordinal)));
            Assert.Equal(expected, await GivenBackAsync(shop));
        }
    }

    [Fact]
    public async Task More_than_the_whole_order_stays_out()
    {
        var read = await (await OpenAsync()).ReadAsync(Files.Csv(Heading, Order("0.00", "25.00", "25.01")));
        Assert.Equal(("failed", "more given back than was sold"), ((string?)read["status"], Assert.Single(read.Reasons())));
    }

    private static string Order(string taxes, string total, string refunded) => $"#1,partially_refunded,USD,20.00,5.00,{taxes},{total},2026-03-15 10:00:00 -0400,1,Bowl,20.00,{refunded}";

    private Task<TestShop> OpenAsync() => app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");

    private static async Task<Json> MonthAsync(TestShop shop) => await shop.FiguresAsync("2026-03-01", "2026-03-31");

    private static async Task<(long Goods, long Shipping, long Tax)> GivenBackAsync(TestShop shop)
    {
        var sale = (await shop.GetAsync("sales")).Is(200)["items"].Single(sale => (string?)sale["externalId"] == "#1");
        var refunds = (await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["refunds"];
        return (refunds.Sum(refund => (long)refund["goods"]), refunds.Sum(refund => (long)refund["shipping"]), refunds.Sum(refund => (long)refund["tax"]));
    }
}
