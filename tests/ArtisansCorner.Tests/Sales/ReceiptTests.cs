using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Sales;

/// <summary>Receipts by e-mail: they arrive once, also when the mail server was away, and say what the page says.</summary>
public abstract partial class ReceiptTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : ReceiptTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : ReceiptTests(app);

    [Fact]
    public async Task A_receipt_arrives_with_the_numbers_of_the_page_as_text_and_as_HTML()
    {
        await using var mail = MailServer.Start();
        await using var mine = app.Another(mail.Setting);
        var shop = await mine.OpenShopAsync(name: "Töpferei <Blau> & Söhne");
        var id = await SellAsync(shop);
        var asked = (await shop.PostAsync($"sales/{id}/receipt", new { })).Is(202);
        Assert.Equal(("ana@example.com", "waiting"), ((string?)asked["email"], (string?)asked["state"]));

        var message = Assert.Single(await mail.GotAsync(1));
        Assert.Equal(("ana@example.com", "receipts@example.com", "Töpferei <Blau> & Söhne"), (message.To.ToString(), message.From.Mailboxes.Single().Address, message.From.Mailboxes.Single().Name));
        Assert.Equal("Your receipt from Töpferei <Blau> & Söhne", message.Subject);
        var page = Words(await PageAsync(shop, $"sales/{id}/receipt"));
        foreach (var words in new[] { "€33.33", "−€0.33", "€5.00", "€1.19", "€39.19", "Paid by card", "Bowl <b>blue</b>", "Ana Ölz" })
        {
            Assert.Contains(words, page, StringComparison.Ordinal);
            Assert.Contains(words, message.TextBody!, StringComparison.Ordinal);
            Assert.Contains(words, Words(message.HtmlBody!), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("<b>blue", message.HtmlBody!, StringComparison.Ordinal);
        var sent = await Eventually.GetAsync(async () => (await shop.GetAsync($"sales/{id}/receipts")).Is(200)["items"][0], receipt => (string?)receipt["state"] == "sent");
        Assert.True(sent.Has("endedAt"));
        Assert.Contains("Receipt sent to ana@example.com", Words(await PageAsync(shop, $"sales/{id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_offers_the_customers_address_and_a_second_tap_sends_nothing_more()
    {
        await using var mail = MailServer.Start();
        await using var mine = app.Another(mail.Setting);
        var shop = await mine.OpenShopAsync();
        var id = await SellAsync(shop);
        var page = await PageAsync(shop, $"sales/{id}");
        Assert.Contains("type=\"email\" value=\"ana@example.com\"", page, StringComparison.Ordinal);
        var typed = HiddenField().Matches(page).DistinctBy(field => field.Groups[1].Value).ToDictionary(field => field.Groups[1].Value, field => field.Groups[2].Value);
        (typed["_handler"], typed["Typed.Email"]) = ("receipt", "gift@example.com");
        for (var i = 0; i < 2; i++) Assert.Equal(302, await PostAsync(shop, $"sales/{id}", typed));
        (typed["Typed.Email"], typed["Typed.Token"]) = ("nobody at all", Guid.CreateVersion7().ToString());
        Assert.Equal(200, await PostAsync(shop, $"sales/{id}", typed));
        await Eventually.GetAsync(async () => (await shop.GetAsync($"sales/{id}/receipts")).Is(200)["items"], all => all.All(one => (string?)one["state"] == "sent"));
        Assert.Equal("gift@example.com", Assert.Single(mail.All).To.ToString());
    }

    [Fact]
    public async Task What_was_asked_for_while_the_mail_server_was_away_arrives_once_when_it_is_back()
    {
        await using var mail = MailServer.Start();
        mail.GoAway();
        await using var mine = app.Another(mail.Setting);
        var shop = await mine.OpenShopAsync();
        var id = await SellAsync(shop);
        (await shop.PostAsync($"sales/{id}/receipt", new { email = "late@example.com" })).Is(202);
        var tried = await Eventually.GetAsync(async () => (await shop.GetAsync($"sales/{id}/receipts")).Is(200)["items"][0], receipt => receipt.Has("failure"));
        Assert.Equal("waiting", (string?)tried["state"]);
        mail.ComeBack();
        mine.Time.Advance(TimeSpan.FromMinutes(1));
        await mail.GotAsync(1);
        await Eventually.GetAsync(async () => (await shop.GetAsync($"sales/{id}/receipts")).Is(200)["items"][0], receipt => (string?)receipt["state"] == "sent");
        mine.Time.Advance(TimeSpan.FromHours(30));
        Assert.Single(mail.All);
    }

    [Fact]
    public async Task Two_servers_send_each_receipt_once_and_one_goes_on_when_the_other_is_gone()
    {
        await using var mail = MailServer.Start();
        await using var mine = app.Another(mail.Setting);
        var shop = await mine.OpenShopAsync();
        var id = await SellAsync(shop);
        var further = await mine.FurtherServerAsync();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(async i => (await shop.PostAsync($"sales/{id}/receipt", new { email = $"buyer{i}@example.com" })).Is(202)));
        await further.DisposeAsync();
        // What the one that is gone had in hand is taken up when its claim is over.
        mine.Time.Advance(TimeSpan.FromMinutes(3));
        var all = await Eventually.GetAsync(() => Task.FromResult(mail.All), all => all.DistinctBy(message => message.To.ToString()).Count() == 12);
        // One that was cut off after its server was gone comes again under its own message id, so that a mailbox keeps one of the two.
        Assert.Equal(12, all.Select(message => message.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task An_address_that_is_refused_is_not_tried_again_and_the_sale_says_so()
    {
        await using var mail = MailServer.Start();
        mail.Unknown = "gone@example.com";
        await using var mine = app.Another(mail.Setting);
        var shop = await mine.OpenShopAsync();
        var id = await SellAsync(shop);
        (await shop.PostAsync($"sales/{id}/receipt", new { email = "gone@example.com" })).Is(202);
        await Eventually.GetAsync(async () => (await shop.GetAsync($"sales/{id}/receipts")).Is(200)["items"][0], receipt => (string?)receipt["state"] == "givenUp");
        Assert.Contains("Receipt could not be sent to gone@example.com", Words(await PageAsync(shop, $"sales/{id}")), StringComparison.Ordinal);
        Assert.Empty(mail.All);
    }

    [Fact]
    public async Task A_mail_server_that_nobody_vouches_for_gets_nothing()
    {
        await using var mail = MailServer.Start();
        mail.IsSelfSigned = true;
        await using var mine = app.Another(mail.Setting);
        var shop = await mine.OpenShopAsync();
        var id = await SellAsync(shop);
        (await shop.PostAsync($"sales/{id}/receipt", new { })).Is(202);
        var tried = await Eventually.GetAsync(async () => (await shop.GetAsync($"sales/{id}/receipts")).Is(200)["items"][0], receipt => receipt.Has("failure"));
        Assert.Equal("waiting", (string?)tried["state"]);
        Assert.Empty(mail.All);
        // It is the certificate that was in the way.
        mail.IsSelfSigned = false;
        mine.Time.Advance(TimeSpan.FromMinutes(1));
        await mail.GotAsync(1);
    }

    [Fact]
    public async Task More_than_so_many_an_hour_are_refused_until_later()
    {
        await using var mail = MailServer.Start();
        await using var mine = app.Another(mail.Setting, ("Limits:ReceiptsPerHour", "2"));
        var (shop, other) = (await mine.OpenShopAsync(), await mine.OpenShopAsync());
        var id = await SellAsync(shop);
        for (var i = 0; i < 2; i++) (await shop.PostAsync($"sales/{id}/receipt", new { })).Is(202);
        var refused = await shop.PostAsync($"sales/{id}/receipt", new { });
        Assert.Contains("an hour", refused.Refuses(429), StringComparison.Ordinal);
        Assert.NotNull(refused.Headers.RetryAfter);
        (await other.PostAsync($"sales/{await SellAsync(other)}/receipt", new { })).Is(202);
        mine.Time.Advance(TimeSpan.FromMinutes(61));
        (await shop.PostAsync($"sales/{id}/receipt", new { })).Is(202);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("ana@")]
    [InlineData("a@b@c")]
    [InlineData("ana@example.com\r\nBcc: all@example.com")]
    [InlineData("ana@example.com\nBcc:all@example.com")]
    [InlineData("ana@example.com, eve@example.com")]
    [InlineData("Ana <ana@example.com>")]
    [InlineData("ana@example.com\u0000")]
    public async Task What_is_no_address_of_one_person_is_refused(string email)
    {
        await using var mail = MailServer.Start();
        await using var mine = app.Another(mail.Setting);
        var shop = await mine.OpenShopAsync();
        var id = await SellAsync(shop);
        var refused = await shop.PostAsync($"sales/{id}/receipt", new { email });
        Assert.InRange(refused.Status, 400, 422);
        Assert.NotEmpty(refused.Refuses(refused.Status, "email"));
        Assert.Empty((await shop.GetAsync($"sales/{id}/receipts")).Is(200)["items"]);
    }

    [Fact]
    public async Task Without_a_mail_server_nobody_pretends()
    {
        var shop = await app.OpenShopAsync();
        var id = await SellAsync(shop);
        Assert.Contains("No mail server", (await shop.PostAsync($"sales/{id}/receipt", new { })).Refuses(409), StringComparison.Ordinal);
        var page = await PageAsync(shop, $"sales/{id}");
        Assert.Contains("No mail server is set up here", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Typed.Email", page, StringComparison.Ordinal);
        (await shop.PostAsync($"sales/{Guid.CreateVersion7()}/receipt", new { })).Refuses(404);
        (await shop.GetAsync($"sales/{Guid.CreateVersion7()}/receipts")).Refuses(404);
    }

    private static async Task<Guid> SellAsync(TestShop shop) => (Guid)(await shop.PostAsync("sales", new
    {
        channel = "Fair",
        paidBy = "card",
        currency = "EUR",
        exchangeRate = "0.855",
        shipping = 500,
        tax = 119,
        customer = new { email = "ana@example.com", name = "Ana Ölz" },
        lines = new[] { new { title = "Bowl <b>blue</b>", quantity = 3, unitPrice = 1111, discount = 33 } },
    })).Is(201)["id"];

    private static string Words(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    private static Task<string> PageAsync(TestShop shop, string path) => shop.Http.GetStringAsync(new Uri($"/{shop.Slug}/{path}", UriKind.Relative), TestContext.Current.CancellationToken);

    private static async Task<int> PostAsync(TestShop shop, string path, Dictionary<string, string> typed)
    {
        using var body = new FormUrlEncodedContent(typed);
        return (int)(await shop.Http.PostAsync(new Uri($"/{shop.Slug}/{path}", UriKind.Relative), body, TestContext.Current.CancellationToken)).StatusCode;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenField();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
