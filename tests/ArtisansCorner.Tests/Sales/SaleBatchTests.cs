using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

/// <summary>Many sales in one call, each of which stands or falls alone.</summary>
public abstract class SaleBatchTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SaleBatchTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SaleBatchTests(app);

    [Fact]
    public async Task Each_sale_of_a_batch_stands_or_falls_alone()
    {
        var shop = await app.OpenShopAsync();
        var items = (await shop.PostAsync("sales/batch", new
        {
            sales = new object?[]
            {
                new { channel = "Etsy", externalId = "1", day = "2026-03-14", lines = new[] { Bowl } },
                new { channel = "Nowhere", customer = new { email = "nobody@example.org" }, lines = new[] { new { sku = "NONE", quantity = 1 } } },
                null,
                new { channel = " etsy", externalId = " 1 ", day = "2026-03-15", lines = new[] { Bowl } },
                new { lines = Array.Empty<object>() },
                new { channel = "Etsy", externalId = "2", day = "2026-03-16", lines = new[] { Bowl } },
            },
        })).Is(200)["items"];

        Assert.Equal(["recorded", "refused", "refused", "already", "refused", "recorded"], items.Select(item => (string?)item["status"]));
        Assert.Equal([0, 1, 2, 3, 4, 5], items.Select(item => (long)item["index"]));
        Assert.Equal(((Guid)items[0]["sale"]["id"], "2026-03-14"), ((Guid)items[3]["sale"]["id"], (string?)items[3]["sale"]["day"]));
        Assert.Equal("No product has the code “NONE”.", (string?)items[1]["errors"]["lines[0].sku"][0]);
        Assert.True(items[2]["errors"].Has("sale"));
        Assert.True(items[4]["errors"].Has("channel") && items[4]["errors"].Has("lines"));
        Assert.False(items[0].Has("errors") || items[1].Has("sale"));
        Assert.Equal(["2", "1"], (await shop.GetAsync("sales")).Is(200)["items"].Select(sale => (string?)sale["externalId"]));
        // What was refused left neither its channel nor its buyer behind.
        Assert.DoesNotContain("Nowhere", (await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/sales/new", UriKind.Relative), TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_leaves_everything_as_single_calls_would()
    {
        var sales = Enumerable.Range(0, 230).Select(SaleNumber).ToList();
        var (single, batch) = (await OpenAsync(), await OpenAsync());
        foreach (var sale in sales) await single.PostAsync("sales", sale);
        var items = (await batch.PostAsync("sales/batch", new { sales })).Is(200)["items"];
        Assert.Equal(230, items.Count);
        Assert.Contains("refused", items.Select(item => (string?)item["status"]));
        Assert.Contains("already", items.Select(item => (string?)item["status"]));
        var orders = items.Count(item => (string?)item["status"] == "recorded");
        await Eventually.PassesAsync(async () =>
        {
            foreach (var path in new[] { "summary?from=2026-03-01&to=2026-03-31", "series?from=2026-03-01&to=2026-03-31&bucket=day", "heatmap?from=2026-03-01&to=2026-03-31" })
                Assert.Equal((await single.GetAsync("analytics/" + path)).Is(200).ToString(), (await batch.GetAsync("analytics/" + path)).Is(200).ToString());
            Assert.Equal(await ChannelsAsync(single), await ChannelsAsync(batch));
            Assert.Equal(orders, (long)(await single.GetAsync("analytics/summary?from=2026-03-01&to=2026-03-31")).Is(200)["current"]["orders"]);
        });
        Assert.Equal(await StockAsync(single), await StockAsync(batch));
        Assert.Equal(await SalesAsync(single), await SalesAsync(batch));
    }

    [Fact]
    public async Task The_same_batch_again_under_its_key_makes_nothing_twice_and_tries_again_what_was_refused()
    {
        var shop = await app.OpenShopAsync();
        var batch = new { sales = new object[] { new { channel = "Fair", lines = new[] { Bowl } }, new { channel = "Fair", lines = new[] { new { sku = "MUG", quantity = 1 } } }, new { channel = "Fair", lines = new[] { Bowl } } } };
        var first = (await shop.PostAsync("sales/batch", batch, key: "till")).Is(200)["items"];
        Assert.Equal(["recorded", "refused", "recorded"], first.Select(item => (string?)item["status"]));
        await shop.AddProductAsync("MUG", pieces: 3);
        var again = (await shop.PostAsync("sales/batch", batch, key: "till")).Is(200)["items"];
        Assert.Equal(["already", "recorded", "already"], again.Select(item => (string?)item["status"]));
        Assert.Equal(first[2]["sale"].ToString(), again[2]["sale"].ToString());
        Assert.Equal(3, (await shop.GetAsync("sales")).Is(200)["items"].Count);
        (await shop.PostAsync("sales/batch", new { sales = new[] { new { channel = "Fair", lines = new[] { Bowl } } } }, key: "till")).Refuses(409);
    }

    [Fact]
    public async Task The_same_batch_five_times_at_once_is_one()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 100);
        var sales = Enumerable.Range(0, 40).Select(i => new { channel = "Etsy", externalId = $"{i}", customer = new { email = $"{i % 7}@example.org" }, lines = new[] { new { sku = "MUG", quantity = 1 } } }).ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(turn => shop.PostAsync("sales/batch", new { sales = turn % 2 == 0 ? sales : [.. Enumerable.Reverse(sales)] })));
        Assert.Equal(40, answers.Sum(answer => answer.Is(200)["items"].Count(item => (string?)item["status"] == "recorded")));
        Assert.Equal(60, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task A_batch_has_one_to_a_thousand_sales()
    {
        var shop = await app.OpenShopAsync();
        Assert.Equal("A batch has 1 to 1,000 sales.", (await shop.PostAsync("sales/batch", new { sales = Array.Empty<object>() })).Refuses(422, "sales"));
        (await shop.PostAsync("sales/batch", new { })).Refuses(422, "sales");
        (await shop.PostAsync("sales/batch", new { sales = new object?[1001] })).Refuses(422, "sales");
        var items = (await shop.PostAsync("sales/batch", new { sales = Enumerable.Range(0, 1000).Select(SaleNumber) })).Is(200)["items"];
        Assert.Equal(1000, items.Count);
    }

    private static object Bowl => new { title = "Bowl", quantity = 1, unitPrice = 1500 };

    /// <summary>One of many sales of all kinds: by code, free, unknown, the same again, to old and new buyers, in three channels, on ten days.</summary>
    private static object SaleNumber(int i) => new
    {
        channel = new[] { "Etsy", "Fair", "Own site" }[i % 3],
        externalId = i % 5 == 0 ? null : $"{(i % 11 == 0 ? i / 2 : i)}",
        soldAt = $"2026-03-{1 + (i * 7 % 10):00}T{i % 24:00}:30:00Z",
        customer = i % 4 == 0 ? null : new { email = $"buyer{i % 37}@example.org", name = $"Buyer {i}" },
        lines = new object[] { new { sku = i % 23 == 0 ? "NONE" : i % 2 == 0 ? "MUG" : "JUG", quantity = 1 + (i % 3), discount = i % 6 }, new { title = "Gift wrap", quantity = 1, unitPrice = 251 } },
        orderDiscount = i % 9,
        shipping = i % 2 * 395,
        tax = i % 13,
        fees = new[] { new { type = "Fee", amount = i % 41 } },
    };

    private async Task<TestShop> OpenAsync()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 2600, pieces: 500, unitCost: 333);
        await shop.AddProductAsync("JUG", price: 4100, pieces: 300, threshold: 10, unitCost: 917);
        return shop;
    }

    private static async Task<string> ChannelsAsync(TestShop shop) => string.Join('\n', (await shop.GetAsync("analytics/channels?from=2026-03-01&to=2026-03-31")).Is(200)["items"]
        .Select(channel => $"{channel["name"]} {channel["orders"]} {channel["units"]} {channel["netSales"]} {channel["fees"]} {channel["costOfGoods"]}"));

    private static async Task<string> StockAsync(TestShop shop)
    {
        var stock = (await shop.GetAsync("stock")).Is(200)["items"].Select(item => $"{item["sku"]} {item["onHand"]} {item["state"]}");
        var alerts = (await shop.GetAsync("alerts?all=true")).Is(200)["items"].Select(alert => $"{alert["sku"]} {alert["kind"]} {alert["onHand"]} {alert["threshold"]}");
        return string.Join('\n', [.. stock, .. alerts.Order(StringComparer.Ordinal)]);
    }

    private static async Task<List<string>> SalesAsync(TestShop shop)
    {
        List<string> all = [];
        string? next = "";
        while (next is not null)
        {
            var page = (await shop.GetAsync($"sales?limit=200{(next.Length > 0 ? "&cursor=" + next : "")}")).Is(200);
            all.AddRange(page["items"].Select(sale => $"{sale["soldAt"]} {sale["channel"]} {sale["externalId"]} {sale["customer"]} {sale["total"]} {sale["units"]}"));
            next = (string?)page["next"];
        }

        return [.. all.Order(StringComparer.Ordinal)];
    }
}
