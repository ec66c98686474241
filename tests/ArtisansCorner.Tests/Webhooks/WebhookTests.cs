using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using ArtisansCorner.Tests.Importing;
using ArtisansCorner.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Webhooks;

public abstract class WebhookTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : WebhookTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : WebhookTests(app);

    [Fact]
    public async Task A_sale_is_told_signed_and_without_the_buyers_person()
    {
        await using var receiver = await Receiver.StartAsync();
        var shop = await app.OpenShopAsync();
        var hook = await shop.SubscribeAsync(receiver.Url, "sale.recorded");
        var sale = (await shop.PostAsync("sales", new
        {
            channel = "Etsy",
            externalId = "77",
            note = "for Ana’s birthday",
            customer = new { email = "ana@example.com", name = "Ana Ruiz", city = "Leeds" },
            lines = new[] { new { title = "Mug", quantity = 2, unitPrice = 1300 } },
        })).Is(201);

        var got = Assert.Single(await receiver.GotAsync(1));
        Assert.Equal(("sale.recorded", "sale.recorded"), (got.Event, (string?)got.Json["event"]));
        Assert.Equal(((Guid)sale["id"], shop.Id), ((Guid)got.Json["id"], (Guid)got.Json["shopId"]));
        Assert.Equal((2600, "77", "Etsy"), ((long)got.Json["data"]["grossSales"], (string?)got.Json["data"]["externalId"], (string?)got.Json["data"]["channel"]));
        Assert.Equal((Guid)sale["customer"]["id"], (Guid)got.Json["data"]["customer"]["id"]);
        foreach (var person in (string[])["ana@example.com", "Ana", "Leeds"]) Assert.DoesNotContain(person, got.Body, StringComparison.Ordinal);

        var (t, signatures) = Hooks.Parts(got.Signature);
        Assert.Equal(Hooks.SignatureOf((string)hook["secret"]!, t, got.Body), Assert.Single(signatures));
        Assert.NotEqual(Hooks.SignatureOf((string)hook["secret"]!, t, got.Body.Replace("2600", "2601", StringComparison.Ordinal)), signatures[0]);
        Assert.InRange(long.Parse(t, null), app.Time.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds(), app.Time.GetUtcNow().ToUnixTimeSeconds());
        var log = await shop.TriedAsync(hook, 1);
        Assert.Equal(("delivered", 200, "thanks", true), ((string?)log["state"], (int)log["statusCode"], (string?)log["answer"], log["nextTry"].IsNull));
    }

    [Fact]
    public async Task Refunds_low_stock_and_files_are_told_and_only_to_who_wants_to_hear()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var other = await Receiver.StartAsync();
        var shop = await app.OpenShopAsync();
        await shop.SubscribeAsync(receiver.Url, "sale.refunded", "stock.low", "import.finished");
        var off = await shop.SubscribeAsync(other.Url);
        (await shop.PutAsync($"webhooks/{(Guid)off["id"]}", new { url = other.Url, events = Hooks.AllEvents, active = false })).Is(200);

        await shop.AddProductAsync("MUG", pieces: 3, threshold: 2);
        var sale = await shop.SellAsync("MUG");
        var low = Assert.Single(await receiver.GotAsync(1));
        Assert.Equal(("stock.low", "MUG", 2), (low.Event, (string?)low.Json["data"]["sku"], (long)low.Json["data"]["onHand"]));

        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/cancel")).Is(200);
        var refund = (await receiver.GotAsync(2))[1];
        Assert.Equal(("sale.refunded", "cancellation"), (refund.Event, (string?)refund.Json["data"]["refund"]["kind"]));
        Assert.Equal((Guid)sale["id"], (Guid)refund.Json["data"]["sale"]["id"]);

        var done = await shop.ImportAsync(Files.Csv("order,date,channel,sku,unit price", "1,2026-01-05,Etsy,A,10.00", "2,2026-01-05,Etsy,A,10.00"));
        var import = (await receiver.GotAsync(3))[2];
        Assert.Equal(("import.finished", "done", 2), (import.Event, (string?)import.Json["data"]["status"], (long)import.Json["data"]["adds"]["sales"]));
        Assert.Equal((Guid)done["id"], (Guid)import.Json["id"]);

        await shop.ReadAsync("nonsense");
        Assert.Equal("failed", (string?)(await receiver.GotAsync(4))[3].Json["data"]["status"]);
        Assert.Empty(other.All);
    }

    [Fact]
    public async Task A_secret_is_shown_once_and_lies_nowhere_in_the_open()
    {
        var shop = await app.OpenShopAsync();
        var hook = await shop.SubscribeAsync("https://example.com/hook");
        var secret = (string)hook["secret"]!;
        Assert.DoesNotContain(secret, (await shop.GetAsync("webhooks")).Text + (await shop.GetAsync($"webhooks/{(Guid)hook["id"]}")).Text, StringComparison.Ordinal);
        var kept = await shop.InsideAsync(services => services.GetRequiredService<AppDb>().WebhookSubscriptions.Select(row => row.Secret).SingleAsync());
        Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_under_one_key_makes_one_webhook()
    {
        var shop = await app.OpenShopAsync();
        var input = new { url = "https://example.com/hook", events = new[] { "stock.low" } };
        var (first, again) = ((await shop.PostAsync("webhooks", input, key: "k")).Is(201), (await shop.PostAsync("webhooks", input, key: "k")).Is(201));
        Assert.Equal(((Guid)first["id"], (string?)first["secret"]), ((Guid)again["id"], (string?)again["secret"]));
        Assert.Single((await shop.GetAsync("webhooks")).Is(200)["items"]);

        // Only an answer that may have been lost is given again: a secret drawn later is not.
        (await shop.PostAsync($"webhooks/{(Guid)first["id"]}/rotate")).Is(200);
        Assert.False((await shop.PostAsync("webhooks", input, key: "k")).Is(201).Has("secret"));
    }

    [Fact]
    public async Task For_a_day_after_a_rotation_both_secrets_sign()
    {
        await using var mine = app.Another();
        await using var receiver = await Receiver.StartAsync();
        var shop = await mine.OpenShopAsync();
        var hook = await shop.SubscribeAsync(receiver.Url, "sale.recorded");
        var rotated = (await shop.PostAsync($"webhooks/{(Guid)hook["id"]}/rotate")).Is(200);
        Assert.NotEqual((string?)hook["secret"], (string?)rotated["secret"]);

        await shop.PostAsync($"webhooks/{(Guid)hook["id"]}/test");
        var both = (await receiver.GotAsync(1))[0];
        var (t, signatures) = Hooks.Parts(both.Signature);
        Assert.Equal([Hooks.SignatureOf((string)rotated["secret"]!, t, both.Body), Hooks.SignatureOf((string)hook["secret"]!, t, both.Body)], signatures);

        await mine.PassAsync(TimeSpan.FromHours(24));
        await shop.PostAsync($"webhooks/{(Guid)hook["id"]}/test");
        var one = (await receiver.GotAsync(2))[1];
        (t, signatures) = Hooks.Parts(one.Signature);
        Assert.Equal(Hooks.SignatureOf((string)rotated["secret"]!, t, one.Body), Assert.Single(signatures));
    }

    [Fact]
    public async Task A_change_that_someone_else_overtook_is_refused()
    {
        var shop = await app.OpenShopAsync();
        var hook = await shop.SubscribeAsync("https://example.com/hook");
        var seen = await shop.GetAsync($"webhooks/{(Guid)hook["id"]}");
        var input = new { url = "https://example.com/other", events = new[] { "stock.low" }, active = true };
        (await shop.PutAsync($"webhooks/{(Guid)hook["id"]}", input, seen.Headers.ETag!.Tag)).Is(200);
        (await shop.PutAsync($"webhooks/{(Guid)hook["id"]}", input, seen.Headers.ETag!.Tag)).Refuses(412);
        (await shop.DeleteAsync($"webhooks/{(Guid)hook["id"]}")).Is(204);
        (await shop.GetAsync($"webhooks/{(Guid)hook["id"]}")).Refuses(404);
    }

    [Theory]
    [InlineData("""{ "url": "https://example.com/hook", "events": [] }""", "events")]
    [InlineData("""{ "url": "https://example.com/hook" }""", "events")]
    [InlineData("""{ "url": "https://example.com/hook", "events": ["sale.recorded", null] }""", "events[1]")]
    [InlineData("""{ "url": "https://example.com/hook", "events": ["sale.deleted"] }""", "events[0]")]
    [InlineData("""{ "events": ["stock.low"] }""", "url")]
    [InlineData("""{ "url": "not an address", "events": ["stock.low"] }""", "url")]
    [InlineData("""{ "url": "ftp://example.com/", "events": ["stock.low"] }""", "url")]
    [InlineData("""{ "url": "/hook", "events": ["stock.low"] }""", "url")]
    [InlineData("""{ "url": "https://me:secret@example.com/", "events": ["stock.low"] }""", "url")]
    public async Task What_makes_no_sense_is_refused_under_its_field(string input, string field) =>
        (await (await app.OpenShopAsync()).PostAsync("webhooks", input)).Refuses(422, field);

    [Fact]
    public async Task The_webhooks_of_another_shop_are_not_there()
    {
        await using var receiver = await Receiver.StartAsync();
        var (mine, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        var hook = await mine.SubscribeAsync(receiver.Url);
        await mine.PostAsync($"webhooks/{(Guid)hook["id"]}/test");
        var delivery = await mine.TriedAsync(hook, 1);
        var path = $"webhooks/{(Guid)hook["id"]}";
        foreach (var read in (string[])[path, path + "/deliveries"]) (await other.GetAsync(read)).Refuses(404);
        foreach (var step in (string[])[path + "/rotate", path + "/test", $"webhooks/deliveries/{(Guid)delivery["id"]}/replay"]) (await other.PostAsync(step)).Refuses(404);
        (await other.PutAsync(path, new { url = "https://example.com/", events = new[] { "stock.low" } })).Refuses(404);
        (await other.DeleteAsync(path)).Refuses(404);
        Assert.Empty((await other.GetAsync("webhooks")).Is(200)["items"]);
        Assert.Single(receiver.All);
        Assert.Equal(receiver.Url, (string?)(await mine.GetAsync(path)).Is(200)["url"]);
    }
}
