using System.Globalization;
using ArtisansCorner.Analytics;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Sales;
using ArtisansCorner.Shops;
using ArtisansCorner.Tests.Harness;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Sales;

public abstract class ClockMoveTests(App app)
{
    private static readonly string[] Zones =
        ["Pacific/Auckland", "Pacific/Kiritimati", "America/New_York", "Europe/London", "Asia/Kathmandu", "Australia/Lord_Howe", "America/Havana", "Pacific/Pago_Pago", "Asia/Beirut"];

    public sealed class OnSqlite(AppOnSqlite app) : ClockMoveTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ClockMoveTests(app);

    [Fact]
    public async Task Sales_refunds_fees_and_movements_move_to_the_days_of_the_new_clock()
    {
        var shop = await app.OpenShopAsync(timeZone: "Pacific/Auckland");
        await shop.AddProductAsync("MUG", 1000, pieces: 10);
        // 16:00 on New Year's Day in Auckland, 22:00 on New Year's Eve in New York.
        var sale = (await shop.PostAsync("sales", new { channel = "Etsy", soldAt = "2026-01-01T03:00:00Z", lines = new[] { new { sku = "MUG", quantity = 1 } }, fees = new[] { new { type = "card", amount = 50 } } })).Is(201);
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/refunds", new { refundedAt = "2026-03-01T02:00:00Z", restock = true, lines = new[] { new { lineId = (Guid)sale["lines"][0]["id"], quantity = 1 } } })).Is(201);
        // Of this one only the day is known, and stays.
        (await shop.PostAsync("sales", new { channel = "Fair", day = "2026-01-01", lines = new[] { new { title = "Bowl", quantity = 1, unitPrice = 700 } } })).Is(201);
        await FiguresAreAsync(shop, "2026-01-01", (2, 1700, 50));

        await MoveAsync(shop, "America/New_York");
        await FiguresAreAsync(shop, "2025-12-31", (1, 1000, 50));
        await FiguresAreAsync(shop, "2026-01-01", (1, 700, 0));
        await Eventually.PassesAsync(async () => Assert.Equal(1000, (long)(await shop.GetAsync("analytics/summary?from=2026-02-28&to=2026-02-28")).Is(200)["current"]["returns"]));
        Assert.Equal("2025-12-31", (string?)(await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["day"]);
        Assert.Equal(22, (int)(await shop.GetAsync("analytics/heatmap?from=2025-12-31&to=2025-12-31")).Is(200)["cells"].Single(cell => (long)cell["orders"] > 0)["hour"]);
        await NothingIsWrongAsync(shop);

        await MoveAsync(shop, "Pacific/Auckland");
        await FiguresAreAsync(shop, "2026-01-01", (2, 1700, 50));
        await NothingIsWrongAsync(shop);
    }

    [Fact]
    public async Task The_hour_that_happens_twice_is_one_hour_of_one_day()
    {
        var shop = await app.OpenShopAsync(timeZone: "Pacific/Kiritimati");
        // Clocks go back in London at 01:00 UTC on 25 October 2026.
        foreach (var at in (string[])["2026-10-24T23:30:00Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z"])
            (await shop.PostAsync("sales", new { channel = "Etsy", soldAt = at, lines = new[] { new { title = "Bowl", quantity = 1, unitPrice = 700 } } })).Is(201);
        await MoveAsync(shop, "Europe/London");
        await FiguresAreAsync(shop, "2026-10-25", (4, 2800, 0));
        var cells = (await shop.GetAsync("analytics/heatmap?from=2026-10-25&to=2026-10-25")).Is(200)["cells"].Where(cell => (long)cell["orders"] > 0);
        Assert.Equal([(0, 1L), (1, 2L), (2, 1L)], cells.Select(cell => ((int)cell["hour"], (long)cell["orders"])));
    }

    [Fact]
    public async Task After_any_moves_every_fact_is_on_the_day_of_the_clock_and_no_roll_up_is_wrong()
    {
        var random = new Random(20261124);
        var shop = await app.OpenShopAsync(timeZone: Zones[0]);
        var sales = Enumerable.Range(0, 120).Select(i => new
        {
            channel = i % 3 == 0 ? "Etsy" : "Fair",
            soldAt = i % 5 == 0 ? null : new DateTimeOffset(2026, 10, 20, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(0, 14 * 24 * 60)).ToString("O", CultureInfo.InvariantCulture),
            day = i % 5 == 0 ? $"2026-10-{random.Next(20, 31)}" : null,
            customer = new { email = $"buyer{random.Next(12)}@example.com" },
            lines = new[] { new { title = "Bowl", quantity = 1 + i % 3, unitPrice = 100 + i } },
        });
        (await shop.PostAsync("sales/batch", new { sales })).Is(200);
        foreach (var zone in Zones.Skip(1).OrderBy(_ => random.Next()).Take(4))
        {
            await MoveAsync(shop, zone);
            var facts = await shop.InsideAsync(services => services.GetRequiredService<AppDb>().Sales.Select(sale => new { sale.SoldAt, sale.Day, sale.Hour }).ToListAsync(TestContext.Current.CancellationToken));
            var clock = ShopZone.Of(zone);
            Assert.Equal(120, facts.Count);
            Assert.All(facts, fact => Assert.Equal(
                (fact.Hour is null ? DateOnly.FromDateTime(clock.LocalOf(fact.SoldAt)) : clock.DayOf(fact.SoldAt), fact.Hour is null ? null : clock.HourOf(fact.SoldAt)), (fact.Day, fact.Hour)));
            Assert.Equal(24, facts.Count(fact => fact.Hour is null));
            await NothingIsWrongAsync(shop);
        }
    }

    [Fact]
    public async Task Who_still_counts_by_the_old_clock_is_set_right_a_minute_later()
    {
        await using var own = app.Another();
        var shop = await own.OpenShopAsync(timeZone: "Pacific/Auckland");
        var stale = (await shop.PostAsync("sales", Sale())).Is(201);
        await MoveAsync(shop, "America/New_York");
        // As a server would write that has not heard of the new clock.
        await shop.InsideAsync(services => services.GetRequiredService<AppDb>().Sales.ExecuteUpdateAsync(
            row => row.SetProperty(sale => sale.Day, new DateOnly(2026, 1, 1)).SetProperty(sale => sale.Hour, (byte)16).SetProperty(sale => sale.RecordedAt, own.Time.GetUtcNow()), TestContext.Current.CancellationToken));
        own.Time.Advance(TimeSpan.FromSeconds(61));
        await Eventually.PassesAsync(async () => Assert.Equal("2025-12-31", (string?)(await shop.GetAsync($"sales/{(Guid)stale["id"]}")).Is(200)["day"]));
    }

    [Fact]
    public async Task A_second_change_waits_until_the_first_is_done()
    {
        var shop = await app.OpenShopAsync(timeZone: "Pacific/Auckland");
        await shop.SellAnythingAsync(700);
        await shop.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<AppDb>();
            await using var write = await db.BeginWriteAsync(TestContext.Current.CancellationToken);
            db.ClockMoves.Add(new ClockMove { ShopId = shop.Id, FromZone = "Europe/London", ToZone = "Pacific/Auckland", StartedAt = DateTimeOffset.UnixEpoch });
            await write.CommitAsync(TestContext.Current.CancellationToken);
            return true;
        });
        Assert.Contains("still being moved", (await shop.PutAsync("settings", new { timeZone = "Asia/Kathmandu" })).Refuses(409, "timeZone"), StringComparison.Ordinal);
        Assert.Equal(0, (decimal)(await shop.GetAsync("settings")).Is(200)["moving"]);
        // The first screen speaks of it as soon as the sale has reached it.
        foreach (var page in (string[])["", "settings", "settings/clock"])
            await Eventually.PassesAsync(async () => Assert.Contains("Pacific/Auckland", await shop.Http.GetStringAsync($"/{shop.Slug}/{page}", TestContext.Current.CancellationToken), StringComparison.Ordinal));
    }

    private static object Sale() => new { channel = "Etsy", soldAt = "2026-01-01T03:00:00Z", lines = new[] { new { title = "Bowl", quantity = 1, unitPrice = 700 } } };

    private static async Task MoveAsync(TestShop shop, string zone)
    {
        (await shop.PutAsync("settings", new { timeZone = zone })).Is(200);
        await Eventually.PassesAsync(async () => Assert.True((await shop.GetAsync("settings")).Is(200)["moving"].IsNull));
    }

    private static Task FiguresAreAsync(TestShop shop, string day, (long Orders, long Gross, long Fees) expected) => Eventually.PassesAsync(async () =>
    {
        var figures = (await shop.GetAsync($"analytics/summary?from={day}&to={day}")).Is(200)["current"];
        Assert.Equal(expected, ((long)figures["orders"], (long)figures["grossSales"], (long)figures["fees"]));
    });

    private static async Task NothingIsWrongAsync(TestShop shop) => await Eventually.PassesAsync(async () =>
        Assert.Empty(await shop.InsideAsync(services => services.GetRequiredService<VerifyRollUps>().RunAsync(TestContext.Current.CancellationToken))));
}
