using System.Text.RegularExpressions;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.Shops;

public abstract partial class RememberedTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : RememberedTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : RememberedTests(app);

    [Theory]
    [InlineData("/api/v1/shops/{id}/stock")]
    [InlineData("/{slug}/inventory")]
    [InlineData("/{slug}/inventory/rows")]
    public async Task An_answer_is_remembered_until_something_in_the_shop_changes(string path)
    {
        var (shop, other) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        path = path.Replace("{id}", $"{shop.Id}", StringComparison.Ordinal).Replace("{slug}", shop.Slug, StringComparison.Ordinal);
        await shop.AddProductAsync("MUG", name: "Mug");
        // A browser's first page brings a cookie for its forms, and only the second is remembered.
        Assert.False((await AskAsync(shop, path)).WasRemembered);
        await AskAsync(shop, path);
        Assert.True((await AskAsync(shop, path)).WasRemembered);

        await other.AddProductAsync("JUG");
        Assert.True((await AskAsync(shop, path)).WasRemembered);

        await shop.AddProductAsync("CUP", name: "Cup");
        var changed = await AskAsync(shop, path);
        Assert.False(changed.WasRemembered);
        Assert.Contains("Cup", changed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_write_in_a_shop_counts()
    {
        var shop = await app.OpenShopAsync();
        var product = (await shop.PostAsync("products", new { name = "Mug", variants = new[] { new { sku = "MUG", price = 1200, threshold = 3 } } })).Is(201);
        Json sale = default;
        foreach (var write in (Func<Task>[])
        [
            async () => (await shop.PutAsync($"products/{product["id"]}", new { name = "Jug", variants = new[] { new { id = (Guid)product["variants"][0]["id"], sku = "JUG", price = 1200 } } })).Is(200),
            async () => (await shop.PostAsync("stock/movements", new { sku = "JUG", quantity = 2, reason = "received" })).Is(201),
            async () => sale = await shop.SellAsync("JUG"),
            async () => (await shop.PostAsync($"alerts/{(await shop.GetAsync("alerts")).Is(200)["items"][0]["id"]}/snooze", new { days = 2 })).Is(204),
            async () => (await shop.PostAsync($"sales/{sale["id"]}/refunds", new { lines = new[] { new { lineId = (Guid)sale["lines"][0]["id"], quantity = 1 } }, restock = true })).Is(201),
        ])
        {
            var before = await RevisionAsync(shop);
            await write();
            Assert.True(await RevisionAsync(shop) > before);
        }
    }

    [Fact]
    public async Task What_is_remembered_for_one_browser_is_not_shown_in_another()
    {
        var shop = await app.OpenShopAsync();
        var second = await app.NobodyAsync();
        (await second.PostAsync("auth/login", new { email = shop.Email, password = TestShop.Password })).Is(200);
        // A new shop's first screen has a form: to fill it with a sample.
        string[] tokens = ["", ""];
        for (var round = 0; round < 3; round++)
        {
            foreach (var (index, browser) in ((HttpClient[])[shop.Http, second.Http]).Index())
                tokens[index] = Token().Match(await browser.GetStringAsync(new Uri($"/{shop.Slug}", UriKind.Relative), TestContext.Current.CancellationToken)).Groups[1].Value;
        }

        Assert.NotEqual(tokens[0], tokens[1]);
        Assert.Equal(0, await FillAsync(shop.Http, shop, tokens[1]));
        Assert.NotEqual(0, await FillAsync(second.Http, shop, tokens[1]));
    }

    [Fact]
    public async Task A_page_that_was_remembered_is_closed_to_who_signed_out()
    {
        var shop = await app.OpenShopAsync();
        foreach (var _ in Enumerable.Range(0, 3)) await AskAsync(shop, $"/{shop.Slug}/inventory");
        Assert.Equal(302, (int)(await shop.Http.PostAsync(new Uri("/sign-out", UriKind.Relative), null, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(302, (int)(await shop.Http.GetAsync(new Uri($"/{shop.Slug}/inventory", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Another_site_cannot_sign_anyone_out()
    {
        var shop = await app.OpenShopAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-out");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(403, (int)(await shop.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        await AskAsync(shop, $"/{shop.Slug}");
    }

    private static async Task<int> FillAsync(HttpClient browser, TestShop shop, string token)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        await browser.PostAsync(new Uri($"/{shop.Slug}/sample", UriKind.Relative), form, TestContext.Current.CancellationToken);
        return (await shop.GetAsync("sales")).Is(200)["items"].Count;
    }

    private static async Task<(string Text, bool WasRemembered)> AskAsync(TestShop shop, string path)
    {
        var response = await shop.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        return (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), response.Headers.Age is not null);
    }

    private static Task<long> RevisionAsync(TestShop shop) => shop.InsideAsync(services => ShopRevision.ReadAsync(services.GetRequiredService<AppDb>()));

    [GeneratedRegex("name=\"__RequestVerificationToken\" (?:type=\"hidden\" )?value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
