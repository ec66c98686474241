using System.Text;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Webhooks;

public abstract class IncomingTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : IncomingTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : IncomingTests(app);

    [Theory]
    [InlineData("shopify", "Shopify")]
    [InlineData("square", "Square")]
    [InlineData("woocommerce", "WooCommerce")]
    public async Task An_order_told_five_times_at_once_is_one_sale(string name, string channel)
    {
        var shop = await app.OpenShopAsync();
        var platform = await Platform.ConnectAsync(shop, name);
        var (topic, order) = platform.Order("1001");
        var id = Platform.NewId();
        foreach (var answer in await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => platform.TellAsync(topic, order, id)))) answer.Is(200);
        Assert.Equal("This event was dealt with before.", (string?)(await platform.TellAsync(topic, order, id)).Is(200)["outcome"]);
        Assert.Equal("Up to date.", (string?)(await platform.TellAsync(topic, order)).Is(200)["outcome"]);

        var sale = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"]);
        Assert.Equal((channel, "1001", 2000, "2026-03-14"), ((string?)sale["channel"], (string?)sale["externalId"], (long)sale["total"], (string?)sale["day"]));
        Assert.Equal("webhook", (string?)(await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["recordedThrough"]);
        Assert.False((await shop.GetAsync("webhooks/sources")).Is(200)["items"][0]["heardAt"].IsNull);
    }

    [Theory]
    [InlineData("shopify")]
    [InlineData("square")]
    [InlineData("woocommerce")]
    public async Task What_is_not_signed_rightly_is_refused_and_changes_nothing(string name)
    {
        var shop = await app.OpenShopAsync();
        var platform = await Platform.ConnectAsync(shop, name);
        const string body = """{"id":1,"name":"1","type":"payment.updated"}""";
        var right = Platform.Sign(name, platform.Url, body);
        (await platform.PostAsync("orders/create", body.Replace('1', '2'), right, "e")).Refuses(401);
        (await platform.PostAsync("orders/create", body, right[1..], "e")).Refuses(401);
        (await platform.PostAsync("orders/create", body, "", "e")).Refuses(401);
        (await (platform with { Url = platform.Url.Replace("hooks/", "hooks/x", StringComparison.Ordinal) }).PostAsync("orders/create", body, right, "e")).Refuses(404);
        var other = name == "square" ? "shopify" : "square";
        (await (platform with { Url = platform.Url.Replace(name, other, StringComparison.Ordinal) }).PostAsync("orders/create", body, right, "e")).Refuses(404);
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
    }

    [Theory]
    [InlineData("shopify", "orders/create", "no json")]
    [InlineData("shopify", "orders/create", "[]")]
    [InlineData("shopify", "orders/create", "{}")]
    [InlineData("shopify", "orders/create", """{"id":1,"name":"#1","line_items":{}}""")]
    [InlineData("shopify", "orders/create", """{"id":1,"name":"#1","line_items":[7]}""")]
    [InlineData("shopify", "orders/create", """{"id":1,"name":"#1","line_items":[{"title":"Mug","quantity":1,"price":"twelve"}]}""")]
    [InlineData("shopify", "orders/create", """{"id":1,"name":"#1","line_items":[{"title":"Mug","quantity":1,"price":"1e40"}]}""")]
    [InlineData("shopify", "orders/create", """{"id":1,"name":"#1","line_items":[{"title":"Mug","quantity":99999999999,"price":"99999999"}]}""")]
    [InlineData("shopify", "orders/create", """{"id":1,"name":"#1","currency":"USD","line_items":[{"title":"Mug","quantity":1,"price":"1"}]}""")]
    [InlineData("shopify", "orders/create", """{"id":1,"name":"#1","created_at":"2999-01-01","line_items":[{"title":"Mug","quantity":1,"price":"1"}]}""")]
    [InlineData("shopify", "orders/create", """{"id":1,"name":"\ud800","line_items":[]}""")]
    [InlineData("square", "", """{"type":"payment.updated","data":{"object":{"payment":[]}}}""")]
    [InlineData("square", "", """{"type":"payment.updated","data":{}}""")]
    [InlineData("square", "", """{"type":{}}""")]
    [InlineData("woocommerce", "order.created", """{"id":1}""")]
    [InlineData("woocommerce", "order.created", """{"id":1,"status":"processing","line_items":[{"quantity":1,"subtotal":[]}]}""")]
    public async Task What_makes_no_sense_is_refused_with_a_sentence(string name, string topic, string body)
    {
        var shop = await app.OpenShopAsync();
        var platform = await Platform.ConnectAsync(shop, name);
        Assert.NotEmpty((await platform.PostAsync(topic, body, Platform.Sign(name, platform.Url, body), "e")).Refuses(422));
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
    }

    [Fact]
    public async Task Odd_letters_are_left_out_and_too_much_is_too_much()
    {
        var shop = await app.OpenShopAsync();
        var platform = await Platform.ConnectAsync(shop, "shopify");
        const string odd = """{"id":1,"name":"#1","email":"no e-mail","line_items":[{"title":"Mu\u0000g\ufffe","quantity":1,"price":12.5}]}""";
        (await platform.PostAsync("orders/create", odd, Platform.Sign("shopify", platform.Url, odd), "e1")).Is(200);
        Assert.Equal(1250, (long)Assert.Single((await shop.GetAsync("sales")).Is(200)["items"])["total"]);
        var large = "{\"x\":\"" + new string('a', 1 << 20) + "\"}";
        (await platform.PostAsync("orders/create", large, Platform.Sign("shopify", platform.Url, large), "e2")).Refuses(413);
    }

    [Theory]
    [InlineData("shopify", "Shopify")]
    [InlineData("square", "Square")]
    [InlineData("woocommerce", "WooCommerce")]
    public async Task The_same_order_by_the_API_and_by_the_platform_is_one_sale(string name, string channel)
    {
        var shop = await app.OpenShopAsync();
        var platform = await Platform.ConnectAsync(shop, name);
        (await shop.PostAsync("sales", new { channel, externalId = "1001", day = "2026-03-14", lines = new[] { new { title = "Mug", unitPrice = 2000 } } })).Is(201);
        var (topic, order) = platform.Order("1001");
        Assert.Equal("Up to date.", (string?)(await platform.TellAsync(topic, order)).Is(200)["outcome"]);
        Assert.Single((await shop.GetAsync("sales")).Is(200)["items"]);
    }

    [Fact]
    public async Task Sources_show_no_secret_are_unknown_to_others_and_end()
    {
        var (mine, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        var platform = await Platform.ConnectAsync(mine, "shopify");
        Assert.DoesNotContain("shpss", (await mine.GetAsync("webhooks/sources")).Text, StringComparison.Ordinal);
        Assert.Empty((await other.GetAsync("webhooks/sources")).Is(200)["items"]);
        (await other.DeleteAsync($"webhooks/sources/{platform.Id}")).Refuses(404);
        var (topic, order) = platform.Order("1001");
        (await platform.TellAsync(topic, order)).Is(200);
        (await mine.DeleteAsync($"webhooks/sources/{platform.Id}")).Is(204);
        (await platform.TellAsync(topic, order)).Refuses(404);
        (await mine.PostAsync("webhooks/sources", new { secret = "" })).Refuses(422, "platform");
        (await mine.PostAsync("webhooks/sources", new { platform = "square", secret = "s", notificationUrl = "here" })).Refuses(422, "notificationUrl");
    }

    [Fact]
    public async Task WooCommerce_is_greeted_when_it_asks_by_a_form()
    {
        var platform = await Platform.ConnectAsync(await app.OpenShopAsync(), "woocommerce");
        using var form = new StringContent("webhook_id=12", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await (await app.NobodyAsync()).Http.PostAsync(new Uri(platform.Url).PathAndQuery, form, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
    }
}
