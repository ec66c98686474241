using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

public abstract class RefundTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : RefundTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RefundTests(app);

    [Fact]
    public async Task A_refund_is_a_fact_of_its_own_day_and_the_sale_stays_as_it_was()
    {
        var (shop, sale) = await SoldAsync();
        var refunded = (await shop.PostAsync(Refunds(sale), new { refundedAt = "2026-04-02T10:00:00Z", lines = new[] { new { lineId = Line(sale), quantity = 1 } }, restock = true })).Is(201);
        Assert.Equal("2026-03-14", (string?)refunded["day"]);
        Assert.Equal((long)sale["total"], (long)refunded["total"]);
        Assert.Equal("partlyRefunded", (string?)refunded["state"]);
        var refund = Assert.Single(refunded["refunds"]);
        Assert.Equal(("2026-04-02", "refund", 1), ((string?)refund["day"], (string?)refund["kind"], (long)refund["units"]));
        Assert.Equal(8, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task Pieces_given_back_one_by_one_give_back_exactly_what_was_paid()
    {
        // 3 × 1000 − 100 = 2900: 966, 966 and the 968 that are left.
        var (shop, sale) = await SoldAsync();
        List<long> goods = [];
        for (var i = 0; i < 3; i++)
        {
            var refunded = (await shop.PostAsync(Refunds(sale), new { lines = new[] { new { lineId = Line(sale), quantity = 1 } }, restock = false })).Is(201);
            goods.Add((long)refunded["refunds"][i]["goods"]);
        }

        Assert.Equal(2900, goods.Sum());
        Assert.Equal("refunded", (string?)(await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["state"]);
        Assert.Equal(7, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task More_than_was_sold_cannot_come_back()
    {
        var (shop, sale) = await SoldAsync();
        (await shop.PostAsync(Refunds(sale), new { lines = new[] { new { lineId = Line(sale), quantity = 4 } } })).Refuses(422, "lines[0].quantity");
        (await shop.PostAsync(Refunds(sale), new { lines = new[] { new { lineId = Line(sale), quantity = 1, amount = 2901 } } })).Refuses(422, "lines[0].amount");
        (await shop.PostAsync(Refunds(sale), new { shipping = 501 })).Refuses(422, "shipping");
        (await shop.PostAsync(Refunds(sale), new { tax = 201 })).Refuses(422, "tax");
        (await shop.PostAsync(Refunds(sale), new { lines = new[] { new { lineId = Guid.CreateVersion7(), quantity = 1 } } })).Refuses(422, "lines[0].lineId");
        (await shop.PostAsync(Refunds(sale), new { })).Refuses(422, "lines");
        (await shop.PostAsync(Refunds(sale), """{ "lines": [null] }""")).Refuses(422, "lines[0].lineId");
        (await shop.PostAsync($"sales/{Guid.CreateVersion7()}/refunds", new { shipping = 1 })).Refuses(404);
        Assert.Equal("paid", (string?)(await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["state"]);
    }

    [Fact]
    public async Task Ten_refunds_at_once_give_back_no_more_than_was_sold()
    {
        var (shop, sale) = await SoldAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            shop.PostAsync(Refunds(sale), new { lines = new[] { new { lineId = Line(sale), quantity = 1 } }, restock = true })));
        Assert.Equal([201, 201, 201, .. Enumerable.Repeat(422, 7)], answers.Select(answer => answer.Status).Order());
        Assert.Equal(10, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task A_refund_sent_again_under_its_key_or_number_is_one_refund()
    {
        var (shop, sale) = await SoldAsync();
        var refund = new { externalId = "R-1", lines = new[] { new { lineId = Line(sale), quantity = 1 } } };
        (await shop.PostAsync(Refunds(sale), refund, key: "again")).Is(201);
        Assert.InRange((await shop.PostAsync(Refunds(sale), refund, key: "again")).Status, 200, 201);
        Assert.InRange((await shop.PostAsync(Refunds(sale), refund)).Status, 200, 409);
        Assert.Single((await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["refunds"]);
    }

    [Fact]
    public async Task A_cancelled_sale_gives_everything_back_once()
    {
        var (shop, sale) = await SoldAsync();
        (await shop.PostAsync(Refunds(sale), new { lines = new[] { new { lineId = Line(sale), quantity = 1 } }, shipping = 100, restock = true })).Is(201);
        var cancelled = (await shop.PostAsync($"sales/{(Guid)sale["id"]}/cancel")).Is(200);
        Assert.Equal("cancelled", (string?)cancelled["state"]);
        Assert.Equal(2900, cancelled["refunds"].Sum(refund => (long)refund["goods"]));
        Assert.Equal(500, cancelled["refunds"].Sum(refund => (long)refund["shipping"]));
        Assert.Equal(200, cancelled["refunds"].Sum(refund => (long)refund["tax"]));
        Assert.Equal(10, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
        (await shop.PostAsync($"sales/{(Guid)sale["id"]}/cancel")).Refuses(409);
        (await shop.PostAsync(Refunds(sale), new { lines = new[] { new { lineId = Line(sale), quantity = 1 } } })).Refuses(409);
    }

    [Fact]
    public async Task Ten_cancellations_at_once_are_one()
    {
        var (shop, sale) = await SoldAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => shop.PostAsync($"sales/{(Guid)sale["id"]}/cancel")));
        Assert.Equal([200, .. Enumerable.Repeat(409, 9)], answers.Select(answer => answer.Status).Order());
        Assert.Equal(10, (long)(await shop.StockOfAsync("MUG"))["onHand"]);
    }

    [Fact]
    public async Task Pieces_come_back_at_the_cost_they_left_with()
    {
        var (shop, sale) = await SoldAsync();
        (await shop.PostAsync("stock/movements", new { sku = "MUG", quantity = 7, reason = "received", unitCost = 1000 })).Is(201);
        var before = (long)(await shop.StockOfAsync("MUG"))["value"];
        (await shop.PostAsync(Refunds(sale), new { lines = new[] { new { lineId = Line(sale), quantity = 3 } }, restock = true })).Is(201);
        Assert.Equal(before + (long)sale["costOfGoods"], (long)(await shop.StockOfAsync("MUG"))["value"]);
    }

    /// <summary>Three of ten mugs at 1000 that had cost 300, 100 off, 500 shipping and 200 tax, sold on 14 March 2026.</summary>
    private async Task<(TestShop Shop, Json Sale)> SoldAsync()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 10, unitCost: 300);
        var sale = (await shop.PostAsync("sales", new
        {
            channel = "Etsy",
            soldAt = "2026-03-14T15:09:26Z",
            lines = new[] { new { sku = "MUG", quantity = 3 } },
            orderDiscount = 100,
            shipping = 500,
            tax = 200,
        })).Is(201);
        return (shop, sale);
    }

    private static string Refunds(Json sale) => $"sales/{(Guid)sale["id"]}/refunds";

    private static Guid Line(Json sale) => (Guid)sale["lines"][0]["id"];
}
