using ArtisansCorner.Platform.Problems;
using ArtisansCorner.Platform.Web;

namespace ArtisansCorner.Accounts;

/// <summary>
/// Refuses what changes something when another site's page sends it with our cookie. Forms carry an antiforgery token beside;
/// signing out does not, for its form stands on every page, which could not be remembered with a token in it.
/// </summary>
public static class SameOrigin
{
    /// <summary>Looks at what the browser says of where a call comes from; a bearer token needs no such check.</summary>
    public static IApplicationBuilder UseSameOrigin(this IApplicationBuilder app) =>
        app.Use(async (http, next) =>
        {
            if (IsUnsafe(http.Request) && !http.Request.Headers.ContainsKey("Authorization") && IsForeign(http.Request))
            {
                if (ApiErrors.WantsJson(http)) await new Problem("cross_site", "This call came from another site.", Kind: ProblemKind.Forbidden).ToResult().ExecuteAsync(http);
                else http.Response.StatusCode = StatusCodes.Status403Forbidden;
                return;
            }

            await next(http);
        });

    private static bool IsUnsafe(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !HttpMethods.IsOptions(request.Method);

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is not ("same-origin" or "none");
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
