using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Accounts;

public abstract class SignInTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SignInTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SignInTests(app);

    [Fact]
    public async Task Who_signs_out_is_out()
    {
        var shop = await app.OpenShopAsync();
        (await shop.Owner.GetAsync("me")).Is(200);
        (await shop.Owner.PostAsync("auth/logout")).Is(204);
        (await shop.Owner.GetAsync("me")).Is(401);
    }

    [Fact]
    public async Task Who_signs_in_again_is_in_the_same_shop()
    {
        var shop = await app.OpenShopAsync();
        var browser = await app.NobodyAsync();
        (await browser.PostAsync("auth/login", new { email = $" {shop.Email.ToUpperInvariant()} ", password = TestShop.Password })).Is(200);
        Assert.Equal(shop.Id, (Guid)(await browser.GetAsync("me")).Is(200)["shops"][0]["id"]);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_refused_alike()
    {
        var shop = await app.OpenShopAsync();
        var nobody = await app.NobodyAsync();
        var wrong = await nobody.PostAsync("auth/login", new { email = shop.Email, password = "not the password" });
        var unknown = await nobody.PostAsync("auth/login", new { email = "nobody@clay.example", password = "not the password" });
        Assert.Equal(wrong.Refuses(401), unknown.Refuses(401));
    }

    [Fact]
    public async Task Ten_wrong_passwords_close_the_account_for_some_minutes()
    {
        await using var mine = app.Another();
        var shop = await mine.OpenShopAsync();
        var nobody = await mine.NobodyAsync();
        for (var i = 0; i < 10; i++)
        {
            // Nobody learns from it that the address has an account.
            var (known, unknown) = (await nobody.PostAsync("auth/login", new { email = shop.Email, password = "not the password" }), await nobody.PostAsync("auth/login", new { email = "nobody@clay.example", password = "not the password" }));
            Assert.Equal((unknown.Refuses(401), (string?)unknown.Json["code"]), (known.Refuses(401), (string?)known.Json["code"]));
        }

        (await nobody.PostAsync("auth/login", new { email = shop.Email, password = TestShop.Password })).Is(401);
    }

    [Fact]
    public async Task An_open_session_is_listed_and_can_be_ended_from_another()
    {
        var shop = await app.OpenShopAsync();
        var phone = await app.NobodyAsync();
        (await phone.PostAsync("auth/login", new { email = shop.Email, password = TestShop.Password })).Is(200);

        var sessions = (await shop.Owner.GetAsync("auth/sessions")).Is(200)["items"];
        Assert.Equal(2, sessions.Count);
        var other = Assert.Single(sessions, session => !(bool)session["current"]);
        (await shop.Owner.DeleteAsync($"auth/sessions/{(Guid)other["id"]}")).Is(204);

        (await phone.GetAsync("me")).Is(401);
        (await shop.Owner.GetAsync("me")).Is(200);
    }

    [Fact]
    public async Task Nobody_can_end_the_session_of_another()
    {
        var (mine, theirs) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        var session = (await theirs.Owner.GetAsync("auth/sessions")).Is(200)["items"][0];
        (await mine.Owner.DeleteAsync($"auth/sessions/{(Guid)session["id"]}")).Is(404);
        (await theirs.Owner.GetAsync("me")).Is(200);
    }

    [Fact]
    public async Task A_session_ends_after_thirty_quiet_days()
    {
        await using var mine = app.Another();
        var shop = await mine.OpenShopAsync();
        mine.Time.Advance(TimeSpan.FromDays(20));
        (await shop.Owner.GetAsync("me")).Is(200);
        mine.Time.Advance(TimeSpan.FromDays(20));
        (await shop.Owner.GetAsync("me")).Is(200);
        mine.Time.Advance(TimeSpan.FromDays(31));
        (await shop.Owner.GetAsync("me")).Is(401);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var nobody = await app.NobodyAsync();
        var shop = await app.OpenShopAsync();
        var answer = await nobody.PostAsync("auth/login", new { email = shop.Email, password = TestShop.Password });
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("ac-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task Another_sites_page_cannot_use_the_cookie(string header, string value)
    {
        var shop = await app.OpenShopAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/auth/logout");
        request.Headers.Add(header, value);
        using var answer = await shop.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(403, (int)answer.StatusCode);
        (await shop.Owner.GetAsync("me")).Is(200);
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_are_told_to_wait()
    {
        await using var mine = app.Another(("Limits:SignInsPerMinute", "3"));
        var nobody = await mine.NobodyAsync();
        for (var i = 0; i < 3; i++) (await nobody.PostAsync("auth/login", new { email = "a@b.example", password = "not the password" })).Is(401);
        var answer = await nobody.PostAsync("auth/login", new { email = "a@b.example", password = "not the password" });
        answer.Refuses(429);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }
}
