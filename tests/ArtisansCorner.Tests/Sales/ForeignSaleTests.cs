using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

/// <summary>Sales in another currency than the shop's; every number was worked out by hand.</summary>
public abstract class ForeignSaleTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ForeignSaleTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ForeignSaleTests(app);

    [Fact]
    public async Task A_sale_in_euros_counts_in_pounds_and_its_parts_sum_to_the_whole()
    {
        var shop = await app.OpenShopAsync();
        var sale = (await shop.PostAsync("sales", new
        {
            channel = "Etsy",
            day = "2026-03-14",
            currency = "eur",
            exchangeRate = "0.855",
            lines = new[] { new { title = "Bowl", quantity = 3, unitPrice = 1111, discount = 0 }, new { title = "Mug", quantity = 1, unitPrice = 1000, discount = 100 } },
            orderDiscount = 333,
            shipping = 700,
            shippingDiscount = 50,
            tax = 119,
            marketplaceTax = 201,
            fees = new[] { new { type = "Listing", amount = 21 }, new { type = "Transaction", amount = 333 } },
        })).Is(201);

        // The discount of 333 over 3333 and 900: 262.2 and 70.8, so 262 and 71. Lines come to 3071 and 829, shipping to 650, tax to 119: 4669 € cents.
        // × 0.855 = 3991.995: 3992 pence, shared: 2625.71, 708.80, 555.75, 101.75 (times 3992/3991.995): 2625 + 708 + 555 + 101 = 3989, and 3 more to .80, .75, .75.
        Assert.Equal(3992, (long)sale["total"]);
        Assert.Equal([2625, 709], sale["lines"].Select(line => (long)line["netSales"]));
        Assert.Equal(556, (long)sale["shipping"] - (long)sale["shippingDiscount"]);
        Assert.Equal(102, (long)sale["tax"]);
        // 333 × 0.855 = 284.7: 285, over 262 and 71: 224.2 and 60.8. 100 × 0.855 = 85.5: 86. 50 × 0.855 = 42.75: 43. 201 × 0.855 = 171.9: 172.
        Assert.Equal([224, 61], sale["lines"].Select(line => (long)line["orderDiscountShare"]));
        Assert.Equal([0, 86], sale["lines"].Select(line => (long)line["discount"]));
        Assert.Equal([2625 + 224, 709 + 86 + 61], sale["lines"].Select(line => (long)line["grossSales"]));
        Assert.Equal((285, 371, 3705, 43, 172), ((long)sale["orderDiscount"], (long)sale["discounts"], (long)sale["grossSales"], (long)sale["shippingDiscount"], (long)sale["marketplaceTax"]));
        // Fees: 354 × 0.855 = 302.67: 303, over 21 and 333: 17.97 and 285.03.
        Assert.Equal([18, 285], sale["fees"].Select(fee => (long)fee["amount"]));
        Assert.Equal([21, 333], sale["fees"].Select(fee => (long)fee["originalAmount"]));

        var original = sale["original"];
        Assert.Equal(("EUR", "0.855", "GBP"), ((string?)original["currency"], (string?)original["exchangeRate"], (string?)sale["currency"]));
        Assert.Equal((4333, 433, 333, 700, 50, 119, 201, 4669),
            ((long)original["grossSales"], (long)original["discounts"], (long)original["orderDiscount"], (long)original["shipping"], (long)original["shippingDiscount"],
             (long)original["tax"], (long)original["marketplaceTax"], (long)original["total"]));
        Assert.Equal([3071, 829], sale["lines"].Select(line => (long)line["original"]["netSales"]));

        var summary = await Eventually.GetAsync(async () => (await shop.GetAsync("analytics/summary?from=2026-03-14&to=2026-03-14")).Is(200)["current"], current => (long)current["orders"] == 1);
        Assert.Equal((3705, 371, 3992, 303), ((long)summary["grossSales"], (long)summary["discounts"], (long)summary["totalSales"], (long)summary["fees"]));
        var page = await PageAsync(shop, sale);
        Assert.Contains("€46.69", page, StringComparison.Ordinal);
        Assert.Contains("0.855", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GBP", "GB", "JPY", "0.0053", 4800, 2544)]        // ¥4,800 × 0.0053 = £25.44
    [InlineData("JPY", "JP", "GBP", "188.68", 2544, 4800)]        // £25.44 × 188.68 = ¥4,800.0192
    [InlineData("GBP", "GB", "KWD", "2.4512", 12345, 3026)]       // 12.345 KWD × 2.4512 = £30.260064
    [InlineData("KWD", "KW", "GBP", "0.408", 3026, 12346)]        // £30.26 × 0.408 = 12.34608 KWD
    [InlineData("KWD", "KW", "JPY", "0.00205", 1000, 2050)]       // ¥1,000 × 0.00205 = 2.050 KWD
    [InlineData("JPY", "JP", "KWD", "487.5", 1001, 488)]          // 1.001 KWD × 487.5 = ¥487.9875
    [InlineData("JPY", "JP", "USD", "150", 1, 2)]                 // 1 cent at 150 is 1.5 yen: away from zero
    public async Task Minor_units_are_right_on_both_sides(string own, string country, string currency, string rate, long price, long counted)
    {
        var shop = await app.OpenShopAsync(own, country, "Asia/Tokyo");
        var sale = (await shop.PostAsync("sales", Sale(currency, rate, price))).Is(201);
        Assert.Equal((counted, own), ((long)sale["total"], (string?)sale["currency"]));
        Assert.Equal((price, currency), ((long)sale["original"]["total"], (string?)sale["original"]["currency"]));
    }

    [Fact]
    public async Task A_rate_may_be_a_number_and_a_line_given_away_stays_given_away()
    {
        var shop = await app.OpenShopAsync();
        var sale = (await shop.PostAsync("sales", """
            { "channel": "Fair", "currency": "USD", "exchangeRate": 0.785,
              "lines": [{ "title": "Sample", "quantity": 1, "unitPrice": 1, "discount": 1 }, { "title": "Bowl", "quantity": 1, "unitPrice": 10 }] }
            """)).Is(201);
        Assert.Equal([0, 8], sale["lines"].Select(line => (long)line["netSales"]));
        Assert.Equal(8, (long)sale["total"]);
    }

    [Fact]
    public async Task What_cannot_be_converted_is_refused_with_a_sentence()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 3);
        Assert.Equal("This shop is kept in GBP: say what one EUR was worth in GBP.", (await shop.PostAsync("sales", Sale("EUR", null, 100))).Refuses(422, "exchangeRate"));
        (await shop.PostAsync("sales", Sale("XYZ", "1.5", 100))).Refuses(422, "currency");
        (await shop.PostAsync("sales", Sale("GBP", "1.5", 100))).Refuses(422, "exchangeRate");
        foreach (var rate in new[] { "0", "-1", "1000000.1", "abc", "0.0000000000001" }) (await shop.PostAsync("sales", Sale("EUR", rate, 100))).Refuses(400, "exchangeRate");
        (await shop.PostAsync("sales", Sale("EUR", "1000000", 100_000_000_000))).Refuses(422, "exchangeRate");
        // A product's own price is in pounds.
        (await shop.PostAsync("sales", new { channel = "Fair", currency = "EUR", exchangeRate = "0.855", lines = new[] { new { sku = "MUG", quantity = 1 } } })).Refuses(422, "lines[0].unitPrice");
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
        Assert.Equal(3, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task A_refund_in_the_sales_currency_counts_at_the_sales_own_rate()
    {
        var shop = await app.OpenShopAsync();
        var sale = (await shop.PostAsync("sales", Sale("EUR", "0.855", 2000))).Is(201);
        var (path, line) = ($"sales/{(Guid)sale["id"]}/refunds", (Guid)sale["lines"][0]["id"]);
        // 20.00 € counted as £17.10; 5.00 € of it are £4.275, so £4.28; the other 15.00 € are £12.825, of which £12.82 are left.
        (await shop.PostAsync(path, new { currency = "USD", lines = new[] { new { lineId = line, quantity = 0, amount = 500 } } })).Refuses(422, "currency");
        (await shop.PostAsync(path, new { currency = "EUR", lines = new[] { new { lineId = line, quantity = 0, amount = 2001 } } })).Refuses(422, "lines[0].amount");
        var first = (await shop.PostAsync(path, new { currency = "EUR", lines = new[] { new { lineId = line, quantity = 0, amount = 500 } } })).Is(201);
        Assert.Equal(428, (long)first["refunds"][0]["goods"]);
        var second = (await shop.PostAsync(path, new { currency = "EUR", lines = new[] { new { lineId = line, quantity = 1, amount = 1500 } } })).Is(201);
        Assert.Equal(1282, (long)second["refunds"][1]["goods"]);
        Assert.Equal("refunded", (string?)second["state"]);
    }

    [Fact]
    public async Task A_refund_without_a_currency_is_in_the_shops()
    {
        var shop = await app.OpenShopAsync();
        var sale = (await shop.PostAsync("sales", Sale("EUR", "0.855", 2000))).Is(201);
        var refunded = (await shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", new { lines = new[] { new { lineId = (Guid)sale["lines"][0]["id"], quantity = 0, amount = 500 } } })).Is(201);
        Assert.Equal(500, (long)refunded["refunds"][0]["goods"]);
    }

    private static object Sale(string currency, string? exchangeRate, long price) =>
        new { channel = "Fair", currency, exchangeRate, lines = new[] { new { title = "Bowl", quantity = 1, unitPrice = price } } };

    private static Task<string> PageAsync(TestShop shop, Json sale) =>
        shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/sales/{(Guid)sale["id"]}", UriKind.Relative), TestContext.Current.CancellationToken);
}
