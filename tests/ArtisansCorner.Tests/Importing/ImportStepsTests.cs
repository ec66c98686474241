using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

public abstract class ImportStepsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ImportStepsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ImportStepsTests(app);

    private const string Heading = "order,date,channel,customer email,sku,quantity,unit price";

    [Fact]
    public async Task Nothing_is_written_before_it_is_applied_and_a_discarded_file_never_is()
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv(Heading, "1,2026-01-05,Etsy,a@example.com,A,1,10.00"));
        Assert.Equal("ready", (string?)read["status"]);
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
        Assert.Empty((await shop.GetAsync("products")).Is(200)["items"]);

        Assert.Equal("cancelled", (string?)(await shop.DoAsync(read, "cancel", "cancelled"))["status"]);
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/apply")).Refuses(409);
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/undo")).Refuses(409);
    }

    [Fact]
    public async Task Undo_takes_back_one_import_and_what_only_it_brought()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("OWN");
        var first = await shop.ImportAsync(Files.Csv(Heading, "1,2026-01-05,Etsy,a@example.com,A,1,10.00", "2,2026-01-05,Etsy,b@example.com,B,1,10.00"));
        var second = await shop.ImportAsync(Files.Csv(Heading, "2,2026-01-05,Etsy,b@example.com,B,1,10.00", "3,2026-01-06,Etsy,a@example.com,A,1,10.00", "4,2026-01-06,Fair,,OWN,1,10.00"));
        Assert.Equal((2, 1), ((int)second["adds"]["sales"], (int)second["alreadyHere"]));

        await shop.DoAsync(first, "undo", "undone");
        Assert.Equal(["3", "4"], (await shop.GetAsync("sales")).Is(200)["items"].Select(sale => (string?)sale["externalId"]).Order());
        // B was the first import's alone; A is on a sale of the second.
        Assert.Equal(2, (await shop.GetAsync("products")).Is(200)["items"].Count);

        await shop.DoAsync(second, "undo", "undone");
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
        (await shop.PostAsync($"imports/{(Guid)second["id"]}/undo")).Is(202);
    }

    [Theory]
    [InlineData("Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Ship Country,Currency,Order Value,Shipping,Order Total,Buyer", "03/0{0}/26,900{0},ada,Ada Lovelace,1,United Kingdom,GBP,30.00,5.00,35.00,Ada Lovelace (ada)")]
    [InlineData("order,date,channel,customer email,customer name,sku,quantity,unit price", "900{0},2026-03-0{0},Etsy,ada@example.com,Ada Lovelace,A,1,35.00")]
    public async Task Who_was_here_at_the_preview_and_is_gone_when_it_is_applied_comes_again(string heading, string row)
    {
        var shop = await app.OpenShopAsync();
        var first = await shop.ImportAsync(Files.Csv(heading, row.Replace("{0}", "1", StringComparison.Ordinal)));
        Assert.Equal(1, (int)first["adds"]["customers"]);
        var second = await shop.ReadAsync(Files.Csv(heading, row.Replace("{0}", "2", StringComparison.Ordinal)));
        Assert.Equal((1, 0), ((int)second["adds"]["sales"], (int)second["adds"]["customers"]));
        await shop.DoAsync(first, "undo", "undone");
        Assert.Equal(1, (int)(await shop.DoAsync(second, "apply", "done"))["adds"]["customers"]);
        var sale = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"]);
        Assert.Equal("Ada Lovelace", (string?)(await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["customer"]["name"]);
    }

    [Fact]
    public async Task A_sale_refunded_by_a_person_stays_when_its_import_is_taken_back_and_it_says_so()
    {
        var shop = await app.OpenShopAsync();
        var import = await shop.ImportAsync(Files.Csv(Heading, "1,2026-01-05,Etsy,,A,1,10.00", "2,2026-01-05,Etsy,,A,1,10.00"));
        var sale = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"], sale => (string?)sale["externalId"] == "1");
        var lines = (await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["lines"];
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", new { lines = new[] { new { lineId = (Guid)lines[0]["id"], quantity = 1 } }, restock = false })).Is(201);

        var undone = await shop.DoAsync(import, "undo", "undone");
        Assert.Contains("1 sale stays", (string?)undone["kept"], StringComparison.Ordinal);
        Assert.Equal("1", (string?)Assert.Single((await shop.GetAsync("sales")).Is(200)["items"])["externalId"]);
    }

    [Fact]
    public async Task Only_what_was_sold_after_the_count_leaves_stock_and_undo_puts_it_back()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("A", pieces: 10, threshold: 2);
        await shop.AddProductAsync("B");
        var today = DateOnly.FromDateTime(app.Time.GetUtcNow().UtcDateTime);
        var import = await shop.ImportAsync(Files.Csv(
            Heading, $"1,2020-01-05,Etsy,,A,5,10.00", $"2,{today:yyyy-MM-dd},Etsy,,A,9,10.00", $"3,{today:yyyy-MM-dd},Etsy,,B,9,10.00"));
        Assert.Equal(1, (long)(await shop.StockOfAsync("A"))["onHand"]);
        Assert.Single((await shop.GetAsync("alerts")).Is(200)["items"]);

        await shop.DoAsync(import, "undo", "undone");
        Assert.Equal(10, (long)(await shop.StockOfAsync("A"))["onHand"]);
    }

    [Fact]
    public async Task A_sale_that_arrives_by_two_ways_is_one_sale()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("sales", new { channel = "etsy", externalId = "1", day = "2026-01-05", lines = new[] { new { title = "Mug", quantity = 1, unitPrice = 1000 } } })).Is(201);
        var import = await shop.ImportAsync(Files.Csv(Heading, "1,2026-01-05,Etsy,,A,1,10.00", "2,2026-01-05,Etsy,,A,1,10.00"));
        Assert.Equal((1, 1), ((int)import["adds"]["sales"], (int)import["alreadyHere"]));
        Assert.Equal(2, (await shop.GetAsync("sales")).Is(200)["items"].Count);
    }

    [Fact]
    public async Task People_go_on_selling_while_a_large_file_is_applied()
    {
        var shop = await app.OpenShopAsync();
        var rows = Enumerable.Range(1, 30_000).Select(i => $"{i % 9000},{new DateOnly(2025, 1, 1).AddDays(i % 9000 % 300):yyyy-MM-dd},Etsy,c{i % 9000 % 500}@example.com,SKU{i % 9000 % 40},1,10.00");
        var read = await shop.ReadAsync(Files.Csv(Heading, [.. rows]));
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/apply")).Is(202);
        // Orders of the very same numbers, and others.
        foreach (var i in Enumerable.Range(1, 20))
        {
            var answer = await shop.PostAsync("sales", new { channel = "Etsy", externalId = i % 2 == 0 ? $"{i * 440}" : $"own {i}", day = "2025-01-05", lines = new[] { new { title = "Mug", quantity = 1, unitPrice = 1000 } } });
            Assert.True(answer.Status is 200 or 201, answer.Text);
        }

        var done = await shop.UntilAsync((Guid)read["id"], "done");
        Assert.Equal(9000, (int)done["adds"]["sales"] + (int)done["alreadyHere"]);
        var orders = (await shop.GetAsync("analytics/summary?from=2025-01-01&to=2025-12-31")).Is(200)["current"]["orders"];
        Assert.Equal(9010, (long)orders);
    }

    [Fact]
    public async Task A_small_file_of_another_shop_does_not_wait_for_the_large_ones_of_two()
    {
        var rows = Enumerable.Range(1, 60_000).Select(i => $"{i},{new DateOnly(2025, 1, 1).AddDays(i % 300):yyyy-MM-dd},Etsy,c{i % 500}@example.com,SKU{i % 40},1,10.00").ToList();
        List<(TestShop Shop, Guid Import)> large = [];
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var shop = await app.OpenShopAsync();
            var read = await shop.ReadAsync(Files.Csv(Heading, [.. rows]));
            (await shop.PostAsync($"imports/{(Guid)read["id"]}/apply")).Is(202);
            large.Add((shop, (Guid)read["id"]));
        }

        var small = await (await app.OpenShopAsync()).ImportAsync(Files.Csv(Heading, "1,2026-01-05,Etsy,,A,1,10.00"));
        var last = large[^1];
        var done = await last.Shop.UntilAsync(last.Import, "done");
        Assert.True((DateTimeOffset)small["finishedAt"] < (DateTimeOffset)done["finishedAt"]);
    }

    [Fact]
    public async Task A_stopped_import_leaves_nothing()
    {
        var shop = await app.OpenShopAsync();
        var rows = Enumerable.Range(1, 60_000).Select(i => $"{i},{new DateOnly(2025, 1, 1).AddDays(i % 300):yyyy-MM-dd},Etsy,c{i % 500}@example.com,SKU{i % 40},1,10.00");
        var read = await shop.ReadAsync(Files.Csv(Heading, [.. rows]));
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/apply")).Is(202);
        var stop = await shop.PostAsync($"imports/{(Guid)read["id"]}/cancel");
        // It may have been quicker than we were.
        if (stop.Status == 409) await shop.DoAsync(read, "undo", "undone");
        else await shop.UntilAsync((Guid)read["id"], "cancelled");
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
        Assert.Empty((await shop.GetAsync("products")).Is(200)["items"]);
    }

    [Fact]
    public async Task Imports_are_listed_in_their_shop_and_unknown_to_others()
    {
        var (mine, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        var read = await mine.ReadAsync(Files.Csv(Heading, "1,2026-01-05,Etsy,,A,1,10.00"));
        Assert.Equal((Guid)read["id"], (Guid)Assert.Single((await mine.GetAsync("imports")).Is(200)["items"])["id"]);
        Assert.Empty((await other.GetAsync("imports")).Is(200)["items"]);
        foreach (var step in (string[])["", "/rejected.csv"]) (await other.GetAsync($"imports/{(Guid)read["id"]}{step}")).Refuses(404);
        foreach (var step in (string[])["apply", "cancel", "undo"]) (await other.PostAsync($"imports/{(Guid)read["id"]}/{step}")).Refuses(404);
        Assert.Equal("ready", (string?)(await mine.GetAsync($"imports/{(Guid)read["id"]}")).Is(200)["status"]);
    }
}
