using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

/// <summary>The day of a refund lies on or after that of its sale, by the shop's clock.</summary>
public abstract class RefundDayTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : RefundDayTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RefundDayTests(app);

    [Fact]
    public async Task A_day_before_the_sale_is_refused_and_its_own_day_is_not()
    {
        var (shop, refunds, line) = await SoldAsync("Europe/London", new { channel = "Fair", day = "2026-03-14", lines = new[] { new { title = "Bowl", quantity = 3, unitPrice = 1000 } } });
        var sentence = (await shop.PostAsync(refunds, new { day = "2026-03-13", lines = new[] { new { lineId = line, quantity = 1 } } })).Refuses(422, "day");
        Assert.Equal("This was sold on 2026-03-14; it cannot be given back before.", sentence);
        (await shop.PostAsync(refunds, new { refundedAt = "2026-03-13T23:59:59Z", lines = new[] { new { lineId = line, quantity = 1 } } })).Refuses(422, "refundedAt");
        (await shop.PostAsync(refunds, new { day = "2026-03-14", lines = new[] { new { lineId = line, quantity = 1 } } })).Is(201);
        (await shop.PostAsync(refunds, new { refundedAt = "2026-03-14T00:00:00Z", lines = new[] { new { lineId = line, quantity = 1 } } })).Is(201);
        (await shop.PostAsync(refunds, new { lines = new[] { new { lineId = line, quantity = 1 } } })).Is(201);
    }

    [Fact]
    public async Task The_days_are_those_of_the_shops_clock()
    {
        // In Auckland that is 01:00 of March 15.
        var (shop, refunds, line) = await SoldAsync("Pacific/Auckland", new { channel = "Fair", soldAt = "2026-03-14T12:00:00Z", lines = new[] { new { title = "Bowl", quantity = 3, unitPrice = 1000 } } });
        (await shop.PostAsync(refunds, new { day = "2026-03-14", lines = new[] { new { lineId = line, quantity = 1 } } })).Refuses(422, "day");
        (await shop.PostAsync(refunds, new { refundedAt = "2026-03-14T10:59:59Z", lines = new[] { new { lineId = line, quantity = 1 } } })).Refuses(422, "refundedAt");
        // The same day is enough: clocks of tills differ.
        (await shop.PostAsync(refunds, new { refundedAt = "2026-03-14T11:00:00Z", lines = new[] { new { lineId = line, quantity = 1 } } })).Is(201);
        (await shop.PostAsync(refunds, new { day = "2026-03-15", lines = new[] { new { lineId = line, quantity = 1 } } })).Is(201);
    }

    private async Task<(TestShop Shop, string Refunds, Guid Line)> SoldAsync(string zone, object sold)
    {
        var shop = await app.OpenShopAsync(timeZone: zone);
        var sale = (await shop.PostAsync("sales", sold)).Is(201);
        return (shop, $"sales/{(Guid)sale["id"]}/refunds", (Guid)sale["lines"][0]["id"]);
    }
}
