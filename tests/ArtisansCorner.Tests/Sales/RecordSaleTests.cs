using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

public abstract class RecordSaleTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : RecordSaleTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RecordSaleTests(app);

    [Fact]
    public async Task Every_amount_of_a_sale_is_kept_and_adds_up()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1999, pieces: 10, unitCost: 400, name: "Speckled mug");
        var sale = (await shop.PostAsync("sales", new
        {
            channel = "Etsy",
            externalId = "3141592653",
            soldAt = "2026-03-14T15:09:26Z",
            currency = "GBP",
            customer = new { email = "Ada@example.org", name = "Ada Lovelace", country = "GB", region = "Kent", city = "Deal", postcode = "CT14 7AA", externalId = "buyer-1" },
            lines = new object[]
            {
                new { sku = "mug", quantity = 3, discount = 97 },
                new { title = "Gift wrap", quantity = 1, unitPrice = 250 },
            },
            orderDiscount = 100,
            shipping = 495,
            shippingDiscount = 95,
            tax = 333,
            marketplaceTax = 77,
            fees = new[] { new { type = "Transaction fee", amount = 412 }, new { type = "Listing fee", amount = 16 } },
            note = " Wrap it well ",
        })).Is(201);

        Assert.Equal(("2026-03-14", "Etsy", "3141592653", "paid"), ((string?)sale["day"], (string?)sale["channel"], (string?)sale["externalId"], (string?)sale["state"]));
        Assert.Equal((6247, 197, 100), ((long)sale["grossSales"], (long)sale["discounts"], (long)sale["orderDiscount"]));
        Assert.Equal((495, 95, 333, 77), ((long)sale["shipping"], (long)sale["shippingDiscount"], (long)sale["tax"], (long)sale["marketplaceTax"]));
        Assert.Equal(6247 - 197 + 495 - 95 + 333, (long)sale["total"]);
        Assert.Equal((4, 1200), ((long)sale["units"], (long)sale["costOfGoods"]));
        Assert.Equal("Speckled mug × 3, Gift wrap", (string?)sale["summary"]);
        Assert.Equal("Wrap it well", (string?)sale["note"]);
        Assert.Equal(("Ada Lovelace", "Deal"), ((string?)sale["customer"]["name"], (string?)sale["customer"]["city"]));
        Assert.Equal(428, sale["fees"].Sum(fee => (long)fee["amount"]));

        // 100 over 5900 and 250: 95.93… and 4.07…
        Assert.Equal([96, 4], sale["lines"].Select(line => (long)line["orderDiscountShare"]));
        Assert.Equal([5997 - 97 - 96, 250 - 4], sale["lines"].Select(line => (long)line["netSales"]));
        Assert.Equal(sale.ToString(), (await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200).ToString());
    }

    [Theory]
    [InlineData("JPY", "JP", "Asia/Tokyo", 1200)]
    [InlineData("KWD", "KW", "Asia/Kuwait", 4750)]
    public async Task Money_is_whole_minor_units_whatever_the_currency(string currency, string country, string zone, long price)
    {
        var shop = await app.OpenShopAsync(currency, country, zone);
        var sale = (await shop.PostAsync("sales", new { channel = "Fair", currency, lines = new[] { new { title = "Bowl", quantity = 2, unitPrice = price } } })).Is(201);
        Assert.Equal((2 * price, currency), ((long)sale["total"], (string?)sale["currency"]));
    }

    [Theory]
    [InlineData("Pacific/Auckland", "NZ", "2025-12-31T10:30:00Z", "2025-12-31")]
    [InlineData("Pacific/Auckland", "NZ", "2025-12-31T11:30:00Z", "2026-01-01")]
    [InlineData("Pacific/Kiritimati", "KI", "2025-12-31T10:00:00Z", "2026-01-01")]
    [InlineData("America/New_York", "US", "2026-01-01T00:50:00Z", "2025-12-31")]
    [InlineData("America/New_York", "US", "2025-11-02T05:30:00Z", "2025-11-02")]
    [InlineData("Europe/London", "GB", "2026-06-30T23:30:00Z", "2026-07-01")]
    [InlineData("Europe/London", "GB", "2025-12-31T23:30:00+13:00", "2025-12-31")]
    public async Task A_sale_counts_on_the_day_of_the_shops_clock(string zone, string country, string soldAt, string day)
    {
        var shop = await app.OpenShopAsync(country: country, timeZone: zone);
        var sale = (await shop.PostAsync("sales", new { channel = "Fair", soldAt, lines = new[] { Bowl } })).Is(201);
        Assert.Equal(day, (string?)sale["day"]);
    }

    [Fact]
    public async Task A_sale_of_which_only_the_day_is_known_is_on_that_day()
    {
        var shop = await app.OpenShopAsync(country: "NZ", timeZone: "Pacific/Auckland");
        var sale = (await shop.PostAsync("sales", new { channel = "Fair", day = "2025-12-31", lines = new[] { Bowl } })).Is(201);
        Assert.Equal("2025-12-31", (string?)sale["day"]);
        Assert.False((bool)sale["timeKnown"]);
    }

    [Fact]
    public async Task A_channel_is_one_however_it_is_written()
    {
        var shop = await app.OpenShopAsync();
        foreach (var channel in new[] { "Etsy", " etsy", "ETSY " }) (await shop.PostAsync("sales", new { channel, lines = new[] { Bowl } })).Is(201);
        var listed = (await shop.GetAsync("sales?channel=eTSY")).Is(200)["items"];
        Assert.Equal(["Etsy", "Etsy", "Etsy"], listed.Select(sale => (string?)sale["channel"]));
    }

    [Fact]
    public async Task A_customer_is_one_by_email_in_any_case()
    {
        var shop = await app.OpenShopAsync();
        var first = await SellToAsync(shop, new { email = "Ada@Example.org", name = "Ada" });
        var again = await SellToAsync(shop, new { email = " ada@example.ORG" });
        var other = await SellToAsync(shop, new { email = "grace@example.org" });
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.Equal(2, (await shop.GetAsync($"sales?customer={first}")).Is(200)["items"].Count);
    }

    [Fact]
    public async Task Twenty_sales_at_once_to_one_new_customer_in_one_new_channel_make_one_of_each()
    {
        var shop = await app.OpenShopAsync();
        var customers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SellToAsync(shop, new { email = "ada@example.org" })));
        Assert.Single(customers.Distinct());
    }

    [Fact]
    public async Task An_order_discount_is_shared_so_that_the_parts_sum_to_the_whole()
    {
        var shop = await app.OpenShopAsync();
        var lines = Enumerable.Range(0, 3).Select(i => new { title = $"Bowl {i}", quantity = 1, unitPrice = 1000 });
        var sale = (await shop.PostAsync("sales", new { channel = "Fair", lines, orderDiscount = 100 })).Is(201);
        Assert.Equal([34, 33, 33], sale["lines"].Select(line => (long)line["orderDiscountShare"]));
    }

    [Fact]
    public async Task Titles_in_any_script_are_kept_as_they_are()
    {
        var shop = await app.OpenShopAsync();
        var title = string.Concat(Enumerable.Repeat("🏺", 150));
        var sale = (await shop.PostAsync("sales", new
        {
            channel = "蚤の市 🎪",
            externalId = "№ 5/ä",
            customer = new { email = "ŝĉ@example.org", name = string.Concat(Enumerable.Repeat("ﷺ", 200)) },
            lines = new[] { new { title, quantity = 1, unitPrice = 1 }, new { title = "ﷺ" + title[..298], quantity = 2, unitPrice = 1 } },
        })).Is(201);
        Assert.Equal(title, (string?)sale["lines"][0]["title"]);
        Assert.Single((await shop.GetAsync($"sales?q={Uri.EscapeDataString("🏺🏺")}")).Is(200)["items"]);
    }

    private static object Bowl => new { title = "Bowl", quantity = 1, unitPrice = 1500 };

    private static async Task<Guid> SellToAsync(TestShop shop, object customer) =>
        (Guid)(await shop.PostAsync("sales", new { channel = "Own site", customer, lines = new[] { Bowl } })).Is(201)["customer"]["id"];
}
