using System.Net;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Accounts;

/// <summary>How often one address may try to sign in or register: by the API and by pages together.</summary>
public abstract class SignInLimitTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : SignInLimitTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : SignInLimitTests(app);

    [Fact]
    public async Task Pages_and_the_api_share_one_budget_and_a_person_is_told_to_wait()
    {
        await using var mine = app.Another(("Limits:SignInsPerMinute", "3"));
        var nobody = await mine.NobodyAsync();
        (await nobody.PostAsync("auth/login", new { email = "a@b.example", password = "not the password" })).Is(401);
        foreach (var page in (string[])["sign-in", "register"]) Assert.Equal(200, (await PostAsync(nobody, page)).Status);

        foreach (var page in (string[])["sign-in", "register"])
        {
            var answer = await PostAsync(nobody, page);
            Assert.Equal(429, answer.Status);
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
            Assert.Contains("Wait a minute, then try once more.", WebUtility.HtmlDecode(answer.Text), StringComparison.Ordinal);
            // To look at the page is no try.
            Assert.Equal(200, (await (nobody with { Root = "/" }).GetAsync(page)).Status);
        }

        (await nobody.PostAsync("auth/login", new { email = "a@b.example", password = "not the password" })).Refuses(429);
    }

    private static Task<Answer> PostAsync(ApiClient nobody, string page) =>
        nobody.PostPlainFormAsync(page, page, ("Form.Email", "a@b.example"), ("Form.Password", "not the password"));
}
