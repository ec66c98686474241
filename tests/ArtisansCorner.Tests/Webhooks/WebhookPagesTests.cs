using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;

namespace ArtisansCorner.Tests.Webhooks;

/// <summary>The pages of webhooks as a browser without scripts uses them.</summary>
public abstract partial class WebhookPagesTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : WebhookPagesTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : WebhookPagesTests(app);

    [Fact]
    public async Task A_webhook_is_added_tried_rotated_switched_off_and_removed_by_forms()
    {
        await using var receiver = await Receiver.StartAsync();
        (receiver.Status, receiver.Words) = (500, "<b>no such table</b>");
        var shop = await app.OpenShopAsync();
        var list = $"/{shop.Slug}/settings/webhooks";
        var added = await SendAsync(shop, list, "hook", ("Hook.Url", receiver.Url), ("Hook.StockLow", "true"));
        var first = Secret().Match(added).Value;
        Assert.StartsWith("whsec_", first, StringComparison.Ordinal);
        var hook = Assert.Single((await shop.GetAsync("webhooks")).Is(200)["items"]);
        Assert.Equal("stock.low", (string?)Assert.Single(hook["events"]));
        var page = $"{list}/{(Guid)hook["id"]}";
        Assert.DoesNotContain(first, await GetAsync(shop, list) + await GetAsync(shop, page), StringComparison.Ordinal);

        await SendAsync(shop, page, "test");
        var delivery = await shop.TriedAsync(hook, 1);
        var log = await GetAsync(shop, page);
        Assert.Contains("Answered 500 in", log, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;no such table", log, StringComparison.Ordinal);
        receiver.Status = 200;
        await SendAsync(shop, page, $"replay-{(Guid)delivery["id"]:N}");
        await receiver.GotAsync(2);

        Assert.NotEqual(first, Secret().Match(await SendAsync(shop, page, "rotate")).Value);
        await SendAsync(shop, page, "switch");
        Assert.False((bool)(await shop.GetAsync($"webhooks/{(Guid)hook["id"]}")).Is(200)["active"]);
        await SendAsync(shop, page, "remove");
        Assert.Empty((await shop.GetAsync("webhooks")).Is(200)["items"]);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field()
    {
        var shop = await app.OpenShopAsync();
        var page = await SendAsync(shop, $"/{shop.Slug}/settings/webhooks", "hook", ("Hook.Url", "my site"));
        Assert.Contains("This is not an address of the web", page, StringComparison.Ordinal);
        Assert.Contains("Choose at least one event.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"my site\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_is_connected_and_ended_by_forms()
    {
        var shop = await app.OpenShopAsync();
        var list = $"/{shop.Slug}/settings/webhooks";
        Assert.Contains("What does the platform sign with?", await SendAsync(shop, list, "source", ("Source.Platform", "square")), StringComparison.Ordinal);
        await SendAsync(shop, list, "source", ("Source.Platform", "square"), ("Source.Secret", "a signature key"));
        var source = Assert.Single((await shop.GetAsync("webhooks/sources")).Is(200)["items"]);
        var page = await GetAsync(shop, list);
        Assert.Contains((string)source["url"]!, page, StringComparison.Ordinal);
        Assert.DoesNotContain("a signature key", page, StringComparison.Ordinal);
        await SendAsync(shop, list, $"end-{(Guid)source["id"]:N}");
        Assert.Empty((await shop.GetAsync("webhooks/sources")).Is(200)["items"]);
    }

    /// <summary>Sends a form of the page as it stands in it, and tells the page that answers.</summary>
    private static async Task<string> SendAsync(TestShop shop, string path, string form, params (string Name, string Value)[] typed)
    {
        var page = await GetAsync(shop, path);
        var from = page[..page.IndexOf($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal)].LastIndexOf("<form", StringComparison.Ordinal);
        var fields = Hidden().Matches(page[from..page.IndexOf("</form>", from, StringComparison.Ordinal)])
            .ToDictionary(field => field.Groups[1].Value, field => WebUtility.HtmlDecode(field.Groups[2].Value));
        foreach (var (name, value) in typed) fields[name] = value;
        using var body = new FormUrlEncodedContent(fields);
        using var answer = await shop.Http.PostAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Found, $"{form} answered {(int)answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static Task<string> GetAsync(TestShop shop, string path) => shop.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("whsec_[\\w-]{20,}")]
    private static partial Regex Secret();
}
