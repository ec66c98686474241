using Microsoft.AspNetCore.Diagnostics;

namespace ArtisansCorner.Platform.Web;

/// <summary>The pages that say that something failed or is not there are read, whatever had been sent.</summary>
public static class ErrorPages
{
    /// <summary>Makes a GET of a request that is being answered by such a page: a page takes no POST that none of its forms sent.</summary>
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Features.Get<IExceptionHandlerFeature>() is not null || http.Features.Get<IStatusCodeReExecuteFeature>() is not null) http.Request.Method = HttpMethods.Get;
        return next(http);
    });
}
