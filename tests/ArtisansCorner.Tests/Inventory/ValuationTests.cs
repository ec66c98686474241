using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Inventory;

public abstract class ValuationTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ValuationTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ValuationTests(app);

    [Fact]
    public async Task Negative_stock_is_trued_up_when_the_receipt_comes()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        Assert.Equal(0, (long)(await shop.SellAsync("MUG", 4))["costOfGoods"]);
        await BookAsync(shop, new { sku = "MUG", quantity = 10, reason = "received", unitCost = 500 });
        var stock = await shop.StockOfAsync("MUG");
        Assert.Equal((6, 3000), ((long)stock["onHand"], (long)stock["value"]));
        // Four went while nothing was known; now it is.
        var sold = (await shop.GetAsync("sales")).Is(200)["items"][0];
        await Eventually.PassesAsync(async () => Assert.Equal(2000, (long)(await shop.GetAsync($"sales/{(string)sold["id"]!}")).Is(200)["costOfGoods"]));
        // From then on what is missing is taken to cost the same, and the difference is told on the day it comes.
        Assert.Equal(4000, (long)(await shop.SellAsync("MUG", 8))["costOfGoods"]);
        Assert.Equal((-2, -1000), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["value"]));
        await BookAsync(shop, new { sku = "MUG", quantity = 5, reason = "received", unitCost = 600 });
        Assert.Equal((3, 1800), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["value"]));
        Assert.Equal(200, (long)(await shop.GetAsync("stock/movements")).Is(200)["items"][0]["trueUp"]);
    }

    [Fact]
    public async Task What_is_written_down_late_counts_from_when_it_happened()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        var sold = await SellAsync(shop, 2, "2026-11-20T10:00:00Z");
        Assert.Equal(0, (long)sold["costOfGoods"]);
        await BookAsync(shop, new { sku = "MUG", quantity = 4, reason = "received", unitCost = 300, at = "2026-11-18T10:00:00Z" });
        Assert.Equal(600, (long)(await shop.StockOfAsync("MUG"))["value"]);
        // The sale, its day and the dashboard follow.
        await Eventually.PassesAsync(async () => Assert.Equal(600, (long)(await shop.GetAsync($"sales/{(string)sold["id"]!}")).Is(200)["costOfGoods"]));
        await Eventually.PassesAsync(async () => Assert.Equal(600, (long)(await shop.GetAsync("analytics/summary?from=2026-11-20&to=2026-11-20")).Is(200)["current"]["costOfGoods"]));
    }

    [Fact]
    public async Task The_value_is_the_same_in_whatever_order_things_are_entered()
    {
        object[] movements =
        [
            new { sku = "MUG", quantity = 3, reason = "received", unitCost = 500, at = "2026-11-10T08:00:00Z" },
            new { sku = "MUG", quantity = -5, reason = "damaged", at = "2026-11-11T08:00:00Z" },
            new { sku = "MUG", quantity = 7, reason = "received", unitCost = 311, at = "2026-11-12T08:00:00Z" },
            new { sku = "MUG", quantity = -2, reason = "gift", at = "2026-11-13T08:00:00Z" },
            new { sku = "MUG", quantity = 4, reason = "made", at = "2026-11-13T09:00:00Z" },
            new { sku = "MUG", quantity = -1, reason = "gift", at = "2026-11-14T08:00:00Z" },
        ];
        HashSet<(long, long)> found = [];
        foreach (var order in (int[][])[[0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [1, 3, 5, 0, 2, 4], [2, 0, 5, 1, 4, 3]])
        {
            var shop = await app.OpenShopAsync();
            await shop.AddProductAsync("MUG");
            foreach (var index in order) await BookAsync(shop, movements[index]);
            var stock = await shop.StockOfAsync("MUG");
            found.Add(((long)stock["onHand"], (long)stock["value"]));
        }

        // 3 at 500; five leave, two of them missing, at 500 too; 7 at 311 put those two right and leave 5 at 311; 3 after two gifts; 4 made at the same; one leaves.
        Assert.Equal((6, 1866), Assert.Single(found));
    }

    [Fact]
    public async Task What_is_taken_back_never_happened()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        await BookAsync(shop, new { sku = "MUG", quantity = 10, reason = "received", unitCost = 900, at = "2026-11-10T08:00:00Z" });
        await BookAsync(shop, new { sku = "MUG", quantity = 10, reason = "received", unitCost = 100, at = "2026-11-12T08:00:00Z" });
        var sold = await SellAsync(shop, 10, "2026-11-13T08:00:00Z");
        Assert.Equal(5000, (long)sold["costOfGoods"]);
        var first = (await shop.GetAsync("stock/movements")).Is(200)["items"][2];
        Assert.Equal(9000, (long)first["value"]);
        for (var i = 0; i < 2; i++) Assert.Equal(204, (await shop.PostAsync($"stock/movements/{(string)first["id"]!}/undo")).Status);
        Assert.Equal((0, 0), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["value"]));
        await Eventually.PassesAsync(async () => Assert.Equal(1000, (long)(await shop.GetAsync($"sales/{(string)sold["id"]!}")).Is(200)["costOfGoods"]));
    }

    [Fact]
    public async Task What_was_taken_back_tells_nothing_of_what_pieces_cost()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        await BookAsync(shop, new { sku = "MUG", quantity = 5, reason = "received", unitCost = 100 });
        Assert.Equal(204, (await shop.PostAsync($"stock/movements/{(string)(await shop.GetAsync("stock/movements")).Is(200)["items"][0]["id"]!}/undo")).Status);
        var sold = await shop.SellAsync("MUG", 2);
        Assert.Equal(0, (long)sold["costOfGoods"]);
        await BookAsync(shop, new { sku = "MUG", quantity = 10, reason = "received", unitCost = 300 });
        Assert.Equal((8, 2400), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["value"]));
        await Eventually.PassesAsync(async () => Assert.Equal(600, (long)(await shop.GetAsync($"sales/{(string)sold["id"]!}")).Is(200)["costOfGoods"]));
    }

    [Fact]
    public async Task What_comes_back_costs_what_it_turns_out_to_have_left_with()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        await BookAsync(shop, new { sku = "MUG", quantity = 10, reason = "received", unitCost = 100, at = "2026-11-12T08:00:00Z" });
        var sold = await SellAsync(shop, 4, "2026-11-13T08:00:00Z");
        (await shop.PostAsync($"sales/{(string)sold["id"]!}/refunds", new { lines = new[] { new { lineId = (string?)sold["lines"][0]["id"], quantity = 2 } }, refundedAt = "2026-11-14T08:00:00Z", restock = true })).Is(201);
        await BookAsync(shop, new { sku = "MUG", quantity = 10, reason = "received", unitCost = 300, at = "2026-11-11T08:00:00Z" });
        // 20 at 200 in the average: four left with 800, two of them came back with 400.
        Assert.Equal((18, 3600), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["value"]));
        await Eventually.PassesAsync(async () =>
        {
            var sale = (await shop.GetAsync($"sales/{(string)sold["id"]!}")).Is(200);
            Assert.Equal((800, 400), ((long)sale["costOfGoods"], (long)sale["refunds"][0]["costOfGoods"]));
        });
    }

    [Fact]
    public async Task All_parts_of_what_comes_back_cost_together_what_left()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        await BookAsync(shop, new { sku = "MUG", quantity = 7, reason = "received", cost = 1000, at = "2026-11-10T08:00:00Z" });
        var sold = await SellAsync(shop, 7, "2026-11-11T08:00:00Z");
        // Written down out of order: the parts are those of the order in which they came.
        foreach (var (day, quantity) in ((int, int)[])[(15, 1), (13, 2), (14, 1), (16, 3)])
            (await shop.PostAsync($"sales/{(Guid)sold["id"]}/refunds", new { lines = new[] { new { lineId = (Guid)sold["lines"][0]["id"], quantity } }, refundedAt = $"2026-11-{day}T08:00:00Z", restock = true })).Is(201);
        Assert.Equal((7, 1000), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["value"]));
        await Eventually.PassesAsync(async () => Assert.Equal(
            [("2026-11-13", 285), ("2026-11-14", 143), ("2026-11-15", 143), ("2026-11-16", 429)],
            (await shop.GetAsync($"sales/{(Guid)sold["id"]}")).Is(200)["refunds"].Select(refund => ((string?)refund["day"], (long)refund["costOfGoods"])).OrderBy(refund => refund.Item1)));
    }

    [Fact]
    public async Task Another_clock_moves_nothing_over_the_border_of_a_closed_period()
    {
        var shop = await app.OpenShopAsync(timeZone: "Pacific/Auckland");
        await shop.AddProductAsync("MUG");
        // 1 November in Auckland begins at 11:00 of 31 October in London.
        await BookAsync(shop, new { sku = "MUG", quantity = 10, reason = "received", unitCost = 100, at = "2026-10-31T10:59:00Z" });
        await BookAsync(shop, new { sku = "MUG", quantity = -1, reason = "gift", at = "2026-10-31T11:01:00Z" });
        await BookAsync(shop, new { sku = "MUG", quantity = -2, reason = "damaged", at = "2026-11-02T20:00:00Z" });
        Assert.Equal(1000, (long)(await shop.PostAsync("closed-periods", new { through = "2026-10-31" })).Is(201)["value"]);
        foreach (var zone in (string[])["America/New_York", "Pacific/Kiritimati", "Europe/London"])
        {
            (await shop.PutAsync("settings", new { timeZone = zone })).Is(200);
            await Eventually.PassesAsync(async () => Assert.True((await shop.GetAsync("settings")).Is(200)["moving"].IsNull));
            Assert.Equal((1000, 1000, 0), await ValueAsync(shop, "2026-10-31", "average"));
            Assert.Equal(900, (long)(await shop.GetAsync("valuation?on=2026-11-01")).Is(200)["value"]);
            var days = (await shop.GetAsync("stock/movements")).Is(200)["items"].ToDictionary(row => (string)row["reason"]!, row => (string)row["day"]!);
            Assert.Equal(("2026-10-31", "2026-11-01"), (days["received"], days["gift"]));
            // What has nothing to do with the border is on the day of the new clock.
            Assert.Equal(zone == "Pacific/Kiritimati" ? "2026-11-03" : "2026-11-02", days["damaged"]);
        }

        // By London's clock this was after the last closed day began to be over in Auckland: it is open, and changes nothing that is closed.
        await BookAsync(shop, new { sku = "MUG", quantity = 5, reason = "received", unitCost = 400, at = "2026-11-01T00:30:00Z" });
        await shop.PostAsync("sales", new { channel = "Fair", soldAt = "2026-10-31T10:00:00Z", lines = new[] { new { sku = "MUG", quantity = 1 } } });
        Assert.Equal((1000, 1000, 0), await ValueAsync(shop, "2026-10-31", "average"));
    }

    [Fact]
    public async Task What_a_batch_made_follows_what_it_used()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("SOAP");
        var soap = (string)(await shop.StockOfAsync("SOAP"))["variantId"]!;
        var oil = (string)(await shop.PostAsync("materials", new { name = "Olive oil", unit = "g", purchaseUnit = "kg" })).Is(201)["id"]!;
        await BookAsync(shop, new { materialId = oil, quantity = 2, unit = "kg", reason = "received", cost = 2000, at = "2026-11-10T08:00:00Z" });
        var recipe = (string)(await shop.PostAsync("recipes", new { variantId = soap, yield = 10, lines = new[] { new { materialId = oil, quantity = 1, unit = "kg" } } })).Is(201)["id"]!;
        var batch = (string)(await shop.PostAsync("batches", new { recipeId = recipe, quantity = 10, at = "2026-11-12T08:00:00Z" })).Is(201)["id"]!;
        Assert.Equal(1000, (long)(await shop.StockOfAsync("SOAP"))["value"]);
        // Two more kilos at twice the price had been there all along: the average was 15.
        await BookAsync(shop, new { materialId = oil, quantity = 2, unit = "kg", reason = "received", cost = 4000, at = "2026-11-11T08:00:00Z" });
        await Eventually.PassesAsync(async () => Assert.Equal(1500, (long)(await shop.StockOfAsync("SOAP"))["value"]));
        Assert.Equal((1500, 1500), ((long)(await shop.GetAsync($"batches/{batch}")).Is(200)["materialCost"], (long)(await shop.GetAsync($"batches/{batch}")).Is(200)["value"]));
    }

    [Fact]
    public async Task The_value_on_any_past_day_is_told_by_both_methods_with_how_it_came_about()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        var clay = (string)(await shop.PostAsync("materials", new { name = "Clay", unit = "g", purchaseUnit = "kg" })).Is(201)["id"]!;
        await BookAsync(shop, new { materialId = clay, quantity = 5, unit = "kg", reason = "received", cost = 1000, at = "2026-11-09T08:00:00Z" });
        await BookAsync(shop, new { sku = "MUG", quantity = 2, reason = "received", unitCost = 100, at = "2026-11-10T08:00:00Z" });
        await BookAsync(shop, new { sku = "MUG", quantity = 2, reason = "received", unitCost = 300, at = "2026-11-11T08:00:00Z" });
        await SellAsync(shop, 2, "2026-11-12T08:00:00Z");
        await SellAsync(shop, 3, "2026-11-13T08:00:00Z");
        await BookAsync(shop, new { sku = "MUG", quantity = 4, reason = "received", unitCost = 400, at = "2026-11-14T08:00:00Z" });

        Assert.Equal((1800, 800, 1000), await ValueAsync(shop, "2026-11-11", "average"));
        Assert.Equal((1400, 400, 1000), await ValueAsync(shop, "2026-11-12", "average"));
        Assert.Equal((1600, 600, 1000), await ValueAsync(shop, "2026-11-12", "fifo"));
        Assert.Equal((800, -200, 1000), await ValueAsync(shop, "2026-11-13", "average"));
        Assert.Equal((700, -300, 1000), await ValueAsync(shop, "2026-11-13", "fifo"));
        Assert.Equal((2200, 1200, 1000), await ValueAsync(shop, "2026-11-14", "fifo"));
        Assert.Equal((0, 0, 0), await ValueAsync(shop, "2026-11-01", "fifo"));

        var changes = (await shop.GetAsync("valuation/changes?from=2026-11-11&to=2026-11-30")).Is(200);
        Assert.Equal((1200, 2200, 200), ((long)changes["opening"], (long)changes["closing"], (long)changes["trueUp"]));
        Assert.Equal(["received 2200", "sold -1000"], changes["changes"].Select(change => $"{(string?)change["reason"]} {(long)change["value"]}"));
        Assert.Contains("Material,Clay,CLAY,5,kg,10.00", (await shop.GetAsync("valuation.csv?on=2026-11-12")).Text, StringComparison.Ordinal);

        var page = await shop.Http.GetStringAsync($"/{shop.Slug}/inventory/value?on=2026-11-12&method=fifo", TestContext.Current.CancellationToken);
        Assert.Contains("£16.00 at the end of 12 Nov 2026", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_period_is_never_written_or_valued_again()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        await BookAsync(shop, new { sku = "MUG", quantity = 10, reason = "received", unitCost = 100, at = "2026-10-10T08:00:00Z" });
        var early = await SellAsync(shop, 4, "2026-10-20T08:00:00Z");
        var closed = (await shop.PostAsync("closed-periods", new { through = "2026-10-31" })).Is(201);
        Assert.Equal(600, (long)closed["value"]);

        Assert.Contains("31 October 2026", (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 5, reason = "received", unitCost = 900, at = "2026-10-15T08:00:00Z" })).Refuses(409, "at"), StringComparison.Ordinal);
        (await shop.PostAsync("closed-periods", new { through = "2026-10-15" })).Refuses(409, "through");
        (await shop.PostAsync("closed-periods", new { through = "2999-01-01" })).Refuses(422, "through");
        (await shop.PostAsync("closed-periods", new { })).Refuses(422, "through");
        // A sale that comes late is no reason to lose it: its pieces leave on the first open day.
        var late = await SellAsync(shop, 2, "2026-10-30T08:00:00Z");
        Assert.Equal(200, (long)late["costOfGoods"]);
        // What had been booked before is taken back on the first open day too; the six that were there had cost 600.
        var first = (await shop.GetAsync("stock/movements")).Is(200)["items"].Single(item => (string?)item["reason"] == "received");
        Assert.Equal(204, (await shop.PostAsync($"stock/movements/{(string)first["id"]!}/undo")).Status);
        Assert.Equal((600, 600, 0), await ValueAsync(shop, "2026-10-31", "average"));
        Assert.Equal((-6, -600), ((long)(await shop.StockOfAsync("MUG"))["onHand"], (long)(await shop.StockOfAsync("MUG"))["value"]));
        Assert.Equal(400, (long)(await shop.GetAsync($"sales/{(string)early["id"]!}")).Is(200)["costOfGoods"]);

        for (var i = 0; i < 2; i++) Assert.Equal(204, (await shop.PostAsync($"closed-periods/{(string)closed["id"]!}/reopen")).Status);
        await BookAsync(shop, new { sku = "MUG", quantity = 10, reason = "received", unitCost = 300, at = "2026-10-09T08:00:00Z" });
        await Eventually.PassesAsync(async () => Assert.Equal(800, (long)(await shop.GetAsync($"sales/{(string)early["id"]!}")).Is(200)["costOfGoods"]));
        (await shop.PostAsync($"closed-periods/{Guid.CreateVersion7()}/reopen")).Refuses(404);
    }

    [Fact]
    public async Task A_period_is_closed_and_opened_again_on_the_page()
    {
        var shop = await app.OpenShopAsync();
        var wrong = await shop.PostFormAsync("inventory/value", "inventory/value", ("_handler", "close"), ("Through", ""));
        Assert.Contains("Through which day?", wrong.Text, StringComparison.Ordinal);
        var closed = await shop.PostFormAsync("inventory/value", "inventory/value", ("_handler", "close"), ("Through", "2025-12-31"));
        Assert.Contains("Closed through 31 Dec 2025", closed.Text, StringComparison.Ordinal);
        var opened = await shop.PostFormAsync("inventory/value", closed.Undo!);
        Assert.Contains("opened again", opened.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_batch_in_a_closed_period_is_refused()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("SOAP");
        var oil = (Guid)(await shop.PostAsync("materials", new { name = "Oil", unit = "g" })).Is(201)["id"];
        var recipe = (Guid)(await shop.PostAsync("recipes", new { variantId = (Guid)(await shop.StockOfAsync("SOAP"))["variantId"], yield = 1, lines = new[] { new { materialId = oil, quantity = 1 } } })).Is(201)["id"];
        (await shop.PostAsync("closed-periods", new { through = "2026-01-31" })).Is(201);
        (await shop.PostAsync("batches", new { recipeId = recipe, quantity = 1, at = "2026-01-10T08:00:00Z" })).Refuses(409, "at");
        Assert.Empty((await shop.GetAsync("batches")).Is(200)["items"]);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2026-13-45")]
    [InlineData("🏺")]
    public async Task A_day_that_no_clock_tells_shows_today(string day)
    {
        var shop = await app.OpenShopAsync(timeZone: "Pacific/Auckland");
        var page = await shop.Http.GetAsync(new Uri($"/{shop.Slug}/inventory/value?on={Uri.EscapeDataString(day)}&method=fifo", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)page.StatusCode);
    }

    [Fact]
    public async Task At_New_Year_in_Auckland_a_day_is_the_shops_own()
    {
        var shop = await app.OpenShopAsync(timeZone: "Pacific/Auckland");
        await shop.AddProductAsync("MUG");
        // One o'clock on New Year's Day there, eleven in the morning before in UTC... and a quarter to midnight.
        await BookAsync(shop, new { sku = "MUG", quantity = 1, reason = "received", unitCost = 100, at = "2025-12-31T12:00:00Z" });
        await BookAsync(shop, new { sku = "MUG", quantity = 1, reason = "received", unitCost = 300, at = "2025-12-31T10:45:00Z" });
        Assert.Equal((300, 300, 0), await ValueAsync(shop, "2025-12-31", "average"));
        Assert.Equal((400, 400, 0), await ValueAsync(shop, "2026-01-01", "fifo"));
        (await shop.PostAsync("closed-periods", new { through = "2025-12-31" })).Is(201);
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 1, reason = "received", at = "2025-12-31T10:45:00Z" })).Refuses(409, "at");
        await BookAsync(shop, new { sku = "MUG", quantity = 1, reason = "received", at = "2025-12-31T11:00:00Z" });
    }

    private static async Task<(long, long, long)> ValueAsync(TestShop shop, string on, string method)
    {
        var value = (await shop.GetAsync($"valuation?on={on}&method={method}")).Is(200);
        return ((long)value["value"], (long)value["products"], (long)value["materials"]);
    }

    private static async Task BookAsync(TestShop shop, object movement) => (await shop.PostAsync("stock/movements", movement)).Is(201);

    private static async Task<Json> SellAsync(TestShop shop, int pieces, string at) =>
        (await shop.PostAsync("sales", new { channel = "Fair", soldAt = at, lines = new[] { new { sku = "MUG", quantity = pieces, unitPrice = 2000 } } })).Is(201);
}
