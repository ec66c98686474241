using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Platform;

public abstract class SecurityHeadersTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SecurityHeadersTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SecurityHeadersTests(app);

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/not-there")]
    [InlineData("/api/v1/me")]
    public async Task An_answer_tells_the_browser_what_to_refuse(string path)
    {
        var http = (await app.NobodyAsync()).Http;
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        var policy = Header(answer, "Content-Security-Policy")!;
        Assert.All(["default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"], rule => Assert.Contains(rule, policy, StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(("nosniff", "same-origin", true), (Header(answer, "X-Content-Type-Options"), Header(answer, "Cross-Origin-Opener-Policy"), answer.Headers.CacheControl?.NoStore));
    }

    [Fact]
    public async Task A_picture_of_ours_is_no_page_and_is_kept_by_browsers()
    {
        var http = (await app.NobodyAsync()).Http;
        using var answer = await http.GetAsync("/favicon.svg", TestContext.Current.CancellationToken);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("nosniff", null), (Header(answer, "X-Content-Type-Options"), Header(answer, "Content-Security-Policy")));
        Assert.False(answer.Headers.CacheControl?.NoStore);
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
