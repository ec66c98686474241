using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Accounts;

/// <summary>Whoever signs in has a session of their own, whatever cookie the browser came with.</summary>
public abstract class SessionTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SessionTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SessionTests(app);

    [Theory]
    [InlineData("api")]
    [InlineData("page")]
    [InlineData("register")]
    public async Task The_cookie_of_before_is_nobody_after_another_signed_in(string way)
    {
        var (theirs, mine) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        // Someone put their cookie into a browser, and kept it.
        var browser = await app.NobodyAsync();
        var before = CookieOf(await browser.PostAsync("auth/login", new { email = mine.Email, password = TestShop.Password }));
        var signedIn = way switch
        {
            "api" => await browser.PostAsync("auth/login", new { email = theirs.Email, password = TestShop.Password }),
            "page" => await browser.PostPlainFormAsync("sign-in", "sign-in", ("Form.Email", theirs.Email), ("Form.Password", TestShop.Password)),
            _ => await browser.PostAsync("auth/register", new
            {
                email = $"{Guid.CreateVersion7():N}@clay.example",
                password = TestShop.Password,
                shopName = "Clay",
                country = "GB",
                currency = "GBP",
                timeZone = "Europe/London",
            }),
        };
        Assert.Equal(way switch { "api" => 200, "page" => 302, _ => 201 }, signedIn.Status);
        Assert.NotEqual(before, CookieOf(signedIn));

        Assert.NotEqual(mine.Email, (string?)(await browser.GetAsync("me")).Is(200)["email"]);
        (await (await WithCookieAsync(before)).GetAsync("me")).Is(401);
        Assert.Single((await browser.GetAsync("auth/sessions")).Is(200)["items"], session => (bool)session["current"]);
    }

    [Fact]
    public async Task Signing_in_again_leaves_one_session_and_the_former_persons_is_gone()
    {
        var (first, second) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        var browser = await app.NobodyAsync();
        foreach (var email in (string[])[first.Email, first.Email, second.Email])
            (await browser.PostAsync("auth/login", new { email, password = TestShop.Password })).Is(200);
        // Each has the session in which they registered, and the second has this browser's too.
        Assert.Single((await first.Owner.GetAsync("auth/sessions")).Is(200)["items"]);
        var listed = (await second.Owner.GetAsync("auth/sessions")).Is(200)["items"];
        Assert.Equal(2, listed.Count);
        (await second.Owner.DeleteAsync($"auth/sessions/{(Guid)Assert.Single(listed, session => !(bool)session["current"])["id"]}")).Is(204);
        (await browser.GetAsync("me")).Is(401);
    }

    [Fact]
    public async Task An_old_session_whose_cookie_would_be_renewed_gives_way_too()
    {
        await using var mine = app.Another();
        var shop = await mine.OpenShopAsync();
        mine.Time.Advance(TimeSpan.FromDays(20));
        var answer = await shop.Owner.PostAsync("auth/login", new { email = shop.Email, password = TestShop.Password });
        Assert.NotEmpty(CookieOf(answer));
        (await shop.Owner.GetAsync("me")).Is(200);
        Assert.Single((await shop.Owner.GetAsync("auth/sessions")).Is(200)["items"]);
    }

    [Fact]
    public async Task A_browser_knows_its_session_after_hours_too()
    {
        await using var mine = app.Another();
        var shop = await mine.OpenShopAsync();
        for (var hour = 0; hour < 3; hour++)
        {
            mine.Time.Advance(TimeSpan.FromHours(1));
            Assert.Single((await shop.Owner.GetAsync("auth/sessions")).Is(200)["items"], session => (bool)session["current"]);
        }
    }

    [Fact]
    public async Task A_wrong_password_ends_nothing()
    {
        var shop = await app.OpenShopAsync();
        (await shop.Owner.PostAsync("auth/login", new { email = shop.Email, password = "not the password" })).Is(401);
        (await shop.Owner.GetAsync("me")).Is(200);
    }

    private static string CookieOf(Answer answer) =>
        Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("ac-session=", StringComparison.Ordinal)).Split(';')[0];

    private async Task<ApiClient> WithCookieAsync(string cookie)
    {
        var client = await app.NobodyAsync();
        client.Http.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }
}
