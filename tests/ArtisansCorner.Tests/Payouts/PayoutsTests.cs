using ArtisansCorner.Tests.Harness;
using ArtisansCorner.Tests.Importing;

namespace ArtisansCorner.Tests.Payouts;

/// <summary>The page of payouts says what became of the money, and what is missing.</summary>
public abstract class PayoutsTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : PayoutsTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : PayoutsTests(app);

    [Fact]
    public async Task An_empty_shop_is_told_what_to_bring()
    {
        var shop = await app.OpenShopAsync();
        Assert.Contains("No money to explain yet.", await PageAsync(shop, ""), StringComparison.Ordinal);
        Assert.Empty((await shop.GetAsync("payouts")).Is(200)["items"]);
        Assert.Empty((await EtsyMonth.ReconcileAsync(shop))["channels"]);
    }

    [Fact]
    public async Task A_month_with_all_its_files_is_explained_to_the_cent_on_page_and_in_the_file()
    {
        var shop = await EtsyMonth.OpenAsync(app);
        foreach (var which in Enumerable.Range(0, 5)) await shop.ImportAsync(EtsyMonth.Read(which));
        var page = await PageAsync(shop, "?from=2026-09-01&to=2026-09-30");
        foreach (var words in (string[])["Everything is explained", "Offsite ads", "$180.75", "-$2.85", "to the account ending in 0000"])
            Assert.Contains(words, page.Replace('−', '-'), StringComparison.Ordinal);
        Assert.Contains("Missing to the balance you gave", await PageAsync(shop, "?from=2026-09-01&to=2026-09-30&channel=Etsy&balance=-3.05"), StringComparison.Ordinal);
        var file = await shop.Http.GetStringAsync($"/{shop.Slug}/payouts.csv?from=2026-09-01&to=2026-09-30", TestContext.Current.CancellationToken);
        Assert.Contains("2026-09-28,Etsy,0000,Explained,25.00", file, StringComparison.Ordinal);
        Assert.Equal(3, file.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task A_payout_that_the_account_does_not_tell_of_is_named_wherever_it_matters()
    {
        var shop = await EtsyMonth.OpenAsync(app);
        foreach (var which in (int[])[0, 1, 4]) await shop.ImportAsync(EtsyMonth.Read(which));
        Assert.All((await shop.GetAsync("payouts")).Is(200)["items"], payout => Assert.False(payout.Has("unexplained")));
        var rows = EtsyMonth.Read(3).Split('\n');
        await shop.ImportAsync(string.Join('\n', rows.Where(row => !row.Contains("$25.00 sent", StringComparison.Ordinal))));
        Assert.Equal([2500, 0], (await shop.GetAsync("payouts")).Is(200)["items"].Select(payout => (long)payout["unexplained"]));
        var etsy = Assert.Single((await EtsyMonth.ReconcileAsync(shop))["channels"]);
        var difference = Assert.Single(etsy["differences"]);
        Assert.Equal((-2500, 0, 2500, 2500), ((long)difference["here"], (long)difference["inAccount"], (long)difference["amount"], (long)etsy["unexplained"]));
        var page = await PageAsync(shop, "?from=2026-09-01&to=2026-09-30");
        Assert.Contains("The payout of 28 September 2026", page, StringComparison.Ordinal);
        Assert.Contains("Something is missing", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fees_wait_for_the_order_they_were_kept_of()
    {
        var shop = await EtsyMonth.OpenAsync(app);
        await shop.ImportAsync(EtsyMonth.Read(3));
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
        var items = await shop.ImportAsync(EtsyMonth.Read(1));
        await HasFeesAsync(6);
        // Taken back, the sale goes and its fees wait again.
        await shop.DoAsync(items, "undo", "undone");
        Assert.Empty((await shop.GetAsync("sales")).Is(200)["items"]);
        Assert.Equal(3715, (long)Assert.Single((await EtsyMonth.ReconcileAsync(shop))["channels"])["feesTotal"]);
        await shop.ImportAsync(EtsyMonth.Read(1));
        await HasFeesAsync(6);

        async Task HasFeesAsync(int count)
        {
            var sale = (await shop.GetAsync("sales")).Is(200)["items"].Single(sale => (string?)sale["externalId"] == "9004");
            Assert.Equal(count, (await shop.GetAsync($"sales/{(Guid)sale["id"]}")).Is(200)["fees"].Count);
        }
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_in_a_sentence()
    {
        var shop = await app.OpenShopAsync();
        (await shop.GetAsync("payouts?from=2026-13-01")).Refuses(422);
        (await shop.GetAsync("payouts/reconciliation?from=2026-09-30&to=2026-09-01")).Refuses(422);
        (await shop.GetAsync("payouts/reconciliation?from=2026-09-01&to=2026-09-30&balance=5")).Refuses(422);
        Assert.Contains("is not an amount", await PageAsync(shop, "?from=2026-09-01&to=2026-09-30&channel=Etsy&balance=lots"), StringComparison.Ordinal);
    }

    private static async Task<string> PageAsync(TestShop shop, string query) =>
        System.Net.WebUtility.HtmlDecode(await shop.Http.GetStringAsync($"/{shop.Slug}/payouts{query}", TestContext.Current.CancellationToken));
}
