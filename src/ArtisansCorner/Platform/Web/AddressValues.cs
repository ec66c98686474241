using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http.Metadata;

namespace ArtisansCorner.Platform.Web;

/// <summary>
/// Refuses a value of an address that cannot be read, by its name. It goes before the code that the compiler writes for routes,
/// which answers 400 without a word where a value that may be left out is wrong, or speaks of its range, and before pages, which fail.
/// </summary>
public static class AddressValues
{
    private static readonly MethodInfo Reads = new Func<string, bool>(IsReadable<int>).Method.GetGenericMethodDefinition();
    private static readonly ConcurrentDictionary<Type, Func<string, bool>> Readers = new();
    private static readonly ConditionalWeakTable<Endpoint, (string Name, Func<string, bool> Reads)[]> Values = [];

    /// <summary>Looks at what the address says before its endpoint does.</summary>
    public static IApplicationBuilder UseAddressValues(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Query.Count > 0 && http.GetEndpoint() is { } endpoint) Check(http.Request.Query, Values.GetValue(endpoint, Of));
        return next(http);
    });

    private static void Check(IQueryCollection query, (string Name, Func<string, bool> Reads)[] values)
    {
        foreach (var (name, reads) in values)
        {
            foreach (var text in query[name])
            {
                if (!string.IsNullOrEmpty(text) && !reads(text)) throw new BadHttpRequestException($"Failed to bind parameter \"{name}\" from \"{text}\".");
            }
        }
    }

    private static (string Name, Func<string, bool> Reads)[] Of(Endpoint endpoint) =>
    [
        .. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
            .Where(value => value.HasTryParse && !IsInPath(endpoint, value.Name)).Select(value => (value.Name, ReaderOf(value.ParameterInfo.ParameterType))),
        .. OfPage(endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type),
    ];

    /// <summary>What a page asks its address for, but texts, which are always read.</summary>
    private static IEnumerable<(string Name, Func<string, bool> Reads)> OfPage(Type? page) =>
        from property in page?.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? []
        let asked = property.GetCustomAttribute<SupplyParameterFromQueryAttribute>()
        where asked is not null && (property.PropertyType.GetElementType() ?? property.PropertyType) != typeof(string)
        select (asked.Name ?? property.Name, ReaderOf(property.PropertyType));

    private static bool IsInPath(Endpoint endpoint, string name) => endpoint is RouteEndpoint route && route.RoutePattern.GetParameter(name) is not null;

    private static Func<string, bool> ReaderOf(Type type)
    {
        var one = type.GetElementType() ?? type;
        return Readers.GetOrAdd(Nullable.GetUnderlyingType(one) ?? one, value => Reads.MakeGenericMethod(value).CreateDelegate<Func<string, bool>>());
    }

    private static bool IsReadable<T>(string text)
        where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out _);
}
