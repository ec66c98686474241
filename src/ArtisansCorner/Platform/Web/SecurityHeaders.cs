using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.StaticAssets;

namespace ArtisansCorner.Platform.Web;

/// <summary>What every answer tells the browser to refuse, and that nothing of a shop is kept in a cache.</summary>
public static class SecurityHeaders
{
    private const string Styles = "style-src 'self'";

    /// <summary>Only what we serve ourselves runs or shows; nothing inline but our one style sheet and the one line that fetches our script, no eval, no framing.</summary>
    private static readonly string ContentSecurityPolicy =
        $"default-src 'self'; script-src 'self' {ScriptLoader.Source}; " + Styles + "; img-src 'self' data:; " +
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>How a content security policy names a text that stands in the page itself: by its SHA-256 hash.</summary>
    public static string SourceOf(string inline) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inline)))}'";

    /// <summary>Lets one answer carry style sheets that a component of others writes into the page, by a nonce that is good for this answer only.</summary>
    public static string AllowStylesByNonce(HttpContext http)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy.Replace(Styles, $"{Styles} 'nonce-{nonce}'", StringComparison.Ordinal);
        return nonce;
    }

    /// <summary>Adds the headers to every answer. A script or picture of ours is no page: it is to be taken for what it is, and keeps its own cache rule.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        var policy = ContentSecurityPolicy.Replace(Styles, $"{Styles} {app.ApplicationServices.GetRequiredService<Stylesheet>().Source}", StringComparison.Ordinal);
        return app.Use((http, next) =>
        {
            http.Response.OnStarting(
                state =>
                {
                    var headers = http.Response.Headers;
                    headers.XContentTypeOptions = "nosniff";
                    if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null) return Task.CompletedTask;
                    if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = policy;
                    headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
                    headers["Cross-Origin-Opener-Policy"] = "same-origin";
                    headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=()";
                    if (headers.CacheControl.Count == 0) headers.CacheControl = "private, no-store";
                    return Task.CompletedTask;
                },
                http);
            return next(http);
        });
    }
}
