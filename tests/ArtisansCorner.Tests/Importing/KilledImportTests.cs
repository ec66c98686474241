using System.Net;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

public sealed class KilledImportTests(AppOnSqlite app, AppOnPostgres postgres)
{
    [Fact]
    public Task Killed_in_the_middle_on_sqlite_it_resumes_to_the_same_figures() => KillAndResumeAsync(null);

    [Fact]
    public async Task Killed_in_the_middle_on_postgres_it_resumes_to_the_same_figures() => await KillAndResumeAsync(await postgres.EmptyDatabaseAsync());

    [Fact]
    public Task Killed_among_fees_and_payouts_on_sqlite_each_is_there_once_and_undo_leaves_none() => KillAmongFeesAsync(null);

    [Fact]
    public async Task Killed_among_fees_and_payouts_on_postgres_each_is_there_once_and_undo_leaves_none() => await KillAmongFeesAsync(await postgres.EmptyDatabaseAsync());

    [Fact]
    public Task Killed_while_it_is_taken_back_on_sqlite_nothing_of_it_is_left_and_all_else_stays() => KillUndoAsync(null);

    [Fact]
    public async Task Killed_while_it_is_taken_back_on_postgres_nothing_of_it_is_left_and_all_else_stays() => await KillUndoAsync(await postgres.EmptyDatabaseAsync());

    private async Task KillUndoAsync(string? connection)
    {
        const int orders = 40_000;
        const string heading = "order,date,channel,customer email,sku,quantity,unit price";
        var stays = Files.Csv(heading, "S1,2025-01-03 10:00,Own site,b1@example.com,MUG,2,12.50", "S2,2025-03-03 10:00,Own site,b2@example.com,BOWL,1,30.00");
        // Of buyers and of a product that the other file has too, and of some that only it has.
        var goes = Files.Csv(
            heading,
            [.. Enumerable.Range(0, orders).Select(i => $"G{i},{new DateTime(2025, 1, 1).AddMinutes(i * 10):yyyy-MM-dd HH:mm},Fair,b{i % 900}@example.com,{(i % 2 == 0 ? "MUG" : "VASE")},1,20.00")]);
        var (folder, port) = (Directory.CreateTempSubdirectory("artisans-killed-").FullName, Product.FreePort());
        try
        {
            using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri($"http://localhost:{port}") };
            TestShop shop;
            Json import, figures;
            await using (var first = await Product.StartAsync(folder, port, connection))
            {
                shop = await RegisterAsync(http);
                await shop.ImportAsync(stays);
                figures = await shop.FiguresAsync("2025-01-01", "2025-12-31");
                import = await shop.ImportAsync(goes);
                (await shop.PostAsync($"imports/{(Guid)import["id"]}/undo")).Is(202);
                var goingBack = await Eventually.GetAsync(
                    async () => (await shop.GetAsync($"imports/{(Guid)import["id"]}")).Is(200), found => (long)found["rowsDone"] > 2_000 || (string?)found["status"] == "undone", TimeSpan.FromMinutes(2));
                await first.KillAsync();
                Assert.True((bool)goingBack["takingBack"]);
            }

            await using var second = await Product.StartAsync(folder, port, connection);
            await shop.UntilAsync((Guid)import["id"], "undone", "failed");
            Assert.Equal(figures.ToString(), (await shop.FiguresAsync("2025-01-01", "2025-12-31")).ToString());
            Assert.Equal(["S1", "S2"], (await shop.GetAsync("sales")).Is(200)["items"].Select(sale => (string?)sale["externalId"]).Order());
            Assert.Equal(["BOWL", "MUG"], (await shop.GetAsync("products")).Is(200)["items"].SelectMany(product => product["variants"]).Select(variant => (string?)variant["sku"]).Order());
            await shop.AddsNothingAsync(stays);
            Assert.Equal((orders, 898), ((long)(await shop.ReadAsync(goes))["adds"]["sales"], (long)(await shop.ReadAsync(goes))["adds"]["customers"]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task KillAmongFeesAsync(string? connection)
    {
        const int rows = 40_000;
        var file = Files.Csv(
            "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,automatic_payout_id",
            [.. Enumerable.Range(0, rows).Select(i => $"txn_{i},{new DateTime(2025, 1, 1).AddMinutes(i * 10):yyyy-MM-dd HH:mm:ss},gbp,10.00,0.59,9.41,charge,ch_{i},po_{i / 100}")]);
        var (folder, port) = (Directory.CreateTempSubdirectory("artisans-killed-").FullName, Product.FreePort());
        try
        {
            using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri($"http://localhost:{port}") };
            TestShop shop;
            Json import;
            await using (var first = await Product.StartAsync(folder, port, connection))
            {
                shop = await RegisterAsync(http);
                import = await shop.ReadAsync(file);
                (await shop.PostAsync($"imports/{(Guid)import["id"]}/apply")).Is(202);
                await Eventually.GetAsync(async () => (await shop.GetAsync($"imports/{(Guid)import["id"]}")).Is(200), found => (long)found["rowsDone"] is > 5_000 and < rows, TimeSpan.FromMinutes(2));
                await first.KillAsync();
            }

            await using var second = await Product.StartAsync(folder, port, connection);
            var done = await shop.UntilAsync((Guid)import["id"], "done", "failed");
            Assert.Equal(((rows, 0), (rows / 100, 0), (2 * rows, 0)), (done.Others("fees"), done.Others("payouts"), done.Others("account entries")));
            Assert.Equal(rows * 59, (long)(await shop.FiguresAsync("2025-01-01", "2025-12-31"))["fees"]);
            await shop.AddsNothingAsync(file);
            await shop.DoAsync(import, "undo", "undone");
            Assert.Equal(0, (long)(await shop.FiguresAsync("2025-01-01", "2025-12-31"))["fees"]);
            Assert.Equal((rows, 0), (await shop.ReadAsync(file)).Others("fees"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task KillAndResumeAsync(string? connection)
    {
        var expected = Json.Parse(await File.ReadAllTextAsync(Shared.Need("data", "online_retail_expected.json"), TestContext.Current.CancellationToken));
        var file = await OnlineRetailTests.UnzippedAsync(Shared.Need("data", "online_retail.csv.gz"));
        var (folder, port) = (Directory.CreateTempSubdirectory("artisans-killed-").FullName, Product.FreePort());
        try
        {
            using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri($"http://localhost:{port}") };
            TestShop shop;
            Json import;
            await using (var first = await Product.StartAsync(folder, port, connection))
            {
                shop = await RegisterAsync(http);
                import = await shop.ReadAsync(file);
                (await shop.PostAsync($"imports/{(Guid)import["id"]}/apply")).Is(202);
                var applying = await Eventually.GetAsync(
                    async () => (await shop.GetAsync($"imports/{(Guid)import["id"]}")).Is(200), found => (long)found["rowsDone"] > 60_000, TimeSpan.FromMinutes(2));
                await first.KillAsync();
                Assert.Equal("applying", (string?)applying["status"]);
            }

            await using var second = await Product.StartAsync(folder, port, connection);
            var done = await shop.UntilAsync((Guid)import["id"], "done", "failed");
            Assert.Equal(("done", 19_960), ((string?)done["status"], (int)done["adds"]["sales"]));
            await OnlineRetailTests.ComesToAsync(shop, expected);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<TestShop> RegisterAsync(HttpClient http)
    {
        const string email = "owner@killed.example";
        var made = (await new ApiClient(http, "/api/v1/").PostAsync(
            "auth/register", new { email, password = TestShop.Password, shopName = "Killed", country = "GB", currency = "GBP", timeZone = "Europe/London" })).Is(201);
        return new TestShop(app, http, (Guid)made["shopId"], (string)made["slug"]!, email);
    }
}
