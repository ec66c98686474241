using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace ArtisansCorner.Platform.Web;

/// <summary>
/// The one place that surprises come to: a request that cannot be understood is answered with what is wrong with it,
/// anything else is logged and answered without a detail that would help an attacker.
/// </summary>
public sealed partial class ApiErrors(IProblemDetailsService problems, ILogger<ApiErrors> log) : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var details = exception switch
        {
            BadHttpRequestException bad => new ProblemDetails
            {
                Status = bad.StatusCode,
                Title = bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "Too large" : "The request cannot be read",
                Detail = Explain(bad),
                Extensions = { ["code"] = "bad_request" },
            },
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => new ProblemDetails { Status = StatusCodes.Status499ClientClosedRequest },
            _ => null,
        };
        if (details is null)
        {
            Surprised(log, httpContext.Request.Method, httpContext.Request.Path, exception);
            details = new ProblemDetails
            {
                Status = StatusCodes.Status500InternalServerError,
                Title = "Something went wrong on our side",
                Detail = "Nothing was changed. Try again; if it stays so, tell us what you did.",
            };
        }

        httpContext.Response.StatusCode = details.Status!.Value;
        if (!WantsJson(httpContext)) return false;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = details, Exception = exception });
    }

    /// <summary>Whether a program asks, not a person's browser.</summary>
    public static bool WantsJson(HttpContext http) => http.Request.Path.StartsWithSegments("/api");

    private static string Explain(BadHttpRequestException bad) => bad.InnerException switch
    {
        System.Text.Json.JsonException json => $"The JSON cannot be read at {json.Path ?? "its start"}{(json.LineNumber is { } line ? $" (line {line + 1})" : "")}.",
        _ => bad.Message,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private static partial void Surprised(ILogger log, string method, string path, Exception exception);
}
