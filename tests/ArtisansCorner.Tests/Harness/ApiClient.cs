using System.Net.Http.Json;

namespace ArtisansCorner.Tests.Harness;

/// <summary>One browser or program that talks to the JSON API; keeps its cookies.</summary>
/// <param name="Http">The client underneath, for what the short ways do not cover.</param>
/// <param name="Root">What every path is added to, such as “/api/v1/”.</param>
public record ApiClient(HttpClient Http, string Root)
{
    /// <summary>Reads.</summary>
    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>Creates, or does; with an Idempotency-Key where one is given.</summary>
    public Task<Answer> PostAsync(string path, object? body = null, string? key = null) => SendAsync(HttpMethod.Post, path, body, key: key);

    /// <summary>Replaces; with If-Match where a version is given.</summary>
    public Task<Answer> PutAsync(string path, object body, string? version = null) => SendAsync(HttpMethod.Put, path, body, version);

    /// <summary>Removes.</summary>
    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    /// <summary>Sends a body as JSON (a text is sent as it stands, so that it may be wrong).</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, string? version = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Root + path, UriKind.Relative));
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string text => new StringContent(text, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")),
            _ => JsonContent.Create(body, body.GetType()),
        };
        if (version is not null) request.Headers.TryAddWithoutValidation("If-Match", version);
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await Answer.ReadAsync(await Http.SendAsync(request, TestContext.Current.CancellationToken));
    }
}
