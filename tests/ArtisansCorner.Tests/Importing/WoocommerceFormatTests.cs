using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>WooCommerce's analytics: orders are sales, sums of days are not.</summary>
public abstract class WoocommerceFormatTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : WoocommerceFormatTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : WoocommerceFormatTests(app);

    [Fact]
    public async Task An_order_is_one_line_for_what_was_paid_and_what_came_back_counts_on_its_day()
    {
        var shop = await app.OpenShopAsync(currency: "EUR", country: "DE", timeZone: "Europe/Berlin");
        var file = Platforms.Of(
            await Platforms.HeadingsAsync("woocommerce.analytics_orders"),
            Order("2026-03-14 23:50:00", "1201", "completed", "3× Speckled mug", "3", "90.00"),
            Order("2026-03-15 10:00:00", "1202", "processing", "1× Bowl, 2× Saucer", "3", "61.50"),
            Order("2026-03-16 10:00:00", "1203", "refunded", "1× Bowl", "1", "30.00"),
            Order("2026-04-02 10:00:00", "1203", "refunded", "1× Bowl", "-1", "-30.00"),
            Order("2026-03-17 10:00:00", "1204", "failed", "1× Bowl", "1", "30.00"),
            Order("2026-03-18 10:00:00", "1205", "completed", "1× Bowl", "1", "thirty"));
        var import = await shop.ImportAsync(file);
        Assert.Equal("woocommerce-orders", (string?)import["format"]);
        Assert.Equal(["never paid, so nothing was sold", "not an amount"], import.Reasons());
        var march = await shop.FiguresAsync("2026-03-01", "2026-03-31");
        Assert.Equal((18150, 0, 3, 7), ((long)march["netSales"], (long)march["returns"], (long)march["orders"], (long)march["units"]));
        var april = await shop.FiguresAsync("2026-04-01", "2026-04-30");
        Assert.Equal((3000, 0, -1), ((long)april["returns"], (long)april["units"], (long)april["netUnits"]));
        Assert.Equal(9000, (long)(await shop.FiguresAsync("2026-03-14", "2026-03-14"))["netSales"]);
        var sales = (await shop.GetAsync("sales")).Is(200)["items"];
        var whole = (await shop.GetAsync($"sales/{(Guid)sales.Single(sale => (string?)sale["externalId"] == "1201")["id"]}")).Is(200);
        Assert.Equal(("Speckled mug", 3, 3000), ((string?)whole["lines"][0]["title"], (int)whole["lines"][0]["quantity"], (long)whole["lines"][0]["unitPrice"]));
        await shop.AddsNothingAsync(file);
    }

    [Fact]
    public async Task An_order_in_another_currency_stays_out()
    {
        var shop = await app.OpenShopAsync(currency: "GBP");
        (string, string)[] Sold(string number, string shown) => [.. Order("2026-03-14 10:00:00", number, "completed", "1× Bowl", "1", "20").Select(cell => cell.Item1.StartsWith("N. ", StringComparison.Ordinal) ? (cell.Item1, shown) : cell)];
        var read = await shop.ReadAsync(Platforms.Of(await Platforms.HeadingsAsync("woocommerce.analytics_orders"), Sold("1", "£20.00"), Sold("2", "€20.00"), Sold("3", "20,00&nbsp;&euro;"), Sold("4", "20.00")));
        Assert.Equal((4000, 2, "another currency than the shop's"), ((long)read["gross"], (int)read["rejected"], Assert.Single(read.Reasons())));
    }

    [Fact]
    public async Task Sums_of_days_are_refused_with_the_file_to_bring_instead()
    {
        var shop = await app.OpenShopAsync(currency: "EUR", country: "DE", timeZone: "Europe/Berlin");
        var import = await shop.ReadAsync(Platforms.Of(
            await Platforms.HeadingsAsync("woocommerce.analytics_revenue"),
            [("Date", "2026-03-14"), ("Orders", "3"), ("Gross sales", "90.00"), ("Returns", "0"), ("Coupons", "0"), ("Net sales", "90.00"), ("Taxes", "0"), ("Shipping", "0"), ("Total sales", "90.00")]));
        Assert.Equal("failed", (string?)import["status"]);
        Assert.Contains("Analytics, Orders, Download", (string?)import["error"], StringComparison.Ordinal);
    }

    private static (string, string)[] Order(string date, string number, string status, string products, string items, string net) =>
        [("Date", date), ("Order #", number), ("N. Revenue (formatted)", net), ("Status", status), ("Customer", "Ada Byron"), ("Customer type", "new"), ("Product(s)", products), ("Items sold", items), ("Net Sales", net)];
}
