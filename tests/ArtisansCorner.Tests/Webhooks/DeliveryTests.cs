using ArtisansCorner.Tests.Harness;
using ArtisansCorner.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Webhooks;

public abstract class DeliveryTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : DeliveryTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : DeliveryTests(app);

    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];

    [Fact]
    public async Task What_fails_is_tried_later_and_later_then_given_up_and_can_be_sent_again()
    {
        await using var mine = app.Another();
        await using var receiver = await Receiver.StartAsync();
        (receiver.Status, receiver.Words) = (503, new string('x', 3000));
        var shop = await mine.OpenShopAsync();
        var hook = await shop.SubscribeAsync(receiver.Url, "sale.recorded");
        await shop.PostAsync("sales", new { channel = "Fair", lines = new[] { new { title = "Mug", unitPrice = 1000 } } });
        for (var attempt = 1; attempt <= Pauses.Length; attempt++)
        {
            var tried = await shop.TriedAsync(hook, attempt);
            Assert.Equal(("waiting", 503, 1024), ((string?)tried["state"], (int)tried["statusCode"], ((string?)tried["answer"])!.Length));
            var pause = (DateTimeOffset)tried["nextTry"] - (DateTimeOffset)tried["attemptedAt"];
            Assert.InRange(pause, Pauses[attempt - 1] * 0.89, Pauses[attempt - 1] * 1.11);
            // A moment too early nothing is sent.
            await mine.PassAsync(pause - TimeSpan.FromSeconds(20));
            Assert.Equal(attempt, receiver.All.Count);
            await mine.PassAsync(TimeSpan.FromSeconds(30));
        }

        var given = await shop.TriedAsync(hook, 7);
        Assert.Equal(("givenUp", true), ((string?)given["state"], given["nextTry"].IsNull));
        Assert.Equal("failing", (string?)(await shop.GetAsync($"webhooks/{(Guid)hook["id"]}")).Is(200)["state"]);
        Assert.Equal(7, receiver.All.Count);
        Assert.Single(receiver.All.Select(got => got.Body).Distinct());

        receiver.Status = 204;
        (await shop.PostAsync($"webhooks/deliveries/{(Guid)given["id"]}/replay")).Is(202);
        Assert.Equal(given["eventId"].ToString(), (string?)(await receiver.GotAsync(8))[7].Json["id"]);
        Assert.Equal("delivered", (string?)(await shop.TriedAsync(hook, 1))["state"]);
        Assert.Equal("active", (string?)(await shop.GetAsync($"webhooks/{(Guid)hook["id"]}")).Is(200)["state"]);
    }

    [Fact]
    public async Task After_three_days_of_nothing_but_failures_it_is_switched_off_and_says_why()
    {
        await using var mine = app.Another();
        await using var receiver = await Receiver.StartAsync();
        receiver.Status = 500;
        var shop = await mine.OpenShopAsync();
        var hook = await shop.SubscribeAsync(receiver.Url);
        var address = $"webhooks/{(Guid)hook["id"]}";
        await shop.PostAsync($"{address}/test");
        await shop.TriedAsync(hook, 1);
        await mine.PassAsync(TimeSpan.FromDays(3));
        await shop.TriedAsync(hook, 2);
        var off = await Eventually.GetAsync(async () => (await shop.GetAsync(address)).Is(200), now => (string?)now["state"] == "off");
        Assert.Contains("500", (string?)off["offReason"], StringComparison.Ordinal);
        (await shop.PostAsync($"{address}/test")).Refuses(409);

        receiver.Status = 200;
        (await shop.PutAsync(address, new { url = receiver.Url, events = Hooks.AllEvents, active = true })).Is(200);
        await mine.PassAsync(TimeSpan.FromHours(1));
        Assert.Equal("delivered", (string?)(await shop.TriedAsync(hook, 3))["state"]);
        var on = (await shop.GetAsync(address)).Is(200);
        Assert.Equal(("active", true), ((string?)on["state"], on["offReason"].IsNull));
    }

    [Fact]
    public async Task Two_servers_share_the_work_and_send_nothing_twice()
    {
        await using var mine = app.Another();
        await using var receiver = await Receiver.StartAsync();
        var shop = await mine.OpenShopAsync();
        await using var second = await mine.FurtherServerAsync();
        var hooks = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => shop.SubscribeAsync(receiver.Url, "sale.recorded")));
        await Task.WhenAll(Enumerable.Range(1, 20).Select(async i =>
        {
            (await shop.PostAsync("sales", new { channel = "Fair", externalId = $"{i}", lines = new[] { new { title = "Mug", unitPrice = 1000 } } })).Is(201);
            second.Services.GetRequiredService<DeliverySignal>().Set();
        }));
        foreach (var hook in hooks)
            await Eventually.PassesAsync(async () => Assert.Equal(20, (await shop.LogAsync(hook)).Count(item => (string?)item["state"] == "delivered")));
        Assert.Equal(60, receiver.All.Count);
        Assert.All(receiver.All.CountBy(got => (Guid)got.Json["id"]), one => Assert.Equal(3, one.Value));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_is_a_failure()
    {
        await using var receiver = await Receiver.StartAsync();
        (receiver.Status, receiver.Location) = (307, "/elsewhere");
        var shop = await app.OpenShopAsync();
        var hook = await shop.SubscribeAsync(receiver.Url);
        await shop.PostAsync($"webhooks/{(Guid)hook["id"]}/test");
        var tried = await shop.TriedAsync(hook, 1);
        Assert.Equal(("waiting", 307), ((string?)tried["state"], (int)tried["statusCode"]));
        Assert.Equal("/hook", Assert.Single(receiver.All).Path);
    }

    [Fact]
    public async Task Nobody_listening_is_said_and_tried_again()
    {
        var shop = await app.OpenShopAsync();
        var hook = await shop.SubscribeAsync($"http://127.0.0.1:{Product.FreePort()}/hook");
        await shop.PostAsync($"webhooks/{(Guid)hook["id"]}/test");
        var tried = await shop.TriedAsync(hook, 1);
        Assert.Equal(("waiting", "Nobody listens at this address.", true), ((string?)tried["state"], (string?)tried["failure"], tried["statusCode"].IsNull));
    }

    [Fact]
    public async Task The_log_is_read_page_by_page_and_forgotten_after_thirty_days()
    {
        await using var mine = app.Another();
        await using var receiver = await Receiver.StartAsync();
        var shop = await mine.OpenShopAsync();
        var hook = await shop.SubscribeAsync(receiver.Url);
        var log = $"webhooks/{(Guid)hook["id"]}/deliveries";
        for (var i = 0; i < 5; i++) (await shop.PostAsync($"webhooks/{(Guid)hook["id"]}/test")).Is(202);
        await receiver.GotAsync(5);
        List<Guid> seen = [];
        for (string? cursor = ""; cursor is not null;)
        {
            var page = (await shop.GetAsync($"{log}?limit=2{(cursor.Length > 0 ? "&cursor=" + cursor : "")}")).Is(200);
            Assert.InRange(page["items"].Count, 1, 2);
            seen.AddRange(page["items"].Select(item => (Guid)item["id"]));
            cursor = (string?)page["next"];
        }

        Assert.Equal((5, 5), (seen.Count, seen.Distinct().Count()));
        await PruneAsync(shop);
        Assert.Equal(5, (await shop.LogAsync(hook)).Count);
        // Twice sixteen days: a session that is used lives on.
        mine.Time.Advance(TimeSpan.FromDays(16));
        Assert.Equal(5, (await shop.LogAsync(hook)).Count);
        mine.Time.Advance(TimeSpan.FromDays(16));
        await PruneAsync(shop);
        Assert.Empty(await shop.LogAsync(hook));
    }

    private static Task<bool> PruneAsync(TestShop shop) => shop.InsideAsync(async services =>
    {
        await ActivatorUtilities.CreateInstance<PruneDeliveriesJob>(services).RunAsync(TestContext.Current.CancellationToken);
        return true;
    });
}
