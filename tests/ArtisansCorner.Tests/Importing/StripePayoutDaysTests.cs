using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>The day of a payout of Stripe's is when it arrives, where a file says so, whichever of its rows or files comes first.</summary>
public abstract class StripePayoutDaysTests(App app)
{
    private const string Heading = "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,automatic_payout_id,automatic_payout_effective_at";
    private const string Charge = "txn_1,2026-03-03 12:00:00,usd,25.00,1.03,23.97,charge,ch_1,po_1,2026-03-06";
    private const string Payout = "txn_3,2026-03-05 10:00:00,usd,-23.97,0.00,-23.97,payout,po_1,,";

    public sealed class OnSqlite(AppOnSqlite app) : StripePayoutDaysTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : StripePayoutDaysTests(app);

    [Fact]
    public async Task It_does_not_depend_on_what_comes_first()
    {
        foreach (var rows in (string[][])[[Charge, Payout], [Payout, Charge], [Charge], [$"{Payout[..^2]},po_1,2026-03-06"]])
        {
            var shop = await app.OpenShopAsync(currency: "USD", country: "US", timeZone: "America/New_York");
            await shop.ImportAsync(Files.Csv(Heading, rows));
            Assert.Equal((new DateOnly(2026, 3, 6), 2397), Assert.Single((await shop.PayoutsAsync()).Select(payout => (payout.Day, payout.Amount))));
        }
    }
}
