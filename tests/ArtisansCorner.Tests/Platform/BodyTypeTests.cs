using System.Net;
using System.Text;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Platform;

/// <summary>A body that cannot be read is told so, whoever sends it and wherever to.</summary>
public abstract class BodyTypeTests(App app)
{
    private const string Form = "application/x-www-form-urlencoded";

    public sealed class OnSqlite(AppOnSqlite app) : BodyTypeTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : BodyTypeTests(app);

    public static TheoryData<string, int> Forms => new()
    {
        { string.Join('&', Enumerable.Range(0, 1500).Select(number => $"a{number}=1")), 413 },
        { $"{new string('k', 2_100)}=1", 413 },
        { $"a={new string('v', 4_200_000)}", 413 },
        { "a=%00", 400 },
        { "a=%EF%BF%BE", 400 },
    };

    [Theory]
    [MemberData(nameof(Forms), DisableDiscoveryEnumeration = true)]
    public async Task A_form_that_is_too_large_or_holds_no_letters(string form, int status)
    {
        foreach (var path in (string[])["/sign-in", "/register", "/sign-out", "/nowhere/at/all", "/api/v1/auth/login", "/api/v1/nowhere"])
        {
            var answer = await PostAsync(await app.NobodyAsync(), path, Form, form);
            Assert.Equal((path, status), (path, answer.Status));
            if (path.StartsWith("/api", StringComparison.Ordinal)) Assert.NotEmpty(answer.Refuses(status));
            else Assert.Contains("This cannot be read", WebUtility.HtmlDecode(answer.Text), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencodedX")]
    [InlineData($"{Form};;;")]
    [InlineData($"{Form}, text/plain")]
    [InlineData($"{Form}; charset=utf-7")]
    [InlineData($"{Form}; charset=foo")]
    [InlineData("multipart/form-data; boundary=x; charset=utf-7")]
    [InlineData("application/json; charset=foo")]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task A_type_that_is_not_read(string? type)
    {
        foreach (var path in (string[])["/sign-in", "/nowhere", "/api/v1/nowhere", "/api/v1/auth/login", "/api/v1/auth/register"])
            Assert.InRange((await PostAsync(await app.NobodyAsync(), path, type, "a=1")).Status, 302, 429);
        Assert.NotEmpty((await PostAsync(await app.NobodyAsync(), "/api/v1/auth/login", type, "a=1")).Refuses(415));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("image/png")]
    [InlineData("application/json")]
    public async Task A_photo_without_a_form_around_it(string? type)
    {
        var shop = await app.OpenShopAsync();
        await shop.AddProductAsync("MUG");
        var product = (Guid)(await shop.GetAsync("products")).Is(200)["items"][0]["id"];
        var material = (Guid)(await shop.PostAsync("materials", new { name = "Clay", unit = "kg" })).Is(201)["id"];
        foreach (var path in (string[])[$"products/{product}/photos", $"materials/{material}/photos"])
        {
            Assert.NotEmpty((await PostAsync(shop.Owner, shop.Api(path), type, "x")).Refuses(415));
            Assert.NotEmpty((await PostAsync(shop.Owner, shop.Api(path), type, "")).Refuses(415));
        }
    }

    private static async Task<Answer> PostAsync(ApiClient client, string path, string? type, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(body)) };
        if (type is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        return await Answer.ReadAsync(await client.Http.SendAsync(request, TestContext.Current.CancellationToken));
    }
}
