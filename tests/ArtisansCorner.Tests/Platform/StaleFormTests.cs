using System.Net;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Platform;

/// <summary>A form of a page that was open while its reader signed in anew changes nothing, and says so on that page.</summary>
public abstract class StaleFormTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : StaleFormTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : StaleFormTests(app);

    [Theory]
    [InlineData("inventory/suppliers", "inventory/suppliers")]
    [InlineData("making", "making")]
    [InlineData("analytics?period=28d", "analytics/goal")]
    [InlineData("inventory/places", "undo/01a22481-c7db-73e2-898e-d6b6cd990627")]
    [InlineData("inventory/places", "inventory/places/01a22481-c7db-73e2-898e-d6b6cd990627/put-away")]
    [InlineData("views", "views/save")]
    public async Task It_leads_back_to_its_page_and_nothing_is_done(string page, string path)
    {
        var shop = await app.OpenShopAsync();
        foreach (var token in new[] { "", "CfDJ8nonsense" })
        {
            var said = await PostAsync(shop, path, $"http://localhost/{shop.Slug}/{page}", token);
            Assert.Equal($"/{shop.Slug}/{page}", said);
            Assert.Contains("Nothing was changed: this page had been open for too long", await shop.Http.GetStringAsync($"/{shop.Slug}/{page}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Empty((await shop.GetAsync("suppliers")).Is(200)["items"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://elsewhere.example/page")]
    [InlineData("http://localhost//elsewhere.example")]
    [InlineData("no address")]
    public async Task It_leads_nowhere_else(string? referer)
    {
        var shop = await app.OpenShopAsync();
        Assert.Equal("/", await PostAsync(shop, "making", referer, "x"));
    }

    [Theory]
    [InlineData("sign-in")]
    [InlineData("register")]
    public async Task Whoever_is_not_signed_in_is_told_too_and_once(string page)
    {
        var nobody = await app.NobodyAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/{page}", UriKind.Relative));
        request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", "x"), new("_handler", page)]);
        request.Headers.TryAddWithoutValidation("Referer", $"https://localhost/{page}");
        using var answer = await nobody.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal($"/{page}", answer.Headers.Location?.ToString());
        foreach (var told in (bool[])[true, false])
            Assert.Equal(told, (await nobody.Http.GetStringAsync($"/{page}", TestContext.Current.CancellationToken)).Contains("Nothing was changed", StringComparison.Ordinal));
    }

    private static async Task<string?> PostAsync(TestShop shop, string path, string? referer, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/{shop.Slug}/{path}", UriKind.Relative));
        request.Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("_handler", "supplier"), new("Supplier.Name", "Kilnworks"), new("Supplier.LeadDays", "3")]);
        if (referer is not null) request.Headers.TryAddWithoutValidation("Referer", referer);
        using var answer = await shop.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location?.ToString();
    }
}
