using System.Text.Json;
using System.Text.RegularExpressions;
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
            BadHttpRequestException bad => Explain(bad),
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

    /// <summary>What is wrong with a request that cannot be understood.</summary>
    public static string SentenceOf(BadHttpRequestException bad) => Words(bad).Sentence;

    /// <summary>Whether a program asks, not a person's browser.</summary>
    public static bool WantsJson(HttpContext http) => PathOf(http).StartsWithSegments("/api") || PathOf(http).StartsWithSegments("/hooks");

    /// <summary>What was asked for: after a surprise the request's own path is that of the error page.</summary>
    private static PathString PathOf(HttpContext http) =>
        http.Features.Get<IExceptionHandlerPathFeature>() is { } surprise ? new PathString(surprise.Path) : http.Request.Path;

    private static ProblemDetails Explain(BadHttpRequestException bad)
    {
        var (field, sentence) = Words(bad);
        var details = new ProblemDetails
        {
            Status = bad.StatusCode,
            Title = bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "Too large" : "The request cannot be read",
            Detail = sentence,
            Extensions = { ["code"] = "bad_request" },
        };
        if (field is not null) details.Extensions["errors"] = new Dictionary<string, string[]> { [field] = [sentence] };
        return details;
    }

    private static (string? Field, string Sentence) Words(BadHttpRequestException bad) => bad.InnerException is JsonException json ? Explain(json) : Explain(bad.Message);

    private static (string? Field, string Sentence) Explain(JsonException json)
    {
        var field = json.Path is ['$', '.', .. var path] ? path : null;
        // The framework's own sentences end with the path and speak of C# types; those of our converters are for people.
        return json.Message.Contains("Path: ", StringComparison.Ordinal)
            ? (field, $"The JSON cannot be read at {field ?? "its start"}{(json.LineNumber is { } line ? $" (line {line + 1})" : "")}.")
            : (field, json.Message);
    }

    private static (string? Field, string Sentence) Explain(string message)
    {
        if (UnreadableParameter().Match(message) is { Success: true } match)
        {
            var name = ProblemResults.CamelCase(match.Groups["name"].Value);
            return (name, $"“{match.Groups["value"].Value}” is no value of {name}.");
        }

        var isMissing = message.StartsWith("Required parameter", StringComparison.Ordinal) || message.StartsWith("Implicit body inferred", StringComparison.Ordinal);
        return (null, isMissing ? "Something that is required is missing: a body of JSON, or a parameter." : message);
    }

    /// <summary>How ASP.NET Core says that a value of the address does not fit, with the C# type before the name.</summary>
    [GeneratedRegex("^Failed to bind parameter \"(?:.+ )?(?<name>\\w+)\" from \"(?<value>.*)\"", RegexOptions.Singleline)]
    private static partial Regex UnreadableParameter();

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private static partial void Surprised(ILogger log, string method, string path, Exception exception);
}
