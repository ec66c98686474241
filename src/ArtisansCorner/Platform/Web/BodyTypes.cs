using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace ArtisansCorner.Platform.Web;

/// <summary>Refuses a body that is not of a type which its endpoint reads, or in an encoding that nobody knows, where the framework would take that for a failure of ours.</summary>
public static class BodyTypes
{
    private const string Multipart = "multipart/form-data";

    /// <summary>Looks at what a body is said to be before its endpoint reads it.</summary>
    public static IApplicationBuilder UseBodyTypes(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is { } accepted) Check(http.Request, accepted);
        return next(http);
    });

    internal static bool IsMultipart(HttpRequest request) => request.ContentType!.StartsWith(Multipart, StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses an encoding that cannot be read.</summary>
    internal static void CheckEncoding(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue) return;
        try
        {
            Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(type.Charset).ToString());
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException)
        {
            throw new BadHttpRequestException("The body is in an encoding that is not read here. Send it in UTF-8.", StatusCodes.Status415UnsupportedMediaType, problem);
        }
    }

    private static void Check(HttpRequest request, IAcceptsMetadata accepted)
    {
        if (request.HasJsonContentType()) CheckEncoding(request);
        if (accepted.ContentTypes.Contains(Multipart) && !request.HasFormContentType)
            throw new BadHttpRequestException($"Send the file as {Multipart}.", StatusCodes.Status415UnsupportedMediaType);
    }
}
