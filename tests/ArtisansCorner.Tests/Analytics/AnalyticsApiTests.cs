using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Analytics;

public abstract class AnalyticsApiTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : AnalyticsApiTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : AnalyticsApiTests(app);

    [Fact]
    public async Task The_summary_tells_every_figure_by_its_definition()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 2000, pieces: 10, unitCost: 500);
        await SellAsync(shop, "2026-02-10", "ada@example.org", 2, discount: 300, shipping: 400, tax: 120, marketplaceTax: 70, fee: 90);
        await SellAsync(shop, "2026-03-01", "ada@example.org", 1);
        var sale = await SellAsync(shop, "2026-03-05", "bob@example.org", 3);
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", new
        {
            refundedAt = "2026-03-20T12:00:00Z",
            restock = true,
            lines = new[] { new { lineId = (Guid)sale["lines"][0]["id"], quantity = 1 } },
        })).Is(201);

        await Eventually.PassesAsync(async () =>
        {
            var answer = (await shop.GetAsync("analytics/summary?from=2026-03-01&to=2026-03-31&compare=previous-year")).Is(200);
            var march = answer["current"];
            Assert.Equal(("GBP", "2026-03-01", "2026-03-31"), ((string?)answer["currency"], (string?)answer["from"], (string?)answer["to"]));
            Assert.Equal((2, 4, 3, 8000, 0, 2000, 6000), (N(march, "orders"), N(march, "units"), N(march, "netUnits"), N(march, "grossSales"), N(march, "discounts"), N(march, "returns"), N(march, "netSales")));
            Assert.Equal((1500, 4500, 4000), (N(march, "costOfGoods"), N(march, "contribution"), N(march, "averageOrderValue")));
            Assert.Equal((2, 1, 0.5, 0.0), (N(march, "customers"), N(march, "newCustomers"), (double)march["returningCustomerRate"], (double)march["repeatPurchaseRate"]));
            Assert.Equal((0, true), (N(answer["compared"], "orders"), answer["compared"]["averageOrderValue"].IsNull));
        });

        var february = (await shop.GetAsync("analytics/summary?from=2026-02-10&to=2026-02-10")).Is(200);
        Assert.True(february["compared"].IsNull);
        Assert.Equal((4000, 300, 3700), (N(february["current"], "grossSales"), N(february["current"], "discounts"), N(february["current"], "netSales")));
        Assert.Equal((400, 120, 70, 90, 4220), (N(february["current"], "shipping"), N(february["current"], "tax"), N(february["current"], "marketplaceTax"), N(february["current"], "fees"), N(february["current"], "totalSales")));
    }

    [Fact]
    public async Task A_cancelled_sale_stays_on_its_day_and_its_return_stands_on_the_day_it_was_cancelled()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("BOWL", price: 3000, pieces: 5);
        var sale = await SellAsync(shop, "2026-01-31", "ada@example.org", 1, sku: "BOWL");
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/cancel", new { })).Is(200);
        var today = app.Time.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", null);
        await Eventually.PassesAsync(async () =>
        {
            var then = (await shop.GetAsync("analytics/summary?from=2026-01-31&to=2026-01-31")).Is(200)["current"];
            Assert.Equal((1, 3000), (N(then, "orders"), N(then, "netSales")));
            var now = (await shop.GetAsync($"analytics/summary?from=2026-02-01&to={today}")).Is(200)["current"];
            Assert.Equal((0, 3000, -3000), (N(now, "orders"), N(now, "returns"), N(now, "netSales")));
        });
    }

    [Fact]
    public async Task A_sale_at_2330_on_new_years_eve_in_Auckland_is_on_that_day()
    {
        var shop = await app.OpenShopAsync("NZD", "NZ", "Pacific/Auckland");
        (await shop.PostAsync("sales", new { channel = "Fair", soldAt = "2025-12-31T10:30:00Z", lines = new[] { new { title = "Vase", quantity = 1, unitPrice = 9000 } } })).Is(201);
        await Eventually.PassesAsync(async () =>
        {
            var series = (await shop.GetAsync("analytics/series?from=2025-12-30&to=2026-01-02&bucket=day")).Is(200);
            Assert.Equal([0, 9000, 0, 0], series["points"].Select(point => N(point, "netSales")));
            var cell = Assert.Single((await shop.GetAsync("analytics/heatmap?from=2025-12-31&to=2025-12-31")).Is(200)["cells"], cell => N(cell, "orders") > 0);
            Assert.Equal((3, 23), (N(cell, "weekday"), N(cell, "hour")));
        });
    }

    [Fact]
    public async Task A_series_has_every_bucket_and_cuts_the_first_and_the_last()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1000, pieces: 9);
        await SellAsync(shop, "2026-01-15", null, 1);
        await SellAsync(shop, "2026-03-02", null, 2);
        await Eventually.PassesAsync(async () =>
        {
            var series = (await shop.GetAsync("analytics/series?metric=units&from=2026-01-15&to=2026-03-02&bucket=month")).Is(200);
            Assert.Equal(("month", "units"), ((string?)series["bucket"], (string?)series["metric"]));
            Assert.Equal(["2026-01-15 2026-01-31 1", "2026-02-01 2026-02-28 0", "2026-03-01 2026-03-02 2"],
                series["points"].Select(point => $"{(string?)point["start"]} {(string?)point["end"]} {N(point, "value")}"));
            Assert.Equal([1000, 0, 2000], series["points"].Select(point => N(point, "grossSales")));
        });
    }

    [Fact]
    public async Task Products_and_channels_sum_to_the_shop()
    {
        var shop = await app.OpenShopAsync();
        foreach (var (sku, price) in ((string, long)[])[("A", 5000), ("B", 3000), ("C", 1000)]) await shop.AddProductAsync(sku, price, 5, unitCost: price / 4);
        foreach (var sku in (string[])["A", "B", "C"]) await SellAsync(shop, "2026-05-05", null, 1, sku: sku, fee: 10);
        (await shop.PostAsync("sales", new { channel = "Etsy", day = "2026-05-05", lines = new[] { new { title = "Gift wrap", quantity = 1, unitPrice = 200 } } })).Is(201);
        await Eventually.PassesAsync(async () =>
        {
            var products = (await shop.GetAsync("analytics/products?from=2026-05-01&to=2026-05-31&limit=2")).Is(200);
            Assert.Equal(["A", "B"], products["items"].Select(item => (string?)item["sku"]));
            Assert.Equal((2, 1200, 9200, 0.75), (N(products, "otherCount"), N(products["others"], "netSales"), N(products["total"], "netSales"), (double)products["items"][0]["margin"]));
            var channels = (await shop.GetAsync("analytics/channels?from=2026-05-01&to=2026-05-31")).Is(200)["items"];
            Assert.Equal([("Fair", 3, 9000, 30), ("Etsy", 1, 200, 0)], channels.Select(one => ((string?)one["name"], N(one, "orders"), N(one, "netSales"), N(one, "fees"))));
        });
    }

    [Fact]
    public async Task Filters_stack_and_each_row_of_a_breakdown_is_what_its_filter_shows()
    {
        var shop = await app.OpenShopAsync();
        foreach (var (sku, price) in ((string, long)[])[("MUG", 5000), ("BOWL", 3000)]) await shop.AddProductAsync(sku, price, 5);
        await SellAsync(shop, "2026-05-05", "ada@example.org", 2, shipping: 400, fee: 90);
        await SellAsync(shop, "2026-05-09", "ada@example.org", 1, sku: "BOWL");
        (await shop.PostAsync("sales", new { channel = "Etsy", day = "2026-05-09", lines = new[] { new { sku = "MUG", quantity = 1, unitPrice = 4500 } } })).Is(201);
        await Eventually.PassesAsync(async () =>
        {
            var rows = (await shop.GetAsync("analytics/breakdown?by=product&channel=fair&from=2026-05-01&to=2026-05-31")).Is(200)["items"];
            Assert.Equal([("Piece MUG", 1, 10000), ("Piece BOWL", 1, 3000)], rows.Select(row => ((string?)row["name"], N(row, "orders"), N(row, "netSales"))));
            foreach (var row in rows)
            {
                var alone = (await shop.GetAsync($"analytics/summary?channel=fair&product={(string?)row["key"]}&from=2026-05-01&to=2026-05-31")).Is(200)["current"];
                Assert.Equal((N(row, "netSales"), N(row, "units"), 0L, 0L), (N(alone, "netSales"), N(alone, "units"), N(alone, "shipping"), N(alone, "fees")));
            }

            var returning = (await shop.GetAsync("analytics/summary?buyers=returning&from=2026-05-01&to=2026-05-31")).Is(200)["current"];
            Assert.Equal((1, 3000), (N(returning, "orders"), N(returning, "netSales")));
        });
        var listed = (await shop.GetAsync("sales?buyers=returning&from=2026-05-01&to=2026-05-31")).Is(200)["items"];
        Assert.Equal(3000, N(Assert.Single(listed), "grossSales"));
    }

    [Fact]
    public async Task Values_of_one_filter_add_up_and_filters_narrow()
    {
        var shop = await app.OpenShopAsync();
        foreach (var (channel, country, price) in ((string, string, int)[])[("Etsy", "GB", 1), ("Square", "GB", 20), ("Fair", "NZ", 300), ("Etsy", "NZ", 4000)])
        {
            (await shop.PostAsync("sales", new
            {
                channel,
                day = "2026-05-05",
                customer = new { email = $"{channel}.{country}@example.org", country, region = country == "GB" ? "Wales" : "Otago" },
                lines = new[] { new { title = "Mug", quantity = 1, unitPrice = price } },
            })).Is(201);
        }

        await Eventually.PassesAsync(async () => Assert.Equal(4321, await NetAsync("")));
        Assert.Equal(4021, await NetAsync("channel=Etsy&channel=square"));
        Assert.Equal(21, await NetAsync("channel=Etsy&channel=square&country=GB"));
        Assert.Equal(4321, await NetAsync("country=NZ&country=GB&country=&buyers=new&buyers=returning"));
        Assert.Equal(4321, await NetAsync("product=&maker=&buyers=&customer=&channel="));
        Assert.Equal(0, await NetAsync($"customer={Guid.CreateVersion7()}&customer={Guid.CreateVersion7()}"));
        Assert.Equal(3, (await shop.GetAsync("sales?channel=Etsy&channel=Square")).Is(200)["items"].Count);
        var rows = (await shop.GetAsync("analytics/breakdown?by=channel&channel=Etsy&channel=Square&from=2026-05-01&to=2026-05-31")).Is(200)["items"];
        Assert.Equal([("Etsy", 4001), ("Square", 20)], rows.Select(row => ((string?)row["name"], N(row, "netSales"))));
        Assert.Equal(21, await NetAsync("region=Wales"));
        Assert.Equal(0, await NetAsync("region=Wales&country=NZ"));
        var regions = (await shop.GetAsync("analytics/breakdown?by=region&from=2026-05-01&to=2026-05-31")).Is(200)["items"];
        Assert.Equal([("Otago", 4300), ("Wales", 21)], regions.Select(row => ((string?)row["key"], N(row, "netSales"))));
        var crowd = string.Join('&', Enumerable.Range(0, 51).Select(i => $"channel={i}"));
        foreach (var path in (string[])["analytics/summary?", "analytics/heatmap?", "sales?"])
            Assert.Contains("at most 50", (await shop.GetAsync(path + crowd)).Refuses(422, "channel"), StringComparison.Ordinal);
        (await shop.GetAsync("sales?product=one&product=two")).Is(400);
        Assert.Contains("returning", (string?)(await shop.GetAsync("analytics/summary?buyers=new&buyers=odd")).Is(400)["detail"], StringComparison.Ordinal);

        async Task<long> NetAsync(string query) => N((await shop.GetAsync($"analytics/summary?{query}&from=2026-05-01&to=2026-05-31")).Is(200)["current"], "netSales");
    }

    [Fact]
    public async Task Returns_count_on_the_day_of_the_sale_where_that_is_asked_for()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("BOWL", price: 3000, pieces: 5);
        var sale = await SellAsync(shop, "2025-12-30", "ada@example.org", 1, sku: "BOWL");
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", new { refundedAt = "2026-01-02T12:00:00Z", restock = true, lines = new[] { new { lineId = (Guid)sale["lines"][0]["id"], quantity = 1 } } })).Is(201);
        await Eventually.PassesAsync(async () =>
        {
            Assert.Equal((3000, -3000), (await NetAsync("from=2025-12-01&to=2025-12-31"), await NetAsync("from=2026-01-01&to=2026-01-31")));
            Assert.Equal((0, 0), (await NetAsync("returns=order&from=2025-12-01&to=2025-12-31"), await NetAsync("returns=order&from=2026-01-01&to=2026-01-31")));
        });
        var held = (await shop.GetAsync("analytics/summary?from=2026-01-01&to=2026-01-31&compare=custom&compareFrom=2025-12-30&compareTo=2025-12-31")).Is(200);
        Assert.Equal(("2025-12-30", 3000), ((string?)held["comparedFrom"], N(held["compared"], "netSales")));
        Assert.Contains("ledger or order", (await shop.GetAsync("analytics/summary?returns=never")).Refuses(422, "returns"), StringComparison.Ordinal);

        async Task<long> NetAsync(string query) => N((await shop.GetAsync($"analytics/summary?{query}")).Is(200)["current"], "netSales");
    }

    [Fact]
    public async Task Every_figure_opens_to_the_rows_it_is_the_sum_of()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("BOWL", price: 3000, pieces: 5);
        var sale = await SellAsync(shop, "2025-12-30", "ada@example.org", 1, sku: "BOWL");
        await SellAsync(shop, "2026-01-03", "ada@example.org", 2, sku: "BOWL");
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", new { refundedAt = "2026-01-02T12:00:00Z", restock = true, lines = new[] { new { lineId = (Guid)sale["lines"][0]["id"], quantity = 1 } } })).Is(201);
        await Eventually.PassesAsync(async () => Assert.Equal(3000, N((await shop.GetAsync("analytics/ledger?from=2026-01-01&to=2026-01-31")).Is(200), "sum")));
        var rows = (await shop.GetAsync("analytics/ledger?from=2026-01-01&to=2026-01-31&limit=1")).Is(200);
        Assert.Equal(("sale", "Piece BOWL × 2", 6000), ((string?)rows["items"][0]["kind"], (string?)rows["items"][0]["what"], N(rows["items"][0], "netSales")));
        var rest = (await shop.GetAsync($"analytics/ledger?from=2026-01-01&to=2026-01-31&cursor={(string?)rows["next"]}")).Is(200);
        Assert.Equal(("refund", (Guid)sale["id"], -3000), ((string?)rest["items"][0]["kind"], (Guid)rest["items"][0]["saleId"], N(rest["items"][0], "netSales")));
        Assert.Equal(1, rest["items"].Count);
        var returns = (await shop.GetAsync("analytics/ledger?from=2026-01-01&to=2026-01-31&metric=returns")).Is(200);
        Assert.Equal((3000, 1, "returns"), (N(returns, "sum"), returns["items"].Count, (string?)returns["metric"]));
    }

    [Theory]
    [InlineData("summary?from=2026-02-30", "from")]
    [InlineData("summary?from=yesterday", "from")]
    [InlineData("summary?from=2026-02-02&to=2026-02-01", "from")]
    [InlineData("summary?from=1999-01-01&to=2026-02-01", "from")]
    [InlineData("summary?from=0001-01-01&to=0001-01-02", "from")]
    [InlineData("summary?to=9999-12-31", "to")]
    [InlineData("summary?compare=last", "compare")]
    [InlineData("summary?compare=custom", "compareFrom")]
    [InlineData("summary?compare=custom&compareFrom=2026-01-01", "compareFrom")]
    [InlineData("series?bucket=hour", "bucket")]
    [InlineData("ledger?metric=margin", "metric")]
    [InlineData("ledger?metric=moon", "metric")]
    [InlineData("ledger?limit=0", "limit")]
    [InlineData("series?metric=luck", "metric")]
    [InlineData("products?limit=0", "limit")]
    public async Task What_makes_no_sense_is_refused_in_a_sentence(string path, string field)
    {
        var shop = await app.OpenShopAsync();
        var sentence = (await shop.GetAsync("analytics/" + path)).Refuses(422, field);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_shop_and_nobody_see_nothing()
    {
        var (shop, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        foreach (var path in (string[])["summary", "series", "products", "channels", "heatmap"])
        {
            (await shop.As(other).GetAsync("analytics/" + path)).Is(404);
            (await shop.As(await app.NobodyAsync()).GetAsync("analytics/" + path)).Is(401);
        }
    }

    private static long N(Json json, string field) => (long)json[field];

    private static async Task<Json> SellAsync(
        TestShop shop, string day, string? email, int quantity, string sku = "MUG", int discount = 0, int shipping = 0, int tax = 0, int marketplaceTax = 0, int fee = 0) =>
        (await shop.PostAsync("sales", new
        {
            channel = "Fair",
            day,
            customer = email is null ? null : new { email },
            lines = new[] { new { sku, quantity, discount } },
            shipping,
            tax,
            marketplaceTax,
            fees = fee == 0 ? [] : new[] { new { type = "Fee", amount = fee } },
        })).Is(201);
}
