using System.Globalization;
using System.Net;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>A power cut in the middle of an import, with the product as a process of its own.</summary>
public abstract class KilledImportTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : KilledImportTests(app)
    {
        protected override Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);
    }

    public sealed class OnPostgres(AppOnSqlite app, AppOnPostgres postgres) : KilledImportTests(app)
    {
        protected override async Task<string?> DatabaseAsync() => await postgres.EmptyDatabaseAsync();
    }

    // So many that the first is written long before the last, however quick the machine.
    private const int Many = 24_000;
    private const int Products = 2_400;
    private const int Lines = 90_000;

    /// <summary>Where an empty PostgreSQL database is; nothing for the embedded one.</summary>
    protected abstract Task<string?> DatabaseAsync();

    [Fact]
    public async Task Killed_while_it_is_taken_back_nothing_of_it_is_left_and_all_else_stays()
    {
        var connection = await DatabaseAsync();
        const string heading = "order,date,channel,customer email,sku,quantity,unit price";
        var stays = Files.Csv(heading, "S1,2025-01-03 10:00,Own site,b1@example.com,MUG,2,12.50", "S2,2025-03-03 10:00,Own site,b2@example.com,BOWL,1,30.00");
        // Of buyers and of a product that the other file has too, and of some that only it has.
        var goes = Files.Csv(
            heading,
            [.. Enumerable.Range(0, Many).Select(i => $"G{i},{new DateTime(2025, 1, 1).AddMinutes(i * 10):yyyy-MM-dd HH:mm},Fair,b{i % 900}@example.com,{(i % 2 == 0 ? "MUG" : "VASE")},1,20.00")]);
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
                    async () => (await shop.GetAsync($"imports/{(Guid)import["id"]}")).Is(200), found => (long)found["rowsDone"] > 1_000 || (string?)found["status"] == "undone", TimeSpan.FromMinutes(2));
                await first.KillAsync();
                Assert.True((bool)goingBack["takingBack"]);
            }

            await using var second = await Product.StartAsync(folder, port, connection);
            await shop.UntilAsync((Guid)import["id"], "undone", "failed");
            Assert.Equal(figures.ToString(), (await shop.FiguresAsync("2025-01-01", "2025-12-31")).ToString());
            Assert.Equal(["S1", "S2"], (await shop.GetAsync("sales")).Is(200)["items"].Select(sale => (string?)sale["externalId"]).Order());
            Assert.Equal(["BOWL", "MUG"], (await shop.GetAsync("products")).Is(200)["items"].SelectMany(product => product["variants"]).Select(variant => (string?)variant["sku"]).Order());
            await shop.AddsNothingAsync(stays);
            var again = (await shop.ReadAsync(goes))["adds"];
            Assert.Equal((Many, 898), ((long)again["sales"], (long)again["customers"]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(25_000)]
    [InlineData(5_000)]
    public async Task Killed_among_fees_and_payouts_each_is_there_once_and_undo_leaves_none(int held)
    {
        // Of one round, and in the middle of several.
        var settings = ("Limits__ImportRowsHeld", held.ToString(CultureInfo.InvariantCulture));
        var connection = await DatabaseAsync();
        var file = Files.Csv(
            "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,automatic_payout_id",
            [.. Enumerable.Range(0, Many).Select(i => $"txn_{i},{new DateTime(2025, 1, 1).AddMinutes(i * 10):yyyy-MM-dd HH:mm:ss},gbp,10.00,0.59,9.41,charge,ch_{i},po_{i / 100}")]);
        var (folder, port) = (Directory.CreateTempSubdirectory("artisans-killed-").FullName, Product.FreePort());
        try
        {
            using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri($"http://localhost:{port}") };
            TestShop shop;
            Json import;
            await using (var first = await Product.StartAsync(folder, port, connection, settings))
            {
                shop = await RegisterAsync(http);
                import = await shop.ReadAsync(file);
                (await shop.PostAsync($"imports/{(Guid)import["id"]}/apply")).Is(202);
                var applying = await Eventually.GetAsync(async () => (await shop.GetAsync($"imports/{(Guid)import["id"]}")).Is(200), found => (long)found["rowsDone"] is > 2_000 and < Many, TimeSpan.FromMinutes(2));
                await first.KillAsync();
                Assert.Equal("applying", (string?)applying["status"]);
            }

            await using var second = await Product.StartAsync(folder, port, connection, settings);
            var done = await shop.UntilAsync((Guid)import["id"], "done", "failed");
            Assert.Equal(((Many, 0), (Many / 100, 0), (2 * Many, 0)), (done.Others("fees"), done.Others("payouts"), done.Others("account entries")));
            Assert.Equal(Many * 59, (long)(await shop.FiguresAsync("2025-01-01", "2025-12-31"))["fees"]);
            await shop.AddsNothingAsync(file);
            await shop.DoAsync(import, "undo", "undone");
            Assert.Equal(0, (long)(await shop.FiguresAsync("2025-01-01", "2025-12-31"))["fees"]);
            Assert.Equal((Many, 0), (await shop.ReadAsync(file)).Others("fees"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Killed_among_products_of_several_rounds_each_is_there_once_though_two_have_one_name()
    {
        var connection = await DatabaseAsync();
        // Handles of their own, and no codes: what tells the two of one name apart is the row alone.
        var file = Files.Csv("Handle,Title,Variant Price,Variant Inventory Qty", [.. Enumerable.Range(0, Products).Select(i => $"mug-{i},Mug {i / 2},12.00,3")]);
        var settings = ("Limits__ImportRowsHeld", "400");
        var (folder, port) = (Directory.CreateTempSubdirectory("artisans-killed-").FullName, Product.FreePort());
        try
        {
            using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri($"http://localhost:{port}") };
            TestShop shop;
            Json import;
            await using (var first = await Product.StartAsync(folder, port, connection, settings))
            {
                shop = await RegisterAsync(http);
                import = await shop.ReadAsync(file);
                (await shop.PostAsync($"imports/{(Guid)import["id"]}/apply", new { takeStock = true })).Is(202);
                var applying = await Eventually.GetAsync(async () => (await shop.GetAsync($"imports/{(Guid)import["id"]}")).Is(200), found => (long)found["rowsDone"] is > 400 and < Products, TimeSpan.FromMinutes(2));
                await first.KillAsync();
                Assert.Equal("applying", (string?)applying["status"]);
            }

            await using var second = await Product.StartAsync(folder, port, connection, settings);
            var done = await shop.UntilAsync((Guid)import["id"], "done", "failed");
            Assert.Equal(Products, (int)done["adds"]["products"]);
            Assert.Equal(Products, await RowsOfAsync(shop, "stock.csv"));
            // Each was counted once.
            Assert.Equal(Products, await RowsOfAsync(shop, "stock/movements.csv"));
            await shop.DoAsync(import, "undo", "undone");
            Assert.Empty((await shop.GetAsync("products")).Is(200)["items"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Killed_in_the_middle_it_resumes_to_the_same_figures()
    {
        var connection = await DatabaseAsync();
        // Three lines an order, 5,000 buyers, 700 codes; and each tenth line has no code, but the title of a product that the file makes of one.
        var file = Files.Csv(
            "order,date,channel,customer email,sku,title,quantity,unit price",
            [.. Enumerable.Range(0, Lines).Select(i => $"O{i / 3},{new DateTime(2025, 1, 1).AddMinutes(i / 3 * 15):yyyy-MM-dd HH:mm},Fair,b{i / 3 % 5_000}@example.com,{(i % 10 == 0 ? ",Thing 7" : $"S{i % 700},Thing {i % 700}")},2,10.00")]);
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
                    async () => (await shop.GetAsync($"imports/{(Guid)import["id"]}")).Is(200), found => (long)found["rowsDone"] is > 10_000 and < Lines, TimeSpan.FromMinutes(2));
                await first.KillAsync();
                Assert.Equal("applying", (string?)applying["status"]);
            }

            await using var second = await Product.StartAsync(folder, port, connection);
            var done = await shop.UntilAsync((Guid)import["id"], "done", "failed");
            Assert.Equal(("done", Lines / 3), ((string?)done["status"], (int)done["adds"]["sales"]));
            var figures = await shop.FiguresAsync("2025-01-01", "2025-12-31");
            Assert.Equal((Lines / 3, Lines * 2, Lines * 2000, 5_000), ((int)figures["orders"], (long)figures["units"], (long)figures["grossSales"], (int)figures["customers"]));
            var open = Assert.Single((await shop.GetAsync("imports/titles/open")).Is(200));
            Assert.Equal(("Thing 7", Lines / 10), ((string?)open["title"], (int)open["lines"]));
            await shop.AddsNothingAsync(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> RowsOfAsync(TestShop shop, string list) =>
        (await shop.Http.GetStringAsync(shop.Api(list), TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1;

    private async Task<TestShop> RegisterAsync(HttpClient http)
    {
        const string email = "owner@killed.example";
        var made = (await new ApiClient(http, "/api/v1/").PostAsync(
            "auth/register", new { email, password = TestShop.Password, shopName = "Killed", country = "GB", currency = "GBP", timeZone = "Europe/London" })).Is(201);
        return new TestShop(app, http, (Guid)made["shopId"], (string)made["slug"]!, email);
    }
}
