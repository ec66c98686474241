using System.Globalization;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>Stripe's itemized balance: fees on their day, payouts, and an account that sums to what arrived.</summary>
public abstract class StripeFormatTests(App app)
{
    private const string Heading = "balance_transaction_id,created_utc,available_on_utc,currency,gross,fee,net,reporting_category,source_id,description,automatic_payout_id,automatic_payout_effective_at";

    private static readonly string March = Files.Csv(
        Heading,
        // Half past three in the morning of the 14th in UTC is still the 13th in New York.
        "txn_1,2026-03-14 03:30:00,2026-03-16 00:00:00,usd,50.00,1.75,48.25,charge,ch_1,Order 1 of Ada Byron,,",
        "txn_2,2026-03-15 12:00:00,2026-03-17 00:00:00,usd,20.00,0.88,19.12,charge,ch_2,,,",
        "txn_3,2026-03-16 12:00:00,2026-03-16 12:00:00,usd,-20.00,0.00,-20.00,refund,re_1,,,",
        "txn_4,2026-03-17 12:00:00,2026-03-17 12:00:00,usd,-2.00,0.00,-2.00,fee,fee_1,Fraud protection,,",
        "txn_5,2026-03-18 12:00:00,2026-03-18 12:00:00,usd,-45.37,0.00,-45.37,payout,po_1,STRIPE PAYOUT,,",
        // Nothing of these goes in.
        "txn_6,2026-03-18 12:00:00,,usd,10.00,1.00,9.50,charge,ch_6,,,",
        "txn_7,2026-03-18 12:00:00,,eur,10.00,1.00,9.00,charge,ch_7,,,",
        "txn_2,2026-03-15 12:00:00,,usd,20.00,0.88,19.12,charge,ch_2,,,");

    public sealed class OnSqlite(AppOnSqlite app) : StripeFormatTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : StripeFormatTests(app);

    [Fact]
    public async Task It_brings_fees_on_their_day_and_payouts_and_an_account_that_sums_to_nothing_but_no_sales()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        var import = await shop.ImportAsync(March);
        Assert.Equal("stripe", (string?)import["format"]);
        Assert.Equal(("2026-03-13", "2026-03-18"), ((string?)import["from"], (string?)import["to"]));
        Assert.Equal(["another currency than the shop's", "its amounts do not add up", "this row is in the file twice"], import.Reasons());
        Assert.Equal(((3, 0), (1, 0), (7, 0)), (import.Others("fees"), import.Others("payouts"), import.Others("account entries")));

        var month = await shop.FiguresAsync("2026-03-01", "2026-03-31");
        Assert.Equal((463, 0, 0), ((long)month["fees"], (long)month["orders"], (long)month["grossSales"]));
        Assert.Equal(175, (long)(await shop.FiguresAsync("2026-03-13", "2026-03-13"))["fees"]);
        Assert.Equal(("po_1", 4537, new DateOnly(2026, 3, 18)), Assert.Single((await shop.PayoutsAsync()).Select(payout => (payout.ExternalId, payout.Amount, payout.Day))));
        var entries = await shop.EntriesAsync();
        Assert.Equal(0, entries.Sum(entry => entry.Net));
        // Who bought stays out of what is kept when they are forgotten.
        Assert.DoesNotContain(entries, entry => entry.Title.Contains("Ada", StringComparison.Ordinal));
        await shop.AddsNothingAsync(March);

        await shop.DoAsync(import, "undo", "undone");
        Assert.Equal(0, (long)(await shop.FiguresAsync("2026-03-01", "2026-03-31"))["fees"]);
        Assert.Empty(await shop.EntriesAsync());
        Assert.Empty(await shop.PayoutsAsync());
    }

    [Fact]
    public async Task A_report_of_payouts_has_no_row_for_the_payout_and_all_that_it_is_made_of()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        await shop.ImportAsync(Files.Csv(
            Heading,
            "txn_1,2026-03-14 12:00:00,,usd,50.00,1.75,48.25,charge,ch_1,,po_9,2026-03-17 12:00:00",
            "txn_3,2026-03-16 12:00:00,,usd,-20.00,0.00,-20.00,refund,re_1,,po_9,2026-03-17 12:00:00"));
        var payout = Assert.Single(await shop.PayoutsAsync());
        Assert.Equal(("po_9", 2825, new DateOnly(2026, 3, 17)), (payout.ExternalId, payout.Amount, payout.Day));
        Assert.Equal(payout.Amount, (await shop.EntriesAsync()).Where(entry => entry.PayoutExternalId == "po_9").Sum(entry => entry.Net));
    }

    [Fact]
    public async Task Who_has_no_other_file_lets_payments_be_sales_and_their_fees_are_not_here_twice()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        await shop.ImportAsync(March);
        var import = await shop.ImportAsAsync("stripe-sales", March);
        Assert.Equal((2, 1, (0, 3)), ((int)import["adds"]["sales"], (int)import["adds"]["refunds"], import.Others("fees")));
        var month = await shop.FiguresAsync("2026-03-01", "2026-03-31");
        Assert.Equal((7000, 2000, 5000, 463, 2), ((long)month["grossSales"], (long)month["returns"], (long)month["netSales"], (long)month["fees"], (long)month["orders"]));
    }

    [Fact]
    public async Task A_currency_without_cents_is_read_as_it_is_written()
    {
        var shop = await app.OpenShopAsync(currency: "JPY", country: "JP", timeZone: "Asia/Tokyo");
        await shop.ImportAsync(Files.Csv(Heading, "txn_1,2026-03-14 20:00:00,,jpy,1500,54,1446,charge,ch_1,,,", "txn_2,2026-03-15 20:00:00,,jpy,-1446,0,-1446,payout,po_1,,,"));
        Assert.Equal(54, (long)(await shop.FiguresAsync("2026-03-15", "2026-03-15"))["fees"]);
        Assert.Equal(1446, Assert.Single(await shop.PayoutsAsync()).Amount);
    }

    [Fact]
    public async Task Stopped_while_fees_are_written_it_leaves_nothing()
    {
        var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
        var read = await shop.ReadAsync(Files.Csv(Heading, [.. Enumerable.Range(1, 20_000).Select(i => string.Create(
            CultureInfo.InvariantCulture, $"txn_{i},{new DateTime(2025, 1, 1).AddMinutes(i * 20):yyyy-MM-dd HH:mm:ss},,usd,10.00,0.59,9.41,charge,ch_{i},,po_{i / 100},"))]));
        (await shop.PostAsync($"imports/{(Guid)read["id"]}/apply")).Is(202);
        var stop = await shop.PostAsync($"imports/{(Guid)read["id"]}/cancel");
        // It may have been quicker than we were.
        if (stop.Status == 409) await shop.DoAsync(read, "undo", "undone");
        else await shop.UntilAsync((Guid)read["id"], "cancelled");
        Assert.Empty(await shop.EntriesAsync());
        Assert.Empty(await shop.PayoutsAsync());
        Assert.Equal(0, (long)(await shop.FiguresAsync("2025-01-01", "2025-12-31"))["fees"]);
    }
}
