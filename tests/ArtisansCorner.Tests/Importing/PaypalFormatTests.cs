using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>PayPal's activity and statement: fees, payouts, money changed from other currencies, holds that come and go.</summary>
public abstract class PaypalFormatTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : PaypalFormatTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : PaypalFormatTests(app);

    [Fact]
    public async Task The_account_of_a_month_sums_to_what_was_withdrawn_with_fees_on_their_day_and_other_currencies_at_what_they_became()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        var file = await ActivityAsync();
        var import = await shop.ImportAsync(file);
        Assert.Equal("paypal", (string?)import["format"]);
        Assert.Equal(["another currency than the shop's", "it changed no balance: it waits, was called off, or is told for information", "its amounts do not add up"], import.Reasons());

        // 1.37 of the first, and 0.98 EUR of 19.02 EUR that became 20.73 USD: 1.07.
        var month = await shop.FiguresAsync("2026-03-01", "2026-03-31");
        Assert.Equal((244, 0, 0), ((long)month["fees"], (long)month["orders"], (long)month["netSales"]));
        // Half past ten in the evening in California is the next day in New York.
        Assert.Equal(137, (long)(await shop.FiguresAsync("2026-03-14", "2026-03-14"))["fees"]);
        Assert.Equal((3936, new DateOnly(2026, 3, 20)), Assert.Single((await shop.PayoutsAsync()).Select(payout => (payout.Amount, payout.Day))));
        var entries = await shop.EntriesAsync();
        Assert.Equal(0, entries.Sum(entry => entry.Net));
        Assert.Equal(2180, Assert.Single(entries, entry => entry.ExternalId == "T5").Net);
        Assert.Equal(0, entries.Where(entry => entry.ExternalId is "T3" or "T4").Sum(entry => entry.Net));
        await shop.AddsNothingAsync(file);
    }

    [Fact]
    public async Task The_statement_of_the_same_month_adds_nothing_to_the_activity()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        var statement = Platforms.Of(
            await Platforms.HeadingsAsync("paypal.statement"),
            [("Date", "03/13/2026"), ("Time", "22:30:00"), ("Time Zone", "PDT"), ("Description", "Express Checkout Payment"), ("Currency", "USD"), ("Gross", "30.00"), ("Fee", "-1.37"), ("Net", "28.63"), ("Transaction ID", "T1"), ("Name", "Ada Byron")],
            [("Date", "03/20/2026"), ("Time", "09:00:00"), ("Time Zone", "PDT"), ("Description", "General Withdrawal"), ("Currency", "USD"), ("Gross", "-39.36"), ("Fee", "0.00"), ("Net", "-39.36"), ("Transaction ID", "T9"), ("Bank Account", "xxxxxx4321")]);
        var import = await shop.ImportAsync(statement);
        Assert.Equal(("paypal-statement", (1, 0), (1, 0)), ((string?)import["format"], import.Others("fees"), import.Others("payouts")));
        Assert.Equal("4321", Assert.Single(await shop.PayoutsAsync()).Account);
        var after = await shop.ImportAsync(await ActivityAsync());
        Assert.Equal(((1, 1), (0, 1)), (after.Others("fees"), after.Others("payouts")));
        Assert.Equal(0, (await shop.EntriesAsync()).Sum(entry => entry.Net));
    }

    [Fact]
    public async Task Who_has_no_other_file_lets_payments_be_sales_with_their_shipping_tax_and_buyer()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        var import = await shop.ImportAsAsync("paypal-sales", await ActivityAsync());
        Assert.Equal((2, 1, 1), ((int)import["adds"]["sales"], (int)import["adds"]["refunds"], (int)import["adds"]["customers"]));
        var sale = Assert.Single((await shop.GetAsync("sales")).Is(200)["items"], sale => (string?)sale["externalId"] == "T1");
        var whole = (await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200);
        Assert.Equal((2400, 400, 200, 3000), ((long)whole["grossSales"], (long)whole["shipping"], (long)whole["tax"], (long)whole["total"]));
        Assert.Equal(("Speckled mug", 2), ((string?)whole["lines"][0]["title"], (int)whole["lines"][0]["quantity"]));
        var month = await shop.FiguresAsync("2026-03-01", "2026-03-31");
        // 0.67 of the 10.00 that were given back are tax, as 2.00 of 30.00.
        Assert.Equal((2400 + 2180, 933, 244), ((long)month["grossSales"], (long)month["returns"], (long)month["fees"]));
    }

    private static async Task<string> ActivityAsync() => Platforms.Of(
        await Platforms.HeadingsAsync("paypal.activity"),
        [.. Row("03/13/2026", "22:30:00", "Express Checkout Payment", "USD", "30.00", "-1.37", "28.63", "T1"), ("Name", "Ada Byron"), ("From Email Address", "ada@example.org"), ("Item Title", "Speckled mug"), ("Quantity", "2"), ("Shipping and Handling Amount", "4.00"), ("Sales Tax", "2.00")],
        [.. Row("03/16/2026", "10:00:00", "Payment Refund", "USD", "-10.00", "0.00", "-10.00", "T2"), ("Reference Txn ID", "T1")],
        [.. Row("03/16/2026", "10:00:01", "Account Hold for Open Authorization", "USD", "-18.63", "0.00", "-18.63", "T3")],
        [.. Row("03/17/2026", "10:00:00", "Reversal of General Account Hold", "USD", "18.63", "0.00", "18.63", "T4"), ("Reference Txn ID", "T3")],
        [.. Row("03/18/2026", "10:00:00", "Website Payment", "EUR", "20.00", "-0.98", "19.02", "T5")],
        [.. Row("03/18/2026", "10:00:00", "General Currency Conversion", "EUR", "-19.02", "0.00", "-19.02", "T6"), ("Reference Txn ID", "T5")],
        [.. Row("03/18/2026", "10:00:00", "General Currency Conversion", "USD", "20.73", "0.00", "20.73", "T7"), ("Reference Txn ID", "T5")],
        [.. Row("03/20/2026", "09:00:00", "General Withdrawal", "USD", "-39.36", "0.00", "-39.36", "T9")],
        // Nothing of these goes in: it waits, is told for information, stayed in euros, or does not add up.
        [.. Row("03/21/2026", "09:00:00", "Website Payment", "USD", "12.00", "-0.60", "11.40", "T10").Where(cell => cell.Heading != "Status"), ("Status", "Pending")],
        [.. Row("03/21/2026", "09:00:00", "Website Payment", "USD", "12.00", "-0.60", "11.40", "T11").Where(cell => cell.Heading != "Balance Impact"), ("Balance Impact", "Memo")],
        [.. Row("03/21/2026", "09:00:00", "Website Payment", "EUR", "12.00", "-0.60", "11.40", "T12")],
        [.. Row("03/21/2026", "09:00:00", "Website Payment", "USD", "12.00", "-0.60", "11.00", "T13")]);

    private static (string Heading, string Value)[] Row(string date, string time, string type, string currency, string gross, string fee, string net, string number) =>
    [
        ("Date", date), ("Time", time), ("TimeZone", "PDT"), ("Type", type), ("Status", "Completed"), ("Currency", currency), ("Gross", gross), ("Fee", fee), ("Net", net), ("Transaction ID", number),
        ("Balance Impact", gross.StartsWith('-') ? "Debit" : "Credit"),
    ];
}
