using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ArtisansCorner.Payouts;
using ArtisansCorner.Platform.Tenancy;
using ArtisansCorner.Sales;
using ArtisansCorner.Tests.Analytics;
using ArtisansCorner.Tests.Harness;
using CsCheck;

namespace ArtisansCorner.Tests.Importing;

/// <summary>What is taken away of a shop and brought back is the same shop.</summary>
public abstract partial class ExportTests(App app)
{
    private static readonly string[] Figures =
    [
        "analytics/summary?from=2025-01-01&to=2026-12-31", "analytics/series?from=2025-01-01&to=2026-12-31&bucket=month", "analytics/products?from=2025-01-01&to=2026-12-31",
        "analytics/channels?from=2025-01-01&to=2026-12-31", "analytics/heatmap?from=2025-01-01&to=2026-12-31",
    ];

    private static readonly string[] Lists = ["sales?from=2026-10-01&to=2026-10-31&limit=200", "stock?limit=200", "valuation", "valuation?method=fifo", "materials", "recipes", "batches", "purchases", "suppliers", "locations", "expenses?limit=200", "products?limit=200"];

    // A picture of four points.
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEUlEQVR4nGP4DwYMCg4NQAQARC8Hu4pTixQAAAAASUVORK5CYII=";

    public sealed class OnSqlite(AppOnSqlite app) : ExportTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ExportTests(app);

    [Fact]
    public async Task A_whole_shop_comes_back_with_equal_figures_levels_values_and_lists()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("sample")).Is(200);
        await PayAsync(shop);
        var there = await CopyAsync(shop);
        foreach (var path in (string[])[.. Figures, .. Lists])
        {
            Func<Json, string> said = Lists.Contains(path) ? InAnyOrder : Plain;
            var wanted = said((await shop.GetAsync(path)).Is(200));
            await Eventually.PassesAsync(async () => Assert.Equal(wanted, said((await there.GetAsync(path)).Is(200))));
        }

        // Taken away again, it is the same files.
        Assert.Equal(await SumsAsync(shop), await SumsAsync(there));
    }

    [Fact]
    public async Task Everything_else_that_is_of_the_shop_comes_back_too()
    {
        var shop = await app.OpenShopAsync();
        var mug = (await shop.PostAsync("products", new { name = "Mug", description = "Blue", variants = new[] { new { sku = "MUG", price = 1800 } } })).Is(201);
        var (product, variant) = ((Guid)mug["id"], (Guid)mug["variants"][0]["id"]);
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 9, reason = "received", unitCost = 400 })).Is(201);
        (await shop.PutAsync($"products/{product}", new { name = "Mug", variants = new[] { new { sku = "MUG", price = 2000 } } })).Is(200);
        using var picture = new MultipartFormDataContent { { new ByteArrayContent(Convert.FromBase64String(Pixel)), "file", "mug.png" } };
        (await shop.PostAsync($"products/{product}/photos", picture)).Is(201);
        var expense = (Guid)(await shop.PostAsync("expenses", new { day = "2026-03-01", category = "Office", amount = 1_200, payee = "=Paper" })).Is(201)["id"];
        (await shop.PutAsync($"expenses/{expense}", new { day = "2026-03-01", category = "Office", amount = 1_300 })).Is(200);
        (await shop.PutAsync("goals", new { netSales = 500_000 })).Is(200);
        (await shop.PostAsync("annotations", new { text = "Winter fair", from = "2026-02-01" })).Is(201);
        (await shop.PostAsync("views", new { name = "Mugs", address = $"analytics?product={product}" })).Is(201);
        (await shop.PostAsync("stock/reservations", new { variantId = variant, quantity = 2, reason = "Anna’s wedding" })).Is(201);
        var count = (Guid)(await shop.PostAsync("stocktakes", new { })).Is(201)["stocktake"]["id"];
        (await shop.PutAsync($"stocktakes/{count}/lines", new { lines = new[] { new { sku = "MUG", quantity = 8 } } })).Is(200);
        var there = await CopyAsync(shop);
        string[] rest = ["products", "expenses", "annotations", "stock/reservations", "stocktakes", "stock"];
        foreach (var path in rest) Assert.Equal(InAnyOrder((await shop.GetAsync(path)).Is(200)), InAnyOrder((await there.GetAsync(path)).Is(200)));
        Assert.Equal(Plain((await shop.GetAsync("goals")).Is(200)), Plain((await there.GetAsync("goals")).Is(200)));
        var copy = Assert.Single((await there.GetAsync("products")).Is(200)["items"]);
        Assert.NotEqual(product, (Guid)copy["id"]);
        // What names a row by its id names the one that stands there.
        Assert.Equal($"analytics?product={(Guid)copy["id"]}", (string?)Assert.Single((await there.GetAsync("views")).Is(200)["items"])["address"]);
        Assert.Equal(1300, (long)Assert.Single((await there.GetAsync($"expenses/{(Guid)Assert.Single((await there.GetAsync("expenses")).Is(200)["items"])["id"]}/changes")).Is(200)["items"])["after"]["amount"]);
        var change = Assert.Single((await there.GetAsync($"products/{(Guid)copy["id"]}/changes")).Is(200)["items"]);
        (await there.PostAsync($"products/changes/{(Guid)change["id"]}/undo")).Is(200);
        Assert.Equal(1800, (long)(await there.GetAsync($"products/{(Guid)copy["id"]}")).Is(200)["variants"][0]["price"]);
        (await there.PostAsync($"products/changes/{(Guid)(await there.GetAsync($"products/{(Guid)copy["id"]}/changes")).Is(200)["items"][0]["id"]}/undo")).Is(200);
        using var photo = await there.Http.GetAsync(new Uri(there.Api($"photos/{(Guid)copy["photos"][0]["id"]}/large"), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((System.Net.HttpStatusCode.OK, "image/webp"), (photo.StatusCode, photo.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task The_rows_of_Etsys_files_come_along_so_that_further_files_complete_what_is_there()
    {
        async Task<TestShop> OpenAsync() => await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        async Task<byte[]> FileAsync(string name) => await File.ReadAllBytesAsync(Shared.Need("import-samples", "synthetic", name), TestContext.Current.CancellationToken);
        var (shop, there) = (await OpenAsync(), await OpenAsync());
        string[] files = ["EtsySoldOrders2026-9.csv", "EtsySoldOrderItems2026-9.csv", "etsy_statement_2026_9.csv", "EtsyDeposits2026-9.csv"];
        foreach (var name in files[..1]) await shop.ImportAsync(await FileAsync(name));
        await CopyAsync(shop, there);
        var again = await there.ReadAsync(await FileAsync(files[0]));
        Assert.Equal((0, 0), ((int)again["adds"]["sales"], (int)again["adds"]["completed"]));
        foreach (var one in (TestShop[])[shop, there])
        {
            foreach (var name in files[1..]) await one.ImportAsync(await FileAsync(name));
        }

        foreach (var path in Figures[..1]) await Eventually.PassesAsync(async () => Assert.Equal(Plain((await shop.GetAsync(path)).Is(200)), Plain((await there.GetAsync(path)).Is(200))));
    }

    [Fact]
    public async Task It_says_what_is_deliberately_not_in_it()
    {
        var shop = await app.OpenShopAsync();
        await using var zip = await ZipAsync(shop);
        using var words = new StreamReader(zip.GetEntry("README.md")!.Open());
        Assert.Contains("webhooks and the secrets", await words.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var manifest = new StreamReader(zip.GetEntry("manifest.json")!.Open());
        Assert.NotEmpty(Json.Parse(await manifest.ReadToEndAsync(TestContext.Current.CancellationToken))["notIncluded"]);
    }

    [Fact]
    public async Task After_any_history_a_shop_that_is_brought_back_has_equal_figures() => await RandomShop.Happenings.SampleAsync(
        async happenings =>
        {
            var shop = await app.OpenShopAsync(name: $"Kiln {Guid.CreateVersion7():N}");
            var history = new History(shop.Id);
            var (channels, customers) = (await RandomShop.MakeChannelsAsync(shop), Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()).ToList());
            var variants = Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7()).ToList();
            var days = new List<DateOnly>();
            await RandomShop.ChangeAsync(shop, history, () =>
            {
                foreach (var (what, which, day, much) in happenings) days.AddRange(RandomShop.Happen(history, what, which, day, much, channels, customers, variants));
            });
            await RandomShop.RebuildAsync(shop, days);
            var there = await CopyAsync(shop);
            foreach (var path in Figures) Assert.Equal(Plain((await shop.GetAsync(path)).Is(200)), Plain((await there.GetAsync(path)).Is(200)));
        },
        iter: 3, threads: 1);

    [Fact]
    public async Task What_could_be_a_formula_is_defused_in_the_file_and_comes_back_as_it_was()
    {
        var shop = await app.OpenShopAsync();
        string[] names = ["=HYPERLINK(\"x\")", "'Tis a mug", "+1", "-", "@home, \"quoted\"\nand on two lines"];
        foreach (var (index, name) in names.Index()) (await shop.PostAsync("products", new { name, variants = new[] { new { sku = $"={index}", price = 100 } } })).Is(201);
        var products = (await FilesAsync(shop)).Single(file => file.Name == "products.csv").Text;
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", products, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?m)(^|,)""?[=+@]", products);
        var there = await app.OpenShopAsync();
        // One file after the other comes to the same as all of them together.
        foreach (var (_, text) in await FilesAsync(shop)) await there.ImportAsync(text);
        Assert.Equal(names.Order(StringComparer.Ordinal), (await there.GetAsync("products")).Is(200)["items"].Select(item => (string)item["name"]!).Order(StringComparer.Ordinal));
        Assert.Equal(["=0", "=1", "=2", "=3", "=4"], (await there.GetAsync("products")).Is(200)["items"].Select(item => (string)item["variants"][0]["sku"]!).Order());
    }

    [Fact]
    public async Task Brought_into_its_own_shop_it_adds_what_is_missing_and_into_one_that_has_its_own_nothing()
    {
        var (shop, other, abroad) = (await app.OpenShopAsync(), await app.OpenShopAsync(), await app.OpenShopAsync(currency: "EUR", country: "DE", timeZone: "Europe/Berlin"));
        await shop.AddProductAsync("MUG", pieces: 3, unitCost: 400);
        await shop.SellAsync("MUG");
        await other.AddProductAsync("MUG");
        foreach (var (name, text) in await FilesAsync(shop))
        {
            var same = await shop.ImportAsync(text);
            Assert.Equal(0, (int)Assert.Single(same["others"])["adds"]);
            Assert.Contains("data of another shop", (string?)(await other.ReadAsync(text))["error"], StringComparison.Ordinal);
            Assert.Contains("another currency", (string?)(await abroad.ReadAsync(text))["error"], StringComparison.Ordinal);
            Assert.NotEmpty(name);
        }

        Assert.Equal(2, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task Taking_it_back_leaves_the_shop_as_empty_as_it_was()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("sample")).Is(200);
        (await shop.PutAsync("goals", new { netSales = 500_000 })).Is(200);
        var there = await app.OpenShopAsync();
        var import = await there.ImportAsync(await shop.Http.GetByteArrayAsync(new Uri(shop.Api("export.zip"), UriKind.Relative), TestContext.Current.CancellationToken));
        await there.DoAsync(import, "undo", "undone");
        Assert.All(await ManifestAsync(there), file => Assert.True((long)file["rows"] == 0 || (string?)file["name"] is "places.csv" or "makers.csv", $"{file["name"]} has {file["rows"]} rows"));
    }

    [Fact]
    public async Task In_rounds_a_shop_comes_back_and_goes_again_as_one_that_is_held_whole()
    {
        var shop = await app.OpenShopAsync();
        (await shop.PostAsync("sample")).Is(200);
        (await shop.PutAsync("goals", new { netSales = 500_000 })).Is(200);
        await using var inRounds = app.Another(("Limits:ImportRowsHeld", "150"));
        var (whole, rounds, taken) = (await app.OpenShopAsync(), await inRounds.OpenShopAsync(), await inRounds.OpenShopAsync());
        var file = await shop.Http.GetByteArrayAsync(new Uri(shop.Api("export.zip"), UriKind.Relative), TestContext.Current.CancellationToken);
        var (expected, import) = (await whole.ImportAsync(file), await rounds.ImportAsync(file));
        Assert.Equal(expected["others"].ToString(), import["others"].ToString());
        Assert.True((long)import["rows"] > 10 * 150);
        Assert.Equal(await ShopDump.OfAsync(whole), await ShopDump.OfAsync(rounds));
        Assert.Equal(0, (int)Assert.Single((await rounds.ReadAsync(file))["others"])["adds"]);
        await taken.AddProductAsync("MUG");
        Assert.Contains("data of another shop", (string?)(await taken.ReadAsync(file))["error"], StringComparison.Ordinal);
        await rounds.DoAsync(import, "undo", "undone");
        Assert.All(await ManifestAsync(rounds), row => Assert.True((long)row["rows"] == 0 || (string?)row["name"] is "places.csv" or "makers.csv", $"{row["name"]} has {row["rows"]} rows"));
    }

    [Fact]
    public async Task Goals_and_rates_that_were_there_before_or_were_changed_since_stay_when_it_is_taken_back()
    {
        var (shop, there) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        (await shop.PutAsync("goals", new { netSales = 500_000 })).Is(200);
        (await shop.PutAsync("making/rates", new { laborPerHour = 2_000, overheadPerHour = 300, laborIsValued = true })).Is(200);
        (await there.PutAsync("goals", new { netSales = 700_000 })).Is(200);
        var import = await there.ImportAsync(await shop.Http.GetByteArrayAsync(new Uri(shop.Api("export.zip"), UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal(2_000, (long)(await there.GetAsync("making/rates")).Is(200)["laborPerHour"]);
        (await there.PutAsync("making/rates", new { laborPerHour = 2_500, overheadPerHour = 300, laborIsValued = true })).Is(200);
        await there.DoAsync(import, "undo", "undone");
        Assert.Equal(2_500, (long)(await there.GetAsync("making/rates")).Is(200)["laborPerHour"]);
        Assert.Equal(700_000, (long)Assert.Single((await there.GetAsync("goals")).Is(200)["items"])["netSales"]);
    }

    [Fact]
    public async Task Only_who_manages_the_shop_takes_its_data_away_and_the_page_says_how()
    {
        var shop = await app.OpenShopAsync();
        Assert.Contains("Download everything", await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/settings/export", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var zip = await shop.Http.GetAsync(new Uri($"/{shop.Slug}/settings/export.zip", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/zip", zip.Content.Headers.ContentType?.MediaType);
        (await shop.As(await app.NobodyAsync()).GetAsync("export.zip")).Refuses(401);
    }

    /// <summary>Brings everything of a shop into a new one, as the ZIP that it was taken away in.</summary>
    private async Task<TestShop> CopyAsync(TestShop shop, TestShop? into = null)
    {
        var there = into ?? await app.OpenShopAsync();
        await there.ImportAsync(await shop.Http.GetByteArrayAsync(new Uri(shop.Api("export.zip"), UriKind.Relative), TestContext.Current.CancellationToken));
        return there;
    }

    private static async Task<List<(string Name, string Text)>> FilesAsync(TestShop shop)
    {
        await using var zip = await ZipAsync(shop);
        List<(string, string)> files = [];
        foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".csv", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            if (text.TrimEnd().Contains('\n', StringComparison.Ordinal)) files.Add((entry.Name, text));
        }

        return files;
    }

    private static async Task<List<Json>> ManifestAsync(TestShop shop)
    {
        await using var zip = await ZipAsync(shop);
        using var reader = new StreamReader(zip.GetEntry("manifest.json")!.Open());
        var manifest = Json.Parse(await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("artisans-corner-export", 1), ((string?)manifest["format"], (int)manifest["version"]));
        return [.. manifest["files"]];
    }

    // A shop has a maker of its own from the first day.
    private static async Task<string> SumsAsync(TestShop shop) => string.Join('\n', (await ManifestAsync(shop)).Where(file => (string?)file["name"] != "makers.csv").Select(file => $"{file["name"]} {file["rows"]} {file["sums"]}"));

    private static async Task<ZipArchive> ZipAsync(TestShop shop)
    {
        var bytes = await shop.Http.GetByteArrayAsync(new Uri(shop.Api("export.zip"), UriKind.Relative), TestContext.Current.CancellationToken);
        return new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
    }

    private static async Task PayAsync(TestShop shop)
    {
        var channel = (await shop.GetAsync("sales?limit=1")).Is(200)["items"][0]["channel"];
        Assert.NotEmpty((string)channel!);
        await RandomShop.ChangeAsync(shop, db =>
        {
            var channelId = db.Channels.First().Id;
            db.Payouts.Add(new Payout { Id = Guid.CreateVersion7(), ShopId = shop.Id, ChannelId = channelId, ExternalId = "P-1", Day = new DateOnly(2026, 5, 1), Amount = 12_345, RecordedAt = DateTimeOffset.UnixEpoch, RecordedThrough = Through.System });
            db.AccountEntries.Add(new AccountEntry { Id = Guid.CreateVersion7(), ShopId = shop.Id, ChannelId = channelId, ExternalId = "E-1", Day = new DateOnly(2026, 5, 1), Kind = EntryKind.Payout, Title = "To the bank", Net = -12_345 });
        });
    }

    /// <summary>What an answer says, but for ids and the marks that name a place in a list by them.</summary>
    private static string Plain(Json json) => Cursor().Replace(Id().Replace(json.ToString(), "*"), "");

    // What was written in the same moment stands in the order of its ids, which are others there.
    private static string InAnyOrder(Json list) => string.Join('\n', list["items"].Select(Plain).Order(StringComparer.Ordinal));

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("\"next\":\"[^\"]*\"")]
    private static partial Regex Cursor();
}
