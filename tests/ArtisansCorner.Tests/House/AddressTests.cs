using System.CodeDom.Compiler;
using System.Reflection;
using System.Text.Json;
using ArtisansCorner.Tests.Harness;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.House;

/// <summary>What an address says is read by code that the compiler wrote, and what cannot be read is refused by its name.</summary>
public sealed class AddressTests(AppOnSqlite app)
{
    private const string InShop = "/api/v1/shops/{shopId:guid}/";

    [Fact]
    public async Task No_route_is_left_to_be_put_together_at_the_start() => Assert.DoesNotContain(
        await RoutesAsync(), route => route.Metadata.GetMetadata<MethodInfo>()?.DeclaringType?.Assembly == typeof(Program).Assembly && route.Metadata.GetMetadata<GeneratedCodeAttribute>() is null);

    [Fact]
    public async Task A_value_that_cannot_be_read_is_named_wherever_one_may_be_left_out()
    {
        var shop = await app.OpenShopAsync();
        var asked = 0;
        foreach (var route in (await RoutesAsync()).Where(IsReadInShop))
        {
            var path = route.RoutePattern.RawText![InShop.Length..].Replace("{id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal);
            foreach (var value in route.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Where(value => value is { HasTryParse: true, Name: not "shopId" and not "id" }))
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(value.Name);
                var answer = await shop.GetAsync($"{path}?{name}=odd");
                // An enum's refusal lists its words instead.
                var told = answer.Refuses(400).Contains("“odd” is none of the words: ", StringComparison.Ordinal) ? "" : answer.Refuses(400, name);
                Assert.True(told is "" || told == $"“odd” is no value of {name}.", $"{answer.Request}: {told}");
                asked++;
            }
        }

        Assert.NotEqual(0, asked);
    }

    [Fact]
    public async Task Of_several_values_the_one_that_cannot_be_read_is_named()
    {
        var shop = await app.OpenShopAsync();
        Assert.Equal("“two” is no value of product.", (await shop.GetAsync($"sales?product={Guid.Empty}&product=two")).Refuses(400, "product"));
        (await shop.GetAsync("sales?from=&cursor=&product=&state=")).Is(200);
    }

    [Fact]
    public async Task A_value_that_a_page_cannot_read_is_refused_and_never_a_failure_of_ours()
    {
        var shop = await app.OpenShopAsync();
        var asked = new List<string>();
        foreach (var route in await RoutesAsync())
        {
            foreach (var value in route.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? [])
            {
                if (value.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is not { } query || value.PropertyType == typeof(string) || value.PropertyType == typeof(string[])) continue;
                var path = "/" + route.RoutePattern.RawText!.TrimStart('/').Replace("{Shop}", shop.Slug, StringComparison.OrdinalIgnoreCase).Replace("{Id:guid}", $"{Guid.Empty}", StringComparison.OrdinalIgnoreCase);
                foreach (var odd in (string[])["x", "99999999999", "1.5", "%20"])
                {
                    using var answer = await shop.Http.GetAsync($"{path}?{query.Name ?? value.Name}={odd}", TestContext.Current.CancellationToken);
                    Assert.True((int)answer.StatusCode == 400, $"{path}?{query.Name ?? value.Name}={odd} answered {(int)answer.StatusCode}.");
                    Assert.Contains("is no value of", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
                }

                using var nothing = await shop.Http.GetAsync($"{path}?{query.Name ?? value.Name}=", TestContext.Current.CancellationToken);
                Assert.InRange((int)nothing.StatusCode, 200, 404);
                asked.Add(path);
            }
        }

        Assert.Contains("/alert-mail/stop", asked);
        Assert.Contains($"/{shop.Slug}/inventory/set-aside", asked);
    }

    private static bool IsReadInShop(RouteEndpoint route) =>
        route.RoutePattern.RawText?.StartsWith(InShop, StringComparison.Ordinal) == true
        && route.RoutePattern.Parameters.All(part => part.Name is "shopId" or "id")
        && route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods is ["GET"];

    private async Task<IEnumerable<RouteEndpoint>> RoutesAsync() => (await app.ServicesAsync()).GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
}
