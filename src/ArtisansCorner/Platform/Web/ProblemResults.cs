using System.Text;
using ArtisansCorner.Platform.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ArtisansCorner.Platform.Web;

/// <summary>Turns refusals into problem details (RFC 9457), the one way that the API says no.</summary>
public static class ProblemResults
{
    /// <summary>One answer for these problems: the first decides the status, and each stands under its field in <c>errors</c>.</summary>
    public static ProblemHttpResult ToResult(this IReadOnlyList<Problem> problems)
    {
        var first = problems[0];
        var status = StatusOf(first.Kind);
        var details = new ProblemDetails
        {
            Type = $"https://httpstatuses.io/{status}",
            Title = TitleOf(first.Kind),
            Status = status,
            Detail = first.Message,
            Extensions = { ["code"] = first.Code },
        };
        var errors = problems
            .Where(problem => problem.Field is not null)
            .GroupBy(problem => CamelCase(problem.Field!), problem => problem.Message)
            .ToDictionary(field => field.Key, field => field.ToArray());
        if (errors.Count > 0) details.Extensions["errors"] = errors;
        return TypedResults.Problem(details);
    }

    /// <summary>One answer for one problem.</summary>
    public static ProblemHttpResult ToResult(this Problem problem) => ((IReadOnlyList<Problem>)[problem]).ToResult();

    /// <summary>A field's path as JSON writes it: “Lines[0].UnitPrice” gives “lines[0].unitPrice”.</summary>
    public static string CamelCase(string path)
    {
        var name = new StringBuilder(path);
        for (var i = 0; i < name.Length; i++)
        {
            if (i == 0 || name[i - 1] == '.') name[i] = char.ToLowerInvariant(name[i]);
        }

        return name.ToString();
    }

    private static int StatusOf(ProblemKind kind) => kind switch
    {
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        ProblemKind.Stale => StatusCodes.Status412PreconditionFailed,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ProblemKind.TooMany => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static string TitleOf(ProblemKind kind) => kind switch
    {
        ProblemKind.NotFound => "Not found",
        ProblemKind.Conflict => "Not possible as things stand",
        ProblemKind.Stale => "Changed meanwhile",
        ProblemKind.Forbidden => "Not allowed",
        ProblemKind.TooMany => "Too many",
        _ => "This cannot be accepted",
    };
}
