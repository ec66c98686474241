using System.Text.RegularExpressions;
using ArtisansCorner.Inventory;
using ArtisansCorner.Platform.Jobs;
using ArtisansCorner.Platform.Values;
using ArtisansCorner.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Inventory;

/// <summary>Low stock by e-mail: at once or in the morning, as chosen, once, with the reason, and with a way to stop it.</summary>
public abstract partial class AlertMailTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : AlertMailTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : AlertMailTests(app);

    [Fact]
    public async Task Who_wants_it_at_once_hears_once_why_something_is_low_and_what_it_sells()
    {
        await using var mail = MailServer.Start();
        await using var mine = app.Another(mail.Setting);
        var shop = await mine.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 6, name: "Mug <blue>");
        await shop.AddProductAsync("BOWL", pieces: 5, name: "Bowl");
        Assert.Equal("never", (string?)(await shop.GetAsync("alerts/mail")).Is(200)["mail"]);
        (await shop.PutAsync("alerts/mail", new { mail = "atOnce" })).Is(200);
        await shop.SellAsync("MUG", 4);
        var message = Assert.Single(await mail.GotAsync(1));
        Assert.Equal((shop.Email, "Mug <blue>: 2 left"), (message.To.ToString(), message.Subject));
        foreach (var words in (string[])["You want to hear at 3.", "4 sold in the last 28 days, so it lasts about 14 more days.", $"/{shop.Slug}/inventory/alerts"]) Assert.Contains(words, message.TextBody!, StringComparison.Ordinal);
        Assert.Contains("Mug &lt;blue&gt;", message.HtmlBody!, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", message.Headers["List-Unsubscribe-Post"]);

        // It stays low and grows worse: nothing new. Another item is.
        await shop.SellAsync("MUG");
        await shop.SellAsync("BOWL", 5);
        Assert.Equal("Bowl: None left", (await mail.GotAsync(2))[1].Subject);
        Assert.Equal(2, mail.All.Count);
    }

    [Fact]
    public async Task What_runs_low_together_is_one_e_mail_and_what_was_told_is_not_told_again()
    {
        await using var mail = MailServer.Start();
        await using var mine = app.Another(mail.Setting);
        var shop = await mine.OpenShopAsync();
        foreach (var sku in (string[])["A", "B"]) await shop.AddProductAsync(sku, pieces: 5);
        (await shop.PutAsync("alerts/mail", new { mail = "atOnce" })).Is(200);
        (await shop.PostAsync("sales", new { channel = "Fair", lines = new[] { new { sku = "A", quantity = 5 }, new { sku = "B", quantity = 4 } } })).Is(201);
        Assert.StartsWith("2 things are low", Assert.Single(await mail.GotAsync(1)).Subject, StringComparison.Ordinal);
        var ids = (await shop.GetAsync("alerts")).Is(200)["items"].Select(alert => (Guid)alert["id"]).ToList();
        await mine.InsideAsync(shop.Id, async services =>
        {
            await services.GetRequiredService<MailAlerts>().HandleAsync([.. ids.Select(id => new StockLow(id))], TestContext.Current.CancellationToken);
            return true;
        });
        await shop.AddProductAsync("C", pieces: 1);
        Assert.Contains("Piece C", (await mail.GotAsync(2))[1].Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_it_daily_hears_once_a_morning_of_the_shop()
    {
        await using var mail = MailServer.Start();
        await using var mine = app.Another(mail.Setting);
        var shop = await mine.OpenShopAsync(timeZone: "Pacific/Auckland");
        await shop.AddProductAsync("MUG", pieces: 2);
        (await shop.PutAsync("alerts/mail", new { mail = "daily" })).Is(200);
        var clock = ShopZone.Of("Pacific/Auckland");
        for (var morning = 1; morning <= 3; morning++)
        {
            var before = clock.InstantOf(clock.DayOf(mine.Time.GetUtcNow()).AddDays(1).ToDateTime(new TimeOnly(6, 30)));
            mine.Time.Advance(before - mine.Time.GetUtcNow());
            await LookAsync();
            Assert.Equal(morning - 1, mail.All.Count);
            mine.Time.Advance(TimeSpan.FromMinutes(31));
            for (var again = 0; again < 2; again++) await LookAsync();
            Assert.Equal("Piece MUG: 2 left", (await mail.GotAsync(morning))[^1].Subject);
        }

        Task<bool> LookAsync() => mine.InsideAsync(shop.Id, async services =>
        {
            await ((IJob)ActivatorUtilities.CreateInstance<AlertDigestJob>(services)).RunAsync(TestContext.Current.CancellationToken);
            return true;
        });
    }

    [Fact]
    public async Task The_link_of_an_e_mail_stops_them_without_signing_in_and_only_with_its_key()
    {
        await using var mail = MailServer.Start();
        await using var mine = app.Another(mail.Setting);
        var shop = await mine.OpenShopAsync();
        (await shop.PutAsync("alerts/mail", new { mail = "atOnce" })).Is(200);
        (await shop.PostAsync("alerts/mail/test", new { })).Is(202);
        var link = new Uri(Address().Match(Assert.Single(await mail.GotAsync(1)).Headers["List-Unsubscribe"]!).Value).PathAndQuery;
        var nobody = await mine.NobodyAsync();
        Assert.Contains("Stop them", await nobody.Http.GetStringAsync(link.Replace("/now", "", StringComparison.Ordinal), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("atOnce", (string?)(await shop.GetAsync("alerts/mail")).Is(200)["mail"]);
        foreach (var wrong in (string[])["/alert-mail/stop/now", "/alert-mail/stop/now?key=x", link[..^3]])
            Assert.Equal(404, (int)(await PostAsync(nobody, wrong)).StatusCode);
        Assert.Equal(200, (int)(await PostAsync(nobody, link)).StatusCode);
        Assert.Equal("never", (string?)(await shop.GetAsync("alerts/mail")).Is(200)["mail"]);
    }

    [Fact]
    public async Task The_page_lists_what_is_low_and_takes_the_choice()
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG", pieces: 2, name: "Blue mug");
        var page = await shop.Http.GetStringAsync($"/{shop.Slug}/inventory/alerts", TestContext.Current.CancellationToken);
        foreach (var words in (string[])["Blue mug", "2 left.", "None sold lately.", "No mail server is set up"]) Assert.Contains(words, page, StringComparison.Ordinal);
        (await shop.PostAsync("alerts/mail/test", new { })).Refuses(409);
        Assert.Contains("You will hear by e-mail", (await shop.PostFormAsync("inventory/alerts", "inventory/alerts", ("_handler", "mail"), ("Mail", "Daily"), ("Do", "save"))).Text, StringComparison.Ordinal);
        Assert.Equal("daily", (string?)(await shop.GetAsync("alerts/mail")).Is(200)["mail"]);
        var alert = (Guid)(await shop.GetAsync("alerts")).Is(200)["items"][0]["id"];
        Assert.Contains("Nothing is running low.", (await shop.PostFormAsync("inventory/alerts", $"inventory/alerts/{alert}/quiet")).Text, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> PostAsync(ApiClient nobody, string address) =>
        nobody.Http.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]), TestContext.Current.CancellationToken);

    [GeneratedRegex("http[^>]*")]
    private static partial Regex Address();
}
