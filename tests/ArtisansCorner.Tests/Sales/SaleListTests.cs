using System.Globalization;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

public abstract class SaleListTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SaleListTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SaleListTests(app);

    [Fact]
    public async Task The_list_is_walked_latest_first_and_shows_each_once_though_more_come_meanwhile()
    {
        var shop = await app.OpenShopAsync();
        // Several at the same instant, so that the id has to decide.
        for (var i = 0; i < 11; i++) await SellAsync(shop, new { externalId = $"{i}", soldAt = $"2026-03-{1 + i / 4:00}T10:00:00Z" });
        List<string> seen = [];
        for (string? next = ""; next is not null;)
        {
            var page = (await shop.GetAsync("sales?limit=3" + next)).Is(200);
            seen.AddRange(page["items"].Select(sale => (string)sale["externalId"]!));
            next = page["next"].IsNull ? null : "&cursor=" + (string?)page["next"];
            await SellAsync(shop, new { externalId = $"later {seen.Count}", soldAt = "2026-04-01T10:00:00Z" });
        }

        Assert.Equal(Enumerable.Range(0, 11).Select(i => i.ToString(CultureInfo.InvariantCulture)).Order(), seen.Order());
        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(["8", "9", "10"], seen.Take(3).OrderBy(id => int.Parse(id, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Filters_stack()
    {
        var shop = await app.OpenShopAsync();
        await SellAsync(shop, new { externalId = "A", channel = "Etsy", soldAt = "2026-03-01T10:00:00Z" });
        await SellAsync(shop, new { externalId = "B", channel = "Etsy", soldAt = "2026-03-02T10:00:00Z" });
        await SellAsync(shop, new { externalId = "C", channel = "Fair", soldAt = "2026-03-02T10:00:00Z" });
        Assert.Equal(["A", "B", "C"], await FoundAsync(shop, ""));
        Assert.Equal(["A", "B"], await FoundAsync(shop, "?channel=etsy"));
        Assert.Equal(["B", "C"], await FoundAsync(shop, "?from=2026-03-02"));
        Assert.Equal(["A"], await FoundAsync(shop, "?to=2026-03-01"));
        Assert.Equal(["B"], await FoundAsync(shop, "?from=2026-03-02&to=2026-03-02&channel=Etsy"));
        Assert.Empty(await FoundAsync(shop, "?channel=nowhere"));
    }

    [Theory]
    [InlineData("Pacific/Kiritimati", "2026-02-28T10:00:00Z", "2026-03-01T09:59:59Z")]
    [InlineData("Pacific/Pago_Pago", "2026-03-01T11:00:00Z", "2026-03-02T10:59:59Z")]
    public async Task A_day_is_the_shops_however_far_from_Greenwich(string zone, string first, string last)
    {
        var shop = await app.OpenShopAsync(timeZone: zone);
        await SellAsync(shop, new { externalId = "A", soldAt = first });
        await SellAsync(shop, new { externalId = "B", soldAt = last });
        await SellAsync(shop, new { externalId = "C", day = "2026-03-01" });
        Assert.Equal(["A", "B", "C"], await FoundAsync(shop, "?from=2026-03-01&to=2026-03-01"));
        foreach (var none in new[] { "?to=2026-02-28", "?from=2026-03-02", "?to=0001-01-01", "?from=9999-12-31" }) Assert.Empty(await FoundAsync(shop, none));
        Assert.Equal(["A", "B", "C"], await FoundAsync(shop, "?from=0001-01-01&to=9999-12-31"));
    }

    [Theory]
    [InlineData("armel")]
    [InlineData("ÄRMEL schal")]
    [InlineData("schal blåhaj")]
    [InlineData("ord-77")]
    [InlineData("bjork@example")]
    public async Task Search_finds_number_pieces_and_buyer_whatever_the_accents(string words)
    {
        var shop = await app.OpenShopAsync();
        await SellAsync(shop, new { externalId = "ORD-77", customer = new { name = "Björk Blåhaj", email = "bjork@example.is" } }, "Schal mit Ärmel");
        await SellAsync(shop, new { externalId = "ORD-78" }, "Bowl");
        Assert.Equal(["ORD-77"], await FoundAsync(shop, $"?q={Uri.EscapeDataString(words)}"));
    }

    [Fact]
    public async Task Each_state_lists_its_own()
    {
        var shop = await app.OpenShopAsync();
        var paid = await SellAsync(shop, new { externalId = "paid" });
        var partly = await SellAsync(shop, new { externalId = "partlyRefunded" });
        var refunded = await SellAsync(shop, new { externalId = "refunded" });
        var cancelled = await SellAsync(shop, new { externalId = "cancelled" });
        (await RefundAsync(shop, partly, 1)).Is(201);
        (await RefundAsync(shop, refunded, 2)).Is(201);
        (await shop.PostAsync($"sales/{(Guid)cancelled["id"]}/cancel")).Is(200);
        foreach (var state in new[] { "paid", "partlyRefunded", "refunded", "cancelled" })
        {
            var listed = Assert.Single((await shop.GetAsync($"sales?state={state}")).Is(200)["items"]);
            Assert.Equal((state, state), ((string?)listed["externalId"], (string?)listed["state"]));
        }

        Assert.Equal(0, (long)paid["refunds"].Count);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1000", "limit")]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2026-02-30", "to")]
    [InlineData("state=lost", null)]
    [InlineData("state=99", null)]
    [InlineData("customer=me", "customer")]
    [InlineData("cursor=nonsense", "cursor")]
    [InlineData("q=%00", null)]
    public async Task A_wrong_filter_is_refused(string query, string? field)
    {
        var shop = await app.OpenShopAsync();
        var answer = await shop.GetAsync($"sales?{query}");
        Assert.InRange(answer.Status, 400, 422);
        Assert.NotEmpty(answer.Refuses(answer.Status, field));
    }

    [Fact]
    public async Task A_shop_sees_only_its_own()
    {
        var (mine, theirs) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        var sale = await SellAsync(mine, new { externalId = "A" });
        Assert.Empty(await FoundAsync(theirs, ""));
        (await theirs.GetAsync($"sales/{(Guid)sale["id"]}")).Refuses(404);
        (await theirs.PostAsync($"sales/{(Guid)sale["id"]}/cancel")).Refuses(404);
        (await mine.As(theirs).GetAsync("sales")).Refuses(404);
        (await mine.As(await app.NobodyAsync()).GetAsync("sales")).Refuses(401);
    }

    private static async Task<Json> SellAsync(TestShop shop, object more, string title = "Bowl")
    {
        var sale = new Dictionary<string, object> { ["channel"] = "Etsy", ["lines"] = new[] { new { title, quantity = 2, unitPrice = 1000 } } };
        foreach (var field in more.GetType().GetProperties()) sale[field.Name] = field.GetValue(more)!;
        return (await shop.PostAsync("sales", sale)).Is(201);
    }

    private static Task<Answer> RefundAsync(TestShop shop, Json sale, long quantity) =>
        shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", new { lines = new[] { new { lineId = (Guid)sale["lines"][0]["id"], quantity } } });

    private static async Task<IEnumerable<string?>> FoundAsync(TestShop shop, string query) =>
        (await shop.GetAsync("sales" + query)).Is(200)["items"].Select(sale => (string?)sale["externalId"]).Order();
}
