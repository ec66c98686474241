using System.Net.Http.Headers;

namespace ArtisansCorner.Tests.Harness;

/// <summary>What the app answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">The body.</param>
/// <param name="Headers">The headers of the answer.</param>
/// <param name="Request">Method and address, for messages.</param>
public sealed record Answer(int Status, string Text, HttpResponseHeaders Headers, string Request)
{
    /// <summary>The body as JSON.</summary>
    public Json Json => Json.Parse(Text);

    /// <summary>Requires this status; another fails the test with what was answered. Returns the body.</summary>
    public Json Is(int status)
    {
        Assert.True(Status == status, $"{Request} answered {Status} instead of {status}: {Text}\n{(Status == 500 ? Surprises.Behind(Text) : null)}");
        return Text.Length == 0 ? default : Json;
    }

    /// <summary>Requires a refusal: problem details with a sentence. With a field, the sentence under that field.</summary>
    public string Refuses(int status, string? field = null)
    {
        var problem = Is(status);
        if (field is null) return (string)(problem.Has("detail") ? problem["detail"] : problem["title"])!;
        Assert.True(problem.Has("errors") && problem["errors"].Has(field), $"{Request} names no problem of {field}: {Text}");
        return (string)problem["errors"][field][0]!;
    }

    internal static async Task<Answer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var request = response.RequestMessage;
            return new Answer(
                (int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, $"{request?.Method} {request?.RequestUri?.PathAndQuery}");
        }
    }
}
