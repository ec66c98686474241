using System.Diagnostics;
using ArtisansCorner.Tests.Harness;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Platform;

/// <summary>Redis helps and is never needed: it may die and come back without a failed request.</summary>
public sealed class RedisTests(AppOnPostgres app)
{
    // Far from what a user should wait, so that a busy machine does not fail it; with the client's usual time-outs it would be over this.
    private static readonly TimeSpan Bearable = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Redis_may_die_and_come_back_without_a_failed_request()
    {
        await using var redis = new RedisServer();
        await redis.StartAsync();
        await using var mine = app.Another(("ConnectionStrings:Redis", redis.Connection));
        var shop = await mine.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 100);

        await UseAsync(shop);
        await redis.KillAsync();
        for (var i = 0; i < 5; i++) await UseAsync(shop);
        await mine.OpenShopAsync();
        await redis.StartAsync();
        for (var i = 0; i < 5; i++) await UseAsync(shop);
        Assert.Equal(89, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task The_app_starts_while_Redis_is_away()
    {
        await using var mine = app.Another(("ConnectionStrings:Redis", new RedisServer().Connection));
        var shop = await mine.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        await UseAsync(shop);
    }

    [Fact]
    public async Task A_page_open_on_one_server_hears_of_a_sale_recorded_on_another()
    {
        await using var redis = new RedisServer();
        await redis.StartAsync();
        await using var one = app.Another(("ConnectionStrings:Redis", redis.Connection));
        var shop = await one.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10);
        var database = (await one.ServicesAsync()).GetRequiredService<IConfiguration>()["ConnectionStrings:Postgres"]!;
        await using var other = app.Another(("ConnectionStrings:Redis", redis.Connection), ("ConnectionStrings:Postgres", database));
        var there = await other.NobodyAsync();
        (await there.PostAsync("auth/login", new { email = shop.Email, password = TestShop.Password })).Is(200);

        await using var live = await LiveReader.OpenAsync(there.Http, shop.Id);
        await shop.SellAsync("MUG");
        Assert.Equal("sales", (await live.NextAsync(topic => topic == "sales")).Topic);
    }

    /// <summary>Signed in, read, written, read again; none fails and none takes long.</summary>
    private static async Task UseAsync(TestShop shop)
    {
        var watch = Stopwatch.StartNew();
        (await shop.Owner.GetAsync("me")).Is(200);
        await shop.SellAsync("MUG");
        (await shop.GetAsync("sales")).Is(200);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bearable);
    }
}
