using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Shopify's orders, payment transactions and payouts of one month, in any order.</summary>
public abstract class ShopifyPaymentsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ShopifyPaymentsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ShopifyPaymentsTests(app);

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 2, 0)]
    public async Task The_three_files_of_a_month_come_to_the_same_in_any_order_and_twice(params int[] order)
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        string[] files = [await OrdersAsync(), await PaymentsAsync(), await PayoutsAsync()];
        foreach (var at in order) await shop.ImportAsync(files[at]);
        var month = await shop.FiguresAsync("2026-03-01", "2026-03-31");
        Assert.Equal((6000, 400, 246, 2), ((long)month["grossSales"], (long)month["shipping"], (long)month["fees"], (long)month["orders"]));
        // What arrived is what the transactions of that payout come to.
        var payout = Assert.Single(await shop.PayoutsAsync());
        Assert.Equal((5454, new DateOnly(2026, 3, 17)), (payout.Amount, payout.Day));
        var entries = await shop.EntriesAsync();
        Assert.Equal(5454, entries.Where(entry => entry.PayoutExternalId == payout.ExternalId).Sum(entry => entry.Net));
        Assert.Equal(["#1001", "#1002"], entries.Select(entry => entry.OrderNumber).OfType<string>().Distinct().Order());
        foreach (var file in files) await shop.AddsNothingAsync(file);
    }

    [Fact]
    public async Task What_did_not_arrive_and_what_does_not_add_up_is_set_aside()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        var payouts = await shop.ImportAsync(await PayoutsAsync());
        Assert.Equal(["its amounts do not add up", "not paid out, or not yet"], payouts.Reasons());
        var payments = await shop.ImportAsync(await PaymentsAsync());
        Assert.Equal(["another currency than the shop's", "its amounts do not add up"], payments.Reasons());
        // Two rows that rightly say the same are two.
        Assert.Equal(-200, (await shop.EntriesAsync()).Where(entry => entry.Title == "Adjustment").Sum(entry => entry.Net));
    }

    private static async Task<string> OrdersAsync() => Platforms.Of(
        await Platforms.HeadingsAsync("shopify.orders"),
        Order("#1001", "40.00", "4.00", "44.00"), Order("#1002", "20.00", "0.00", "20.00"));

    private static (string, string)[] Order(string name, string subtotal, string shipping, string total) =>
    [
        ("Name", name), ("Financial Status", "paid"), ("Currency", "USD"), ("Subtotal", subtotal), ("Shipping", shipping), ("Taxes", "0.00"), ("Total", total), ("Discount Amount", "0.00"),
        ("Created at", "2026-03-14 10:00:00 -0400"), ("Lineitem quantity", "1"), ("Lineitem name", "Bowl"), ("Lineitem price", subtotal), ("Refunded Amount", "0.00"),
    ];

    private static async Task<string> PaymentsAsync() => Platforms.Of(
        await Platforms.HeadingsAsync("shopify.payments_transactions"),
        Payment("charge", "#1001", "44.00", "1.58", "42.42", "c1"), Payment("charge", "#1002", "20.00", "0.88", "19.12", "c2"), Payment("refund", "#1002", "-5.00", "0.00", "-5.00", "c2"),
        Payment("adjustment", "", "-1.00", "0.00", "-1.00", ""), Payment("adjustment", "", "-1.00", "0.00", "-1.00", ""),
        Payment("charge", "#1003", "20.00", "0.88", "18.00", "c3"), [.. Payment("charge", "#1004", "20.00", "0.88", "19.12", "c4").Where(cell => cell.Item1 != "Currency"), ("Currency", "CAD")]);

    private static (string, string)[] Payment(string type, string order, string amount, string fee, string net, string checkout) =>
    [
        ("Transaction Date", "2026-03-14 10:00:05 -0400"), ("Type", type), ("Order", order), ("Card Brand", "visa"), ("Payout Status", "paid"), ("Payout Date", "2026-03-17"), ("Payout ID", "90071"),
        ("Amount", amount), ("Fee", fee), ("Net", net), ("Checkout", checkout), ("Currency", "USD"),
    ];

    private static async Task<string> PayoutsAsync() => Platforms.Of(
        await Platforms.HeadingsAsync("shopify.payouts"),
        Payout("2026-03-17", "paid", "64.00", "54.54"), Payout("2026-03-18", "in_transit", "64.00", "54.54"), Payout("2026-03-19", "paid", "64.00", "54.00"));

    private static (string, string)[] Payout(string date, string status, string charges, string total) =>
    [
        ("Payout Date", date), ("Status", status), ("Charges", charges), ("Refunds", "-5.00"), ("Adjustments", "-2.00"), ("Reserved Funds", "0.00"), ("Fees", "-2.46"), ("Retried Amount", "0.00"),
        ("Total", total), ("Currency", "USD"),
    ];
}
