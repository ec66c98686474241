using ArtisansCorner.Accounts;
using ArtisansCorner.Platform.Database;
using ArtisansCorner.Platform.Web;
using Microsoft.AspNetCore.OutputCaching;

namespace ArtisansCorner.Shops;

/// <summary>
/// Remembers what a page or an endpoint of a shop answers, as it was sent, until anything is committed in the shop.
/// What programs are told is the same for every member of a role; a page is kept for one person's browser, whose name and form tokens are in it.
/// The revision is read from the database by every request, so no server gives an answer older than the last commit.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RememberUntilChangedAttribute : Attribute, IOutputCachePolicy
{
    // Pages say “just now”.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) || Flash.IsWaiting(http.Request) || http.Features.Get<Membership>() is not { } membership) return;
        var services = http.RequestServices;
        var (vary, shop) = (context.CacheVaryByRules, membership.Shop);
        vary.QueryKeys = "*";
        vary.VaryByValues["encoding"] = EncodingOf(http.Request);
        vary.VaryByValues["revision"] = $"{await ShopRevision.ReadAsync(services.GetRequiredService<AppDb>())}";
        vary.VaryByValues["today"] = $"{shop.Zone.DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow()):O}";
        if (ApiErrors.WantsJson(http))
        {
            vary.VaryByValues["membership"] = membership.ToString();
        }
        else
        {
            vary.HeaderNames = new(["Cookie", "HX-Request"]);
            vary.VaryByValues["memberships"] = string.Concat(await services.GetRequiredService<ShopDirectory>().OfUserAsync(http.User.UserId, cancellation));
        }

        context.ResponseExpirationTimeSpan = Longest;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
    }

    /// <inheritdoc />
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc />
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        // A cookie is given to one browser once, and a refusal may be over the next moment.
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.SetCookie.Count > 0) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    // What compresses the answers knows these; each is kept as it is sent.
    private static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains(';') ? accepted : accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
    }
}

/// <summary>Says that an endpoint's answers are remembered.</summary>
public static class RememberedEndpoints
{
    /// <summary>Remembers what this endpoint answers until anything is committed in the shop.</summary>
    public static RouteHandlerBuilder RememberUntilChanged(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new RememberUntilChangedAttribute());
}
