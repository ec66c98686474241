using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Inventory;

public abstract class StockTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : StockTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : StockTests(app);

    [Fact]
    public async Task A_search_finds_each_word_anywhere_in_name_title_or_code_as_they_are_now()
    {
        var shop = await app.OpenShopAsync();
        var product = (await shop.PostAsync("products", new { name = "Größte Schüssel", variants = new[] { new { sku = "BOWL-07", title = "Märzblau", price = 100 }, new { sku = "BOWL-08", title = "Moss", price = 100 } } })).Is(201);
        await shop.AddProductAsync("OTHER");
        foreach (var (words, found) in ((string, int)[])[("schussel", 2), ("SCHÜSSEL  grosste", 2), ("marz schuss", 1), ("owl-08", 1), ("bowl other", 0), ("%", 0), ("_", 0), ("'", 0)])
            Assert.Equal((words, found), (words, (await shop.GetAsync($"stock?q={Uri.EscapeDataString(words)}")).Is(200)["items"].Count));
        var first = product["variants"][0];
        (await shop.PutAsync($"products/{(Guid)product["id"]}", new { name = "Teapot", variants = new[] { new { id = (Guid)first["id"], sku = "POT-1", title = "Märzblau", price = 100 } } })).Is(200);
        foreach (var (words, found) in ((string, int)[])[("schussel", 0), ("teapot", 2), ("teapot moss", 1), ("pot-1", 1), ("owl-07", 0)])
        {
            Assert.Equal((words, found), (words, (await shop.GetAsync($"stock?q={Uri.EscapeDataString(words)}")).Is(200)["items"].Count));
            Assert.Equal((words, found > 0), (words, (await shop.GetAsync($"products?q={Uri.EscapeDataString(words)}")).Is(200)["items"].Count > 0));
        }
    }

    [Fact]
    public async Task Movements_add_up_to_the_level()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        (await shop.PostAsync("stock/movements", new { sku = "mug", quantity = -2, reason = "damaged" })).Is(201);
        var moved = (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 5, reason = "made" })).Is(201);
        Assert.Equal(13, (long)moved["onHand"]);
        await shop.SellAsync("MUG", 4);
        var stock = await shop.StockOfAsync("MUG");
        Assert.Equal(9, (long)stock["onHand"]);
        Assert.Equal("ok", (string?)stock["state"]);
    }

    [Fact]
    public async Task A_count_sets_the_level_whatever_it_was()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 7, reason = "counted" })).Is(201);
        Assert.Equal(7, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 0, reason = "counted" })).Is(201);
        Assert.Equal("out", (string?)(await shop.StockOfAsync("MUG"))["state"]);
    }

    [Fact]
    public async Task What_was_never_counted_says_so_and_may_be_sold()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        Assert.Equal("uncounted", (string?)(await shop.StockOfAsync("MUG"))["state"]);
        await shop.SellAsync("MUG", 2);
        var stock = await shop.StockOfAsync("MUG");
        Assert.Equal(-2, (long)stock["onHand"]);
        Assert.Equal("negative", (string?)stock["state"]);
    }

    [Fact]
    public async Task Pieces_leave_at_the_moving_average_and_nothing_is_lost_to_rounding()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 1, reason = "received", unitCost = 100 })).Is(201);
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 2, reason = "received", unitCost = 200 })).Is(201);
        // 500 over 3 pieces: the first leaves 333 (167 left), the second 167 of what came, the third what is left.
        var costs = new[] { await shop.SellAsync("MUG"), await shop.SellAsync("MUG"), await shop.SellAsync("MUG") }.Select(sale => (long)sale["costOfGoods"]);
        Assert.Equal([167, 166, 167], costs);
        Assert.Equal(0, (long)(await shop.StockOfAsync("MUG"))["value"]);
    }

    [Fact]
    public async Task What_does_not_move_and_what_there_is_too_much_of_is_found()
    {
        var shop = await app.OpenShopAsync();
        foreach (var sku in (string[])["DUST", "SLOW", "FAST", "NONE"]) await shop.AddProductAsync(sku, pieces: sku == "NONE" ? 0 : 100);
        await shop.SellAsync("SLOW", 30);
        await shop.SellAsync("FAST", 60);
        (await shop.PostAsync("sales", new { channel = "Fair", day = "2020-01-01", lines = new[] { new { sku = "DUST", quantity = 90 } } })).Is(201);
        // Of the slow ones 70 are left: at 30 in 90 days they last 210 days; the 40 of the fast ones last 60.
        Assert.Equal(["DUST"], (await shop.GetAsync("stock?show=notMoving")).Is(200)["items"].Select(item => (string?)item["sku"]));
        Assert.Equal(["SLOW"], (await shop.GetAsync("stock?show=tooMany")).Is(200)["items"].Select(item => (string?)item["sku"]));
    }

    [Fact]
    public async Task A_movement_sent_twenty_times_at_once_under_one_key_is_written_once()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 5, reason = "made" }, key: "batch-7")));
        Assert.All(answers, answer => Assert.InRange(answer.Status, 200, 201));
        Assert.Equal(5, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task Forty_counts_and_movements_at_once_lose_none()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 100);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
            (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = i % 2 == 0 ? 3 : -2, reason = i % 2 == 0 ? "made" : "gift" })).Is(201)));
        Assert.Equal(120, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Theory]
    [InlineData("""{ "quantity": 1, "reason": "made" }""", "variantId")]
    [InlineData("""{ "sku": "NONE", "quantity": 1, "reason": "made" }""", "sku")]
    [InlineData("""{ "sku": "MUG", "quantity": 0, "reason": "made" }""", "quantity")]
    [InlineData("""{ "sku": "MUG", "reason": "made" }""", "quantity")]
    [InlineData("""{ "sku": "MUG", "quantity": 1, "reason": "sold" }""", "reason")]
    [InlineData("""{ "sku": "MUG", "quantity": 1, "reason": "stolen" }""", "reason")]
    [InlineData("""{ "sku": "MUG", "quantity": 1, "reason": 1 }""", "reason")]
    [InlineData("""{ "sku": "MUG", "quantity": 1 }""", "reason")]
    [InlineData("""{ "sku": "MUG", "quantity": 1, "reason": "damaged" }""", "quantity")]
    [InlineData("""{ "sku": "MUG", "quantity": -1, "reason": "counted" }""", "quantity")]
    [InlineData("""{ "sku": "MUG", "quantity": 9223372036854775807, "reason": "made" }""", "quantity")]
    [InlineData("""{ "sku": "MUG", "quantity": 1, "reason": "made", "unitCost": -1 }""", "unitCost")]
    [InlineData("""{ "sku": "MUG", "quantity": 1, "reason": "made", "at": "9999-12-31T23:59:59Z" }""", "at")]
    [InlineData("""{ "sku": "MUG", "quantity": 1, "reason": "made", "at": "0001-01-01T00:00:00Z" }""", "at")]
    public async Task What_is_wrong_stands_under_its_field_and_moves_nothing(string body, string field)
    {
        var shop = await app.OpenShopAsync(timeZone: "America/Los_Angeles");
        await shop.AddProductAsync("MUG");
        var answer = await shop.PostAsync("stock/movements", body);
        Assert.InRange(answer.Status, 400, 422);
        Assert.NotEmpty(answer.Refuses(answer.Status, field));
        Assert.Equal("uncounted", (string?)(await shop.StockOfAsync("MUG"))["state"]);
    }
}
