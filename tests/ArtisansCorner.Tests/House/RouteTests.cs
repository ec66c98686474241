using ArtisansCorner.Shops;
using ArtisansCorner.Tests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace ArtisansCorner.Tests.House;

/// <summary>Every route and who may use it, written down in routes.txt: a route that is opened by mistake shows in the diff.</summary>
public sealed class RouteTests(AppOnSqlite app)
{
    private const string Accept = "ACCEPT";
    private static readonly string Snapshot = Repo.PathOf("tests", "ArtisansCorner.Tests", "House", "routes.txt");

    [Fact]
    public async Task Routes_and_their_permissions_are_those_that_were_agreed()
    {
        var now = await LinesAsync();
        if (Environment.GetEnvironmentVariable(Accept) is { Length: > 0 }) await File.WriteAllLinesAsync(Snapshot, now, TestContext.Current.CancellationToken);
        var agreed = File.Exists(Snapshot) ? await File.ReadAllLinesAsync(Snapshot, TestContext.Current.CancellationToken) : [];
        var difference = agreed.Except(now).Select(line => "- " + line).Concat(now.Except(agreed).Select(line => "+ " + line)).ToList();
        Assert.True(
            difference.Count == 0,
            $"Routes changed:\n{string.Join('\n', difference)}\nIf that is as it should be: {Accept}=1 dotnet test --project tests/ArtisansCorner.Tests --filter-class '*RouteTests'");
    }

    [Fact]
    public async Task Every_route_inside_a_shop_says_its_permission() => Assert.DoesNotContain(
        await LinesAsync(), line => line.Contains("/{shop", StringComparison.OrdinalIgnoreCase) && !Enum.GetNames<Permission>().Any(line.EndsWith));

    private async Task<List<string>> LinesAsync() =>
    [
        .. (await app.ServicesAsync()).GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(route => MethodsOf(route).Select(method => $"{"/" + route.RoutePattern.RawText?.TrimStart('/'),-60} {method,-6} {WhoMay(route)}"))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> MethodsOf(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"];

    private static string WhoMay(RouteEndpoint route) =>
        route.Metadata.GetMetadata<RequirePermissionAttribute>() is { } needs ? needs.Permission.ToString()
        : route.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "anyone"
        : route.Metadata.GetMetadata<IAuthorizeData>() is not null ? "signed in"
        : "anyone";
}
