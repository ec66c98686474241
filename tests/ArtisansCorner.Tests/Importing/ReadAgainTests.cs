using System.Text;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Uploads with several tables, and what a person can say of how a file is read.</summary>
public abstract class ReadAgainTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ReadAgainTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ReadAgainTests(app);

    private const string Heading = "order,date,title,unit price";

    // Its headings fit invoices of an online shop as well as our own format.
    private const string Doubtful = "InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,Date,SKU,Title,Channel,Note,Kind,Shipping,Tax,Fees,Discount,Order discount,Marketplace tax,Customer email,Customer name";

    [Fact]
    public async Task All_tables_of_a_ZIP_go_in_together_and_come_out_together()
    {
        var shop = await app.OpenShopAsync();
        var import = await shop.ImportAsync(Packed.Zip(
            ("a.csv", Encoding.UTF8.GetBytes(Files.Csv(Heading, "1,2026-01-05,Mug,10.00", "9,soon,Mug,10.00"))),
            ("b.xlsx", Packed.Workbook([["order", "date", "title", "unit price"], ["2", "2026-01-06", "Bowl", "20.00"], ["8", "2026-01-06", "Bowl", "much"]])),
            ("photo.jpg", [0xFF, 0xD8])));
        Assert.Equal(("sales", 4, 2, 2), ((string?)import["format"], (int)import["rows"], (int)import["accepted"], (int)import["adds"]["sales"]));
        Assert.Equal(["a.csv", "b.xlsx"], import["parts"].Select(part => (string?)part["name"]));
        Assert.Equal("photo.jpg", (string?)Assert.Single(import["passedOver"])["name"]);
        Assert.Equal(["a.csv 3", "b.xlsx 3"], import["rejectedRows"].Select(row => $"{(string?)row["part"]} {(int)row["row"]}"));

        // The rows that did not go in are a ZIP of CSVs; mended, it goes in again.
        using var rejected = await shop.Http.GetAsync(new Uri(shop.Api($"imports/{(Guid)import["id"]}/rejected.csv"), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/zip", rejected.Content.Headers.ContentType!.MediaType);
        var again = await shop.ReadAsync(await rejected.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("failed", 2), ((string?)again["status"], (int)again["rejected"]));

        await shop.DoAsync(import, "undo", "undone");
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
    }

    [Fact]
    public async Task Files_of_the_same_headings_can_be_explained_at_the_same_moment()
    {
        var shop = await app.OpenShopAsync();
        List<Json> read = [];
        for (var day = 1; day <= 8; day++) read.Add(await shop.ReadAsync($"Wann;Was;Preis\n{day}.1.2026;Becher;10,00\n"));
        var said = await Task.WhenAll(read.Select(import => shop.PostAsync($"imports/{(Guid)import["id"]}/read", new { format = "sales", mapping = new Dictionary<string, string> { ["date"] = "Wann", ["title"] = "Was", ["unit price"] = "Preis" } })));
        Assert.All(said, answer => Assert.Equal(202, answer.Status));
        foreach (var import in read) Assert.Equal(1, (int)(await shop.UntilAsync((Guid)import["id"], "ready", "failed"))["adds"]["sales"]);
    }

    [Fact]
    public async Task A_table_can_be_pasted()
    {
        var shop = await app.OpenShopAsync();
        using var body = new MultipartFormDataContent { { new StringContent("date\ttitle\tunit price\n5/1/2026\tMug, blue\t10.00"), "text" } };
        var read = await shop.UntilAsync((Guid)(await shop.PostAsync("imports", body)).Is(202)["id"], "ready", "failed");
        Assert.Equal(("ready", 1), ((string?)read["status"], (int)read["adds"]["sales"]));

        var landing = await shop.PostFormAsync("import", "import", ("_handler", "paste"), ("text", "date;title;unit price\n6.1.2026;Bowl;10,00"));
        Assert.Contains("Pasted table", landing.Text, StringComparison.Ordinal);
        Assert.Contains("Paste a table first", (await shop.PostFormAsync("import", "import", ("_handler", "paste"), ("text", " "))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_could_be_two_things_waits_until_a_person_says_which_and_is_known_the_next_time()
    {
        var shop = await app.OpenShopAsync();
        var file = Files.Csv(Doubtful, "1,MUG,2,2026-01-05,10.00,2026-01-05,MUG,Mug,Fair,,sale,,,,,,,,");
        var read = await shop.ReadAsync(file);
        Assert.Equal(("ready", 0), ((string?)read["status"], (int)read["adds"]["sales"]));
        Assert.True(read["format"].IsNull);
        Assert.Equal(["online-retail", "sales"], read["candidates"].Select(candidate => (string?)candidate["format"]).Order());
        Assert.Contains("Say first", (await shop.PostAsync($"imports/{(Guid)read["id"]}/apply")).Refuses(409), StringComparison.Ordinal);
        Assert.Contains("What is this file?", await PageAsync(shop, read), StringComparison.Ordinal);

        (await shop.PostAsync($"imports/{(Guid)read["id"]}/read", new { format = "sales" })).Is(202);
        var decided = await shop.UntilAsync((Guid)read["id"], "ready", "failed");
        Assert.Equal(("sales", 1), ((string?)decided["format"], (int)decided["adds"]["sales"]));
        var next = await shop.ReadAsync(file + "2,MUG,2,2026-01-05,10.00,2026-01-06,MUG,Mug,Fair,,sale,,,,,,,,\n");
        Assert.Equal(("sales", 100), ((string?)next["format"], (int)next["confidence"]));
        Assert.Contains("As you told us on", (string?)next["why"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_dates_and_amounts_are_read_can_be_changed_before_anything_is_written()
    {
        var shop = await app.OpenShopAsync(country: "GB", timeZone: "Europe/London");
        var read = await shop.ReadAsync(Files.Csv(Heading, "1,3/4/2026 23:30,Mug,\"1,234\""));
        Assert.Equal(("2026-04-03", 123_400), ((string?)read["from"], (long)read["gross"]));
        Assert.Contains("Read it in another way", await PageAsync(shop, read), StringComparison.Ordinal);

        await shop.PostFormAsync($"import/{(Guid)read["id"]}", $"import/{(Guid)read["id"]}/read", ("part", "0"), ("dates", "monthFirst"), ("mark", ","), ("currency", "GBP"), ("zone", "America/New_York"));
        var changed = await shop.UntilAsync((Guid)read["id"], "ready", "failed");
        // Half past eleven in the evening in New York is the next day in London; 1,234 has three decimals.
        Assert.Equal(("2026-03-05", 123), ((string?)changed["from"], (long)changed["gross"]));
        Assert.Equal(("monthFirst", ",", "America/New_York"), ((string?)changed["parts"][0]["dates"], (string?)changed["parts"][0]["decimalMark"], (string?)changed["parts"][0]["timeZone"]));

        foreach (var (field, wrong) in new (string, object)[] { ("timeZone", new { timeZone = "Mars/Olympus" }), ("currency", new { currency = "QQQ" }), ("decimalMark", new { decimalMark = "x" }), ("format", new { format = "none" }), ("part", new { part = 7 }) })
            (await shop.PostAsync($"imports/{(Guid)read["id"]}/read", wrong)).Refuses(422, field);
        await shop.DoAsync(changed, "apply", "done");
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/read", new { dates = "dayFirst" })).Refuses(409);
        Assert.Equal("2026-03-05", (string?)Assert.Single((await shop.GetAsync("sales")).Is(200)["items"])["day"]);
    }

    [Fact]
    public async Task What_was_said_before_stays_when_its_columns_are_said_and_wrong_signs_are_not_remembered()
    {
        var (shop, file) = (await app.OpenShopAsync(currency: "GBP"), Files.Csv("Nr,When,What,Paid", "1,3/4/2026,Mug,€10.00"));
        var read = await shop.ReadAsync(file);
        async Task<Json> SayAsync(object how)
        {
            (await shop.PostAsync($"imports/{(Guid)read["id"]}/read", how)).Is(202);
            return await shop.UntilAsync((Guid)read["id"], "ready", "failed");
        }

        await SayAsync(new { dates = "monthFirst", currency = "gbp", signsAreWrong = true });
        var said = await SayAsync(new { format = "sales", mapping = new Dictionary<string, string> { ["order"] = "Nr", ["date"] = "When", ["title"] = "What", ["unit price"] = "Paid" } });
        Assert.Equal(("2026-03-04", 1000), ((string?)said["from"], (long)said["gross"]));
        var next = await shop.ReadAsync(file);
        Assert.Equal(("failed", "another currency than the shop's"), ((string?)next["status"], Assert.Single(next.Reasons())));
        Assert.Equal("monthFirst", (string?)next["parts"][0]["dates"]);
    }

    [Fact]
    public async Task The_page_lets_a_person_say_that_signs_are_wrong_and_take_it_back()
    {
        var shop = await app.OpenShopAsync(currency: "GBP");
        var read = await shop.ReadAsync(Files.Csv(Heading, "1,2026-01-05,Mug,€10.00", "2,2026-01-05,Mug,£10.00", "3,2026-01-05,Mug,£10.00"));
        foreach (var (wrong, gross) in new[] { ("1", 3000), ("", 2000) })
        {
            var page = $"import/{(Guid)read["id"]}";
            await shop.PostFormAsync(page, $"{page}/read", ("part", "0"), ("currency", "GBP"), ("signsAreWrong", wrong));
            var again = await shop.UntilAsync((Guid)read["id"], "ready", "failed");
            Assert.Equal((gross, wrong == "1"), ((long)again["gross"], (bool)again["parts"][0]["signsAreWrong"]));
            Assert.Equal(wrong == "1", (await PageAsync(shop, read)).Contains("in GBP whatever signs they bear", StringComparison.Ordinal));
        }
    }

    private static Task<string> PageAsync(TestShop shop, Json import) =>
        shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/import/{(Guid)import["id"]}", UriKind.Relative), TestContext.Current.CancellationToken);
}
