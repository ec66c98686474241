using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Platform;

/// <summary>What a proxy says of the visitor is believed of those that are known, and of nobody else.</summary>
public abstract class BehindProxyTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : BehindProxyTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : BehindProxyTests(app);

    [Theory]
    [InlineData("203.0.113.7")]
    // What the visitor wrote stands before what the proxy saw; a further proxy that is known stands behind it.
    [InlineData("6.6.6.6, 203.0.113.7")]
    [InlineData("6.6.6.6, 203.0.113.7, 10.1.2.3")]
    public async Task Behind_a_known_proxy_the_cookie_is_secure_and_the_visitor_has_an_address(string forwarded)
    {
        var behind = app.Beside("Proxy:Known", "127.0.0.1, 10.0.0.0/8");
        var shop = await behind.OpenShopAsync();
        var answer = await SignInAsync(behind, shop, forwarded);
        answer.Is(200);
        Assert.Contains("; secure", CookieOf(answer), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.Single((await shop.Owner.GetAsync("auth/sessions")).Is(200)["items"], session => (string?)session["address"] == "203.0.113.7");
    }

    [Fact]
    public async Task Nobody_is_believed_where_no_proxy_is_known()
    {
        var shop = await app.OpenShopAsync();
        var answer = await SignInAsync(app, shop, "203.0.113.7");
        answer.Is(200);
        Assert.DoesNotContain("; secure", CookieOf(answer), StringComparison.OrdinalIgnoreCase);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.DoesNotContain((await shop.Owner.GetAsync("auth/sessions")).Is(200)["items"], session => (string?)session["address"] == "203.0.113.7");
    }

    [Fact]
    public async Task Each_visitor_behind_a_proxy_has_a_limit_of_their_own()
    {
        await using var mine = app.Another(("Proxy:Known", "127.0.0.1"), ("Limits:SignInsPerMinute", "1"));
        var shop = await mine.OpenShopAsync();
        foreach (var visitor in (string[])["203.0.113.7", "203.0.113.8", "2001:db8::7"])
        {
            (await SignInAsync(mine, shop, visitor)).Is(200);
            (await SignInAsync(mine, shop, visitor)).Refuses(429);
        }
    }

    private static string CookieOf(Answer answer) => Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("ac-session=", StringComparison.Ordinal));

    /// <summary>As a proxy that does TLS asks: by http, saying whom it stands for.</summary>
    private static async Task<Answer> SignInAsync(App app, TestShop shop, string forwarded)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://shop.example/api/v1/auth/login");
        request.Content = System.Net.Http.Json.JsonContent.Create(new { email = shop.Email, password = TestShop.Password });
        request.Headers.Add("X-Forwarded-For", forwarded);
        request.Headers.Add("X-Forwarded-Proto", "https");
        return await Answer.ReadAsync(await (await app.NobodyAsync()).Http.SendAsync(request, TestContext.Current.CancellationToken));
    }
}
