namespace ArtisansCorner.Platform.Web;

/// <summary>What every answer tells the browser to refuse, and that nothing of a shop is kept in a cache.</summary>
public static class SecurityHeaders
{
    /// <summary>Only what we serve ourselves runs or shows; nothing inline, no eval, no framing.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The API's reading page is another's component, which styles itself; it is shown to nobody's data.</summary>
    private const string ApiReferencePolicy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self' data:; " +
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Adds the headers to every answer; a static file keeps its own cache rule.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use((http, next) =>
        {
            http.Response.OnStarting(
                static state =>
                {
                    var context = (HttpContext)state;
                    var headers = context.Response.Headers;
                    headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/docs/api") ? ApiReferencePolicy : ContentSecurityPolicy;
                    headers.XContentTypeOptions = "nosniff";
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
