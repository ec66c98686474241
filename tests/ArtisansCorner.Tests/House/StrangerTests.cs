using System.Net;
using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.House;

/// <summary>Nobody gets into a shop that is not theirs: tried at every door there is, as the OpenAPI document and the router list them.</summary>
public abstract partial class StrangerTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : StrangerTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : StrangerTests(app);

    [Fact]
    public async Task Every_call_into_a_shop_is_404_to_a_stranger_and_401_to_nobody()
    {
        var (shop, stranger) = (await app.OpenShopAsync(), (await app.OpenShopAsync()).Owner);
        var nobody = await app.NobodyAsync();
        var calls = await CallsAsync();
        Assert.NotEmpty(calls);
        foreach (var (method, path, content) in calls)
        {
            var here = path.Replace("{shopId}", shop.Id.ToString(), StringComparison.Ordinal);
            var nowhere = path.Replace("{shopId}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal);
            var refused = await SendAsync(stranger, method, Filled(here, Guid.CreateVersion7()), content);
            refused.Refuses(404);
            // What answers a stranger is what answers where no shop is: nothing is learned.
            var missing = await SendAsync(stranger, method, Filled(nowhere, Guid.CreateVersion7()), content);
            Assert.Equal(WithoutTrace(missing.Text), WithoutTrace(refused.Text));
            (await SendAsync(nobody, method, Filled(here, Guid.CreateVersion7()), content)).Refuses(401);
        }
    }

    [Fact]
    public async Task The_ids_of_one_shop_are_worth_nothing_in_another()
    {
        var (mine, theirs) = (await app.OpenShopAsync(), await app.OpenShopAsync());
        await mine.AddProductAsync("MUG", pieces: 2);
        var sale = await mine.SellAsync("MUG");
        Guid[] ids =
        [
            (Guid)sale["id"],
            (Guid)sale["lines"][0]["id"],
            (Guid)sale["lines"][0]["variantId"],
            (Guid)(await mine.GetAsync("products")).Is(200)["items"][0]["id"],
            (Guid)(await mine.GetAsync("alerts")).Is(200)["items"][0]["id"],
        ];
        // What the sale means for other figures is there a moment later.
        await Eventually.PassesAsync(async () => Assert.True((await mine.StockOfAsync("MUG")).Has("daysLeft")));
        var before = await StateOfAsync(mine);
        foreach (var (method, path, content) in (await CallsAsync()).Where(call => Placeholder().Count(call.Path) > 1))
            foreach (var id in ids)
            {
                var answer = await SendAsync(theirs.Owner, method, Filled(path.Replace("{shopId}", theirs.Id.ToString(), StringComparison.Ordinal), id), content);
                Assert.True(answer.Status is 404 or 400 or 422, $"{answer.Request} answered {answer.Status}: {answer.Text}");
            }

        Assert.Equal(before, await StateOfAsync(mine));
    }

    [Fact]
    public async Task Every_page_of_a_shop_is_not_there_for_a_stranger_and_asks_nobody_to_sign_in()
    {
        var (shop, stranger) = (await app.OpenShopAsync(), (await app.OpenShopAsync()).Http);
        var nobody = (await app.NobodyAsync()).Http;
        var pages = (await app.ServicesAsync()).GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(route => "/" + route.RoutePattern.RawText?.TrimStart('/'))
            .Where(pattern => pattern.StartsWith("/{shop}", StringComparison.OrdinalIgnoreCase)).Distinct().ToList();
        Assert.NotEmpty(pages);
        foreach (var page in pages)
        {
            var address = new Uri(Filled(ShopPlaceholder().Replace(page, shop.Slug), Guid.CreateVersion7()), UriKind.Relative);
            using var refused = await stranger.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(refused.StatusCode == HttpStatusCode.NotFound, $"{page} is not 404 for a stranger.");
            using var answer = await nobody.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true, $"{page} does not ask nobody to sign in, but answers {(int)answer.StatusCode}.");
        }
    }

    private async Task<List<(HttpMethod Method, string Path, string? Content)>> CallsAsync()
    {
        var nobody = await app.NobodyAsync();
        var document = (await (nobody with { Root = "/" }).GetAsync("openapi/v1.json")).Is(200);
        return
        [
            .. document["paths"].Names.Where(path => path.Contains("{shopId}", StringComparison.Ordinal))
                .SelectMany(path => document["paths"][path].Names.Select(method =>
                    (HttpMethod.Parse(method.ToUpperInvariant()), path, ContentOf(document["paths"][path][method])))),
        ];
    }

    private static string? ContentOf(Json call) => call.Has("requestBody") ? call["requestBody"]["content"].Names.First() : null;

    private static async Task<Answer> SendAsync(ApiClient who, HttpMethod method, string path, string? content)
    {
        using var file = new MultipartFormDataContent { { new StringContent("a,b"), "file", "a.csv" } };
        return await (who with { Root = "" }).SendAsync(method, path, content switch { null => null, "multipart/form-data" => file, _ => "{}" });
    }

    private static async Task<string> StateOfAsync(TestShop shop)
    {
        string[] lists = ["sales", "products", "stock", "alerts?all=true"];
        return string.Concat(await Task.WhenAll(lists.Select(async list => (await shop.GetAsync(list)).Is(200).ToString())));
    }

    private static string Filled(string path, Guid id) => Placeholder().Replace(path, id.ToString());

    private static string WithoutTrace(string text) => Trace().Replace(text, "");

    [GeneratedRegex(@"\{\w+(:\w+)?\??\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\{shop\}", RegexOptions.IgnoreCase)]
    private static partial Regex ShopPlaceholder();

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex Trace();
}
