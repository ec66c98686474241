using Microsoft.AspNetCore.Antiforgery;

namespace ArtisansCorner.Platform.Web;

/// <summary>
/// Leads back to its page where a form does not prove that it stood there for whoever sends it: the page was open while they signed in anew,
/// or for months. Nothing is done, and the page says so.
/// </summary>
public static class StaleForms
{
    private const string Words = "Nothing was changed: this page had been open for too long, or you signed in anew. Try once more.";

    /// <summary>Looks at what antiforgery found, before anything reads the form.</summary>
    public static IApplicationBuilder UseStaleForms(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false }) return next(http);
        http.RequestServices.GetRequiredService<Flash>().Say(Words);
        http.Response.Redirect(PageOf(http.Request));
        return Task.CompletedTask;
    });

    // Our pages tell it to ourselves in full (Referrer-Policy); another site is nowhere to lead to.
    private static string PageOf(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) && page.Authority == request.Host.Value && !page.PathAndQuery.StartsWith("//", StringComparison.Ordinal) ? page.PathAndQuery : "/";
}
