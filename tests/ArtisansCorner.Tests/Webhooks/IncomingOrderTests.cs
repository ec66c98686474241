using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Webhooks;

/// <summary>What platforms tell of an order counts as the platform means it.</summary>
public abstract class IncomingOrderTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : IncomingOrderTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : IncomingOrderTests(app);

    [Fact]
    public async Task Shopifys_order_discount_shipping_and_marketplace_tax_count_where_they_belong()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        await shop.AddProductAsync("MUG", price: 2400, pieces: 5);
        var platform = await Platform.ConnectAsync(shop, "shopify");
        (await platform.TellAsync("orders/create", ShopifyOrder())).Is(200);
        var sale = await SaleAsync(shop);
        Assert.Equal("2026-03-13", (string?)sale["day"]);
        Assert.Equal((5900, 600, 500), ((long)sale["grossSales"], (long)sale["discounts"], (long)sale["orderDiscount"]));
        Assert.Equal((500, 100, 210, 190), ((long)sale["shipping"], (long)sale["shippingDiscount"], (long)sale["tax"], (long)sale["marketplaceTax"]));
        Assert.Equal("ana@example.com", (string?)sale["customer"]["email"]);
        Assert.Equal(3, (long)(await shop.StockOfAsync("MUG"))["onHand"]);

        // One mug comes back, told twice: by itself and within the order.
        var refund = new
        {
            id = 929361463,
            order_id = 820982911946154508,
            created_at = "2026-03-20T10:00:00-04:00",
            refund_line_items = new[] { new { quantity = 1, subtotal = 21.00, total_tax = 1.00, restock_type = "return", line_item = new { sku = "MUG", title = "Mug" } } },
            transactions = new[] { new { kind = "refund", status = "success", amount = "22.00" } },
        };
        (await platform.TellAsync("refunds/create", refund)).Is(200);
        (await platform.TellAsync("orders/updated", ShopifyOrder(refund))).Is(200);
        var back = Assert.Single((await SaleAsync(shop))["refunds"]);
        Assert.Equal((1, 2100, 100, true, "2026-03-20"), ((long)back["units"], (long)back["goods"], (long)back["tax"], (bool)back["restocked"], (string?)back["day"]));
        Assert.Equal(4, (long)(await shop.StockOfAsync("MUG"))["onHand"]);

        for (var i = 0; i < 2; i++) (await platform.TellAsync("orders/updated", ShopifyOrder(refund, cancelled: "2026-03-21T10:00:00-04:00"))).Is(200);
        sale = await SaleAsync(shop);
        Assert.Equal(("cancelled", 2), ((string?)sale["state"], sale["refunds"].Count));
    }

    [Fact]
    public async Task Prices_that_include_tax_are_taken_without_it_to_the_penny()
    {
        var shop = await app.OpenShopAsync();
        var platform = await Platform.ConnectAsync(shop, "shopify");
        (await platform.TellAsync("orders/create", new
        {
            id = 1,
            name = "#7",
            taxes_included = true,
            currency = "GBP",
            total_tax = "5.67",
            tax_lines = new[] { new { price = "5.67", rate = 0.2 } },
            line_items = new[] { new { title = "Mug", quantity = 3, price = "10.00", tax_lines = new[] { new { price = "5.00" } } } },
            shipping_lines = new[] { new { price = "4.00", tax_lines = new[] { new { price = "0.67" } } } },
        })).Is(200);
        var sale = await SaleAsync(shop);
        Assert.Equal((3400, 2500, 333, 567), ((long)sale["total"], (long)sale["lines"][0]["netSales"], (long)sale["shipping"], (long)sale["tax"]));
    }

    [Fact]
    public async Task Tests_vouchers_and_orders_that_were_never_paid_are_no_sales()
    {
        var shop = await app.OpenShopAsync();
        var platform = await Platform.ConnectAsync(shop, "shopify");
        (await platform.TellAsync("orders/create", new { id = 1, name = "#1", test = true })).Is(200);
        (await platform.TellAsync("orders/create", new { id = 2, name = "#2", financial_status = "voided" })).Is(200);
        (await platform.TellAsync("orders/create", new { id = 3, name = "#3", line_items = new[] { new { title = "Voucher", gift_card = true, quantity = 1, price = "50.00" } } })).Is(200);
        (await platform.TellAsync("app/uninstalled", new { id = 4 })).Is(200);
        (await platform.TellAsync("refunds/create", new { id = 5, order_id = 99 })).Is(200);
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
    }

    [Fact]
    public async Task Squares_payments_of_one_order_are_each_recorded_and_refunds_find_their_payment()
    {
        var shop = await app.OpenShopAsync();
        const string told = "https://proxy.example/square";
        var platform = await Platform.ConnectAsync(shop, "square", told);
        foreach (var (payment, amount) in ((string, long)[])[("p1", 3000), ("p2", 1200), ("p1", 3000)])
            (await platform.TellAsync("payment.updated", Payment(payment, amount), signedUrl: told)).Is(200);
        (await platform.TellAsync("payment.created", Payment("p3", 700, "APPROVED"), signedUrl: told)).Is(200);
        (await platform.TellAsync("order.updated", new { type = "order_updated", id = "o1", @object = new { order_updated = new { order_id = "o1", state = "OPEN" } } }, signedUrl: told)).Is(200);
        (await platform.TellAsync("payment.updated", Payment("p4", 1))).Refuses(401);
        var sales = (await shop.GetAsync("sales")).Is(200)["items"];
        Assert.Equal([("o1", 3000), ("o1-p2", 1200)], sales.Select(sale => ((string?)sale["externalId"], (long)sale["total"])).Order());

        foreach (var status in (string[])["PENDING", "COMPLETED", "COMPLETED"])
            (await platform.TellAsync("refund.updated", new { @object = new { refund = new { id = "r1", payment_id = "p2", order_id = "another", status, created_at = "2026-03-16T09:00:00Z", amount_money = new { amount = 500, currency = "GBP" } } } }, signedUrl: told)).Is(200);
        var part = await SaleAsync(shop, "o1-p2");
        Assert.Equal(500, (long)Assert.Single(part["refunds"])["goods"]);
        Assert.Equal("processing", (string?)Assert.Single(part["fees"])["type"]);
        Assert.Empty((await SaleAsync(shop, "o1"))["refunds"]);
    }

    [Fact]
    public async Task WooCommerces_coupons_are_discounts_and_a_refund_of_an_amount_is_shared_over_the_order()
    {
        var shop = await app.OpenShopAsync();
        var platform = await Platform.ConnectAsync(shop, "woocommerce");
        (await platform.TellAsync("order.created", WooOrder("pending"))).Is(200);
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
        (await platform.TellAsync("order.updated", WooOrder("processing"))).Is(200);
        var sale = await SaleAsync(shop);
        Assert.Equal((4000, 400, 500, 820, 4920), ((long)sale["grossSales"], (long)sale["discounts"], (long)sale["shipping"], (long)sale["tax"], (long)sale["total"]));

        for (var i = 0; i < 2; i++) (await platform.TellAsync("order.updated", WooOrder("processing", "-12.30"))).Is(200);
        var refund = Assert.Single((await SaleAsync(shop))["refunds"]);
        Assert.Equal((1230, 900, 125, 205, 0), ((long)refund["goods"] + (long)refund["shipping"] + (long)refund["tax"], (long)refund["goods"], (long)refund["shipping"], (long)refund["tax"], (long)refund["units"]));

        (await platform.TellAsync("order.updated", WooOrder("cancelled", "-12.30"))).Is(200);
        Assert.Equal("cancelled", (string?)(await SaleAsync(shop))["state"]);
    }

    private static object ShopifyOrder(object? refund = null, string? cancelled = null) => new
    {
        id = 820982911946154508,
        name = "#1001",
        email = "ana@example.com",
        created_at = "2026-03-14T03:30:00+00:00",
        cancelled_at = cancelled,
        currency = "USD",
        financial_status = "paid",
        taxes_included = false,
        total_tax = "4.00",
        customer = new { id = 115310627314723950, first_name = "Ana", last_name = "Ruiz" },
        shipping_address = new { city = "Albany", zip = "12207", province = "New York", country_code = "US" },
        tax_lines = new[] { new { price = "2.10", channel_liable = false }, new { price = "1.90", channel_liable = true } },
        discount_applications = new[] { new { allocation_method = "across" }, new { allocation_method = "each" } },
        line_items = new object[]
        {
            new { id = 11, title = "Mug", sku = "mug", quantity = 2, price = "24.00", discount_allocations = new[] { new { amount = "4.00", discount_application_index = 0 } } },
            new { id = 12, title = "Card", sku = "NOT-KNOWN", quantity = 1, price = "11.00", discount_allocations = new[] { new { amount = "1.00", discount_application_index = 0 }, new { amount = "1.00", discount_application_index = 1 } } },
        },
        shipping_lines = new[] { new { price = "5.00", discount_allocations = new[] { new { amount = "1.00", discount_application_index = 0 } } } },
        refunds = refund is null ? [] : new[] { refund },
    };

    private static object Payment(string id, long amount, string status = "COMPLETED") => new
    {
        type = "payment",
        id,
        @object = new
        {
            payment = new
            {
                id,
                order_id = "o1",
                status,
                created_at = "2026-03-14T10:15:00Z",
                amount_money = new { amount, currency = "GBP" },
                tip_money = new { amount = 100, currency = "GBP" },
                processing_fee = new[] { new { amount_money = new { amount = 45, currency = "GBP" } } },
            },
        },
    };

    private static object WooOrder(string status, string? refunded = null) => new
    {
        id = 727,
        number = "727",
        status,
        currency = "GBP",
        date_created_gmt = "2026-03-14T10:15:00",
        date_modified_gmt = "2026-03-15T10:15:00",
        total_tax = "8.20",
        shipping_total = "5.00",
        customer_id = 0,
        billing = new { first_name = "Ana", last_name = "Ruiz", email = "ana@example.com", country = "GB", state = "", city = "Leeds", postcode = "LS1 1AA" },
        line_items = new[] { new { name = "Mug", sku = "", quantity = 2, subtotal = "40.00", total = "36.00" } },
        refunds = refunded is null ? [] : new[] { new { id = 730, reason = "", total = refunded } },
    };

    private static async Task<Json> SaleAsync(TestShop shop, string? number = null)
    {
        var sale = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"], sale => number is null || (string?)sale["externalId"] == number);
        return (await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200);
    }
}
