using System.Net;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Importing;

/// <summary>The preview of a file of payments asks whether they are sales, and says what each answer does.</summary>
public abstract class PaymentsChoiceTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : PaymentsChoiceTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : PaymentsChoiceTests(app);

    [Theory]
    [InlineData("stripe", "balance_transaction_id,created_utc,currency,gross,fee,net,reporting_category,source_id,description", "txn_1,2026-03-14 12:00:00,gbp,50.00,1.75,48.25,charge,ch_1,", "txn_2,2026-03-15 12:00:00,gbp,20.00,0.88,19.12,charge,ch_2,")]
    [InlineData("paypal", "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID", "14/03/2026,12:00:00,Europe/London,Ada,Express Checkout Payment,Completed,GBP,50.00,-1.75,48.25,T1", "15/03/2026,12:00:00,Europe/London,Bob,Express Checkout Payment,Completed,GBP,20.00,-0.88,19.12,T2")]
    public async Task Payments_are_money_alone_until_a_person_says_that_they_are_sales(string format, string heading, params string[] rows)
    {
        var shop = await app.OpenShopAsync();
        var read = await shop.ReadAsync(Files.Csv(heading, rows));
        Assert.Equal((format, 2, 0, $"{format}-sales"), ((string?)read["format"], (long)read["payments"], (long)read["adds"]["sales"], (string?)read["parts"][0]["otherwise"]));
        var page = $"import/{(Guid)read["id"]}";
        var text = WebUtility.HtmlDecode(await shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{page}", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Contains("Are these payments your sales?", text, StringComparison.Ordinal);
        Assert.Contains("Each of the 2 payments becomes a sale", text, StringComparison.Ordinal);

        await shop.PostFormAsync(page, $"{page}/read", ("part", "0"), ("format", $"{format}-sales"));
        var sales = await shop.UntilAsync((Guid)read["id"], "ready", "failed");
        Assert.Equal(($"{format}-sales", 2), ((string?)sales["format"], (long)sales["adds"]["sales"]));
        // And back again.
        await shop.PostFormAsync(page, $"{page}/read", ("part", "0"), ("format", format));
        Assert.Equal(0, (long)(await shop.UntilAsync((Guid)read["id"], "ready", "failed"))["adds"]["sales"]);
        // What was said last is known of the next such file.
        Assert.Equal(format, (string?)(await shop.ReadAsync(Files.Csv(heading, rows)))["format"]);
    }
}
