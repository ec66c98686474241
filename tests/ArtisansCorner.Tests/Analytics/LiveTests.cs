using System.Net.Http.Headers;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Analytics;

public abstract class LiveTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : LiveTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : LiveTests(app);

    [Fact]
    public async Task Who_follows_hears_of_a_sale_and_then_reads_figures_that_hold_it()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", price: 1250, pieces: 5);
        await using var stream = await FollowAsync(shop);
        await shop.SellAsync("MUG");
        await stream.HearsAsync("sales");
        var today = (await shop.GetAsync("analytics/summary")).Is(200);
        Assert.Equal(1250, (long)today["current"]["netSales"]);
    }

    [Fact]
    public async Task Who_comes_back_hears_what_was_missed()
    {
        var shop = await app.OpenShopAsync();
        string last;
        await using (var stream = await FollowAsync(shop))
        {
            await SellSomethingAsync(shop);
            last = await stream.HearsAsync("sales");
        }

        await SellSomethingAsync(shop);
        await using var again = await FollowAsync(shop, last);
        Assert.NotEqual(last, await again.HearsAsync("sales"));
    }

    [Fact]
    public async Task Who_was_away_too_long_is_told_to_ask_for_everything()
    {
        var shop = await app.OpenShopAsync();
        await using var stream = await FollowAsync(shop, "another-life-7");
        await stream.HearsAsync("everything");
    }

    [Fact]
    public async Task Another_shop_hears_nothing_and_nobody_may_listen()
    {
        var (shop, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        (await shop.As(other).GetAsync("live")).Is(404);
        (await shop.As(await app.NobodyAsync()).GetAsync("live")).Is(401);
    }

    [Fact]
    public async Task The_stream_is_kept_by_nobody_on_the_way()
    {
        var shop = await app.OpenShopAsync();
        await using var stream = await FollowAsync(shop);
        Assert.Equal("text/event-stream", stream.Response.Content.Headers.ContentType?.MediaType);
        Assert.True(stream.Response.Headers.CacheControl?.NoStore);
        Assert.Equal("no", Assert.Single(stream.Response.Headers.GetValues("X-Accel-Buffering")));
    }

    private static async Task SellSomethingAsync(TestShop shop) =>
        (await shop.PostAsync("sales", new { channel = "Fair", lines = new[] { new { title = "Bowl", quantity = 1, unitPrice = 900 } } })).Is(201);

    private static async Task<EventStream> FollowAsync(TestShop shop, string? lastEventId = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, shop.Api("live"));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await shop.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        var stream = new EventStream(response, new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("retry: 2000", await stream.Reader.ReadLineAsync(TestContext.Current.CancellationToken));
        return stream;
    }

    private sealed record EventStream(HttpResponseMessage Response, StreamReader Reader) : IAsyncDisposable
    {
        /// <summary>Waits for this topic; tells the id of its event.</summary>
        public async Task<string> HearsAsync(string topic)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(TimeSpan.FromSeconds(20));
            var id = "";
            while (await Reader.ReadLineAsync(patience.Token) is { } line)
            {
                if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
                if (line == "data: " + topic) return id;
            }

            throw new InvalidOperationException("The stream ended.");
        }

        public ValueTask DisposeAsync()
        {
            Response.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
