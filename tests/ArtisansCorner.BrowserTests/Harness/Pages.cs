using System.Text.RegularExpressions;
using ArtisansCorner.Tests.Harness;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.BrowserTests.Harness;

/// <summary>Every page there is, as the router knows them: a new page is walked without being added anywhere.</summary>
public static partial class Pages
{
    /// <summary>Pages that only exist while developing, or that stand for an error.</summary>
    private static readonly string[] LeftOut = ["/ui", "/error", "/not-found"];

    /// <summary>The addresses of all pages, filled with what a shop has: its first sale, product and import.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(App site, TestShop shop)
    {
        var patterns = (await site.ServicesAsync()).GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(route => "/" + route.RoutePattern.RawText?.TrimStart('/'))
            .Where(pattern => !LeftOut.Contains(pattern)).Distinct().Order(StringComparer.Ordinal);
        List<string> pages = [];
        foreach (var pattern in patterns)
        {
            var page = Placeholder().Replace(pattern, match => match.Groups["name"].Value.Equals("Shop", StringComparison.OrdinalIgnoreCase) ? shop.Slug : match.Value);
            if (Placeholder().IsMatch(page)) page = Placeholder().Replace(page, (await FirstAsync(shop, ListOf(pattern))).ToString());
            pages.Add(page);
        }

        return pages;
    }

    private static async Task<Guid> FirstAsync(TestShop shop, string list)
    {
        if (list == "imports")
        {
            using var file = new MultipartFormDataContent { { new StringContent("no,sales\n1,2\n"), "file", "nothing.csv" } };
            return (Guid)(await shop.PostAsync(list, file)).Is(202)["id"];
        }

        if (list == "webhooks" && (await shop.GetAsync(list)).Is(200)["items"].Count == 0)
            (await shop.PostAsync(list, new { url = "https://example.com/hook", events = new[] { "sale.recorded" } })).Is(201);
        return (Guid)(await shop.GetAsync(list)).Is(200)["items"][0]["id"];
    }

    private static string ListOf(string pattern) =>
        pattern.Contains("/sales/", StringComparison.Ordinal) ? "sales"
        : pattern.Contains("/places/", StringComparison.Ordinal) ? "locations"
        : pattern.Contains("/inventory/", StringComparison.Ordinal) || pattern.Contains("/products/", StringComparison.Ordinal) ? "products"
        : pattern.Contains("/import", StringComparison.Ordinal) ? "imports"
        : pattern.Contains("/webhooks/", StringComparison.Ordinal) ? "webhooks"
        : throw new InvalidOperationException($"Tell Harness/Pages.cs what stands in {pattern}.");

    [GeneratedRegex(@"\{\*?(?<name>\w+)(:\w+)?\??\}")]
    private static partial Regex Placeholder();
}
