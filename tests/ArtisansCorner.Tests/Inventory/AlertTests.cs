using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Inventory;

public abstract class AlertTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : AlertTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : AlertTests(app);

    [Fact]
    public async Task An_alert_is_raised_once_grows_worse_and_resolves_itself()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 5, threshold: 3);
        Assert.Empty(await AlertsAsync(shop));

        await shop.SellAsync("MUG", 2);
        var raised = Assert.Single(await AlertsAsync(shop));
        Assert.Equal(("low", 3, 3), ((string?)raised["kind"], (long)raised["onHand"], (long)raised["threshold"]));

        await shop.SellAsync("MUG", 3);
        var worse = Assert.Single(await AlertsAsync(shop));
        Assert.Equal(("out", (Guid)raised["id"]), ((string?)worse["kind"], (Guid)worse["id"]));

        await shop.SellAsync("MUG");
        Assert.Equal("negative", (string?)Assert.Single(await AlertsAsync(shop))["kind"]);

        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 10, reason = "made" })).Is(201);
        Assert.Empty(await AlertsAsync(shop));
        var past = Assert.Single(await AlertsAsync(shop, "?all=true"));
        Assert.False(past["resolvedAt"].IsNull);
    }

    [Fact]
    public async Task Without_a_threshold_the_shops_default_counts()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 4);
        Assert.Empty(await AlertsAsync(shop));
        await shop.SellAsync("MUG");
        Assert.Equal(3, (long)Assert.Single(await AlertsAsync(shop))["threshold"]);
    }

    [Fact]
    public async Task A_threshold_of_zero_is_quiet_until_none_is_left()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 2, threshold: 0);
        await shop.SellAsync("MUG");
        Assert.Empty(await AlertsAsync(shop));
        await shop.SellAsync("MUG");
        Assert.Equal("out", (string?)Assert.Single(await AlertsAsync(shop))["kind"]);
    }

    [Fact]
    public async Task A_snoozed_alert_is_quiet_and_speaks_again_by_itself()
    {
        await using var mine = app.Another();
        var shop = await mine.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 1);
        var alert = Assert.Single(await AlertsAsync(shop));
        (await shop.PostAsync($"alerts/{(Guid)alert["id"]}/snooze", new { days = 7 })).Is(204);
        Assert.Empty(await AlertsAsync(shop));
        mine.Time.Advance(TimeSpan.FromDays(8));
        Assert.Single(await AlertsAsync(shop));
    }

    [Fact]
    public async Task What_cannot_be_snoozed_says_why()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 1);
        var id = (Guid)Assert.Single(await AlertsAsync(shop))["id"];
        (await shop.PostAsync($"alerts/{id}/snooze", new { days = 0 })).Refuses(422, "days");
        (await shop.PostAsync($"alerts/{Guid.CreateVersion7()}/snooze", new { days = 1 })).Refuses(404);
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 10, reason = "made" })).Is(201);
        (await shop.PostAsync($"alerts/{id}/snooze", new { days = 1 })).Refuses(409);
    }

    [Fact]
    public async Task Forty_sales_at_once_leave_stock_exact_and_raise_one_alert()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 50, threshold: 15);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => shop.SellAsync("MUG")));
        Assert.Equal(10, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        var alert = Assert.Single(await AlertsAsync(shop, "?all=true"));
        Assert.Equal(10, (long)alert["onHand"]);
    }

    [Fact]
    public async Task Sales_of_the_same_two_pieces_in_either_order_do_not_wait_in_a_circle()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("CUP", pieces: 100);
        await shop.AddProductAsync("SAUCER", pieces: 100);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(async i =>
        {
            string[] skus = i % 2 == 0 ? ["CUP", "SAUCER"] : ["SAUCER", "CUP"];
            (await shop.PostAsync("sales", new { channel = $"Fair {i % 3}", lines = skus.Select(sku => new { sku, quantity = 1 }) })).Is(201);
        }));
        Assert.Equal(60, (long)(await shop.StockOfAsync("CUP"))["onHand"]);
        Assert.Equal(60, (long)(await shop.StockOfAsync("SAUCER"))["onHand"]);
    }

    private static async Task<Json> AlertsAsync(TestShop shop, string query = "") => (await shop.GetAsync("alerts" + query)).Is(200)["items"];
}
