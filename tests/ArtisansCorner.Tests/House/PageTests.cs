using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.House;

/// <summary>Every page and part of a shop opens, in an empty shop and in one with a year of everything; links inside the shop lead somewhere.</summary>
public abstract partial class PageTests(App app)
{
    public sealed class OnSqlite(AppOnSqlite app) : PageTests(app);

    public sealed class OnPostgres(AppOnPostgres app) : PageTests(app);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_page_opens_and_so_does_what_it_links_to(bool filled)
    {
        var shop = await app.OpenShopAsync();
        if (filled) (await shop.PostAsync("sample")).Is(200);
        // Beyond a few hundred they only repeat: the same pages of other sales.
        var (toVisit, visited) = (new Queue<string>(await EntrancesAsync(shop)), new HashSet<string>(StringComparer.Ordinal));
        Assert.NotEmpty(toVisit);
        while (toVisit.TryDequeue(out var path) && visited.Count < 150)
        {
            if (!visited.Add(path)) continue;
            var answer = await shop.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            if (answer.Headers.Location is { } further && further.ToString().StartsWith($"/{shop.Slug}/", StringComparison.Ordinal))
            {
                toVisit.Enqueue(further.ToString());
                continue;
            }

            Assert.True((int)answer.StatusCode == 200, $"{path} answered {(int)answer.StatusCode}");
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            foreach (Match link in Link().Matches(text))
            {
                var to = System.Net.WebUtility.HtmlDecode(link.Groups[1].Value);
                if (to.StartsWith($"/{shop.Slug}", StringComparison.Ordinal)) toVisit.Enqueue(to.Split('#')[0]);
            }
        }
    }

    /// <summary>The addresses of pages and parts that need nothing but the shop.</summary>
    private async Task<IEnumerable<string>> EntrancesAsync(TestShop shop) =>
        (await app.ServicesAsync()).GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is null or [] || route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET"))
            .Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/'))
            .Where(path => path.StartsWith("/{shop}", StringComparison.OrdinalIgnoreCase))
            .Select(path => shop.Slug.Insert(0, "/") + path["/{shop}".Length..])
            .Where(path => !path.Contains('{', StringComparison.Ordinal))
            .Distinct();

    [GeneratedRegex("(?:<a [^>]*href|hx-get)=\"([^\"]+)\"")]
    private static partial Regex Link();
}
